import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { TEMPLATE_IDS, TEMPLATES, type TemplateId } from '../../shared/templates/index.ts';
import { useTemplateTexts } from './template-texts.ts';

interface TemplateChoiceProps {
  value: TemplateId;
  onChange: (template: TemplateId) => void;
}

/** The templates as a group of native radio buttons, each with what it is for. */
export function TemplateChoice({ value, onChange }: TemplateChoiceProps) {
  const { t } = useTranslation('home');
  return (
    <fieldset className="home-templates">
      <legend>{t('create.template')}</legend>
      {TEMPLATE_IDS.map((template) => (
        <TemplateCard key={template} template={template} checked={template === value} onChoose={() => onChange(template)} />
      ))}
    </fieldset>
  );
}

function TemplateCard({ template, checked, onChoose }: { template: TemplateId; checked: boolean; onChoose: () => void }) {
  const { t } = useTranslation('home');
  const id = useId();
  const texts = useTemplateTexts(template);
  return (
    <label className="home-template">
      <input
        type="radio"
        name="template"
        value={template}
        checked={checked}
        onChange={onChoose}
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-summary ${id}-when`}
      />
      <span className="home-template-words">
        <span className="home-template-title" id={`${id}-title`}>
          {texts.title}
        </span>
        <span id={`${id}-summary`}>{texts.summary}</span>
        <span className="home-template-when" id={`${id}-when`}>
          <b>{t('create.useWhen')}:</b> {texts.useWhen}
        </span>
      </span>
      <TemplateSign approaches={TEMPLATES[template].length} prompted={template !== 'empty'} />
    </label>
  );
}

/** Three small columns for each approach of the template; hollow where it brings no prompts. */
function TemplateSign({ approaches, prompted }: { approaches: number; prompted: boolean }) {
  return (
    <span className={prompted ? 'home-sign' : 'home-sign home-sign-hollow'} aria-hidden>
      {Array.from({ length: approaches }, (_, index) => (
        <span key={index} className="home-sign-approach">
          <span className="home-column-opportunities" />
          <span className="home-column-challenges" />
          <span className="home-column-obstacles" />
        </span>
      ))}
    </span>
  );
}
