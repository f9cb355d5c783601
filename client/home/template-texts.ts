import { useTranslation } from 'react-i18next';
import { templateText, TEMPLATES, type TemplateId } from '../../shared/templates/index.ts';
import { useLanguage } from '../i18n/index.ts';

interface TemplateTexts {
  title: string;
  summary: string;
  useWhen: string;
}

/** What a template is for. One with a single approach lets the approach speak for itself. */
export function useTemplateTexts(template: TemplateId): TemplateTexts {
  const { t } = useTranslation('home');
  const [language] = useLanguage();
  const [approach] = TEMPLATES[template];
  const own = (part: keyof TemplateTexts) => templateText(`${approach?.id}.${part}`, language) ?? '';
  if (template === 'both') return { title: t('create.both.title'), summary: t('create.both.summary'), useWhen: t('create.both.useWhen') };
  if (template === 'empty') return { title: t('create.empty.title'), summary: t('create.empty.summary'), useWhen: own('useWhen') };
  return { title: own('title'), summary: own('summary'), useWhen: own('useWhen') };
}
