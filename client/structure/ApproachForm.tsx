import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { renameApproach, restoreApproachWords } from '../../shared/stage/edit-structure.ts';
import { approachTexts } from '../../shared/stage/texts.ts';
import { approachTemplate } from '../../shared/templates/index.ts';
import { useLanguage } from '../i18n/index.ts';
import { useSession } from '../session/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { emptyFields, showErrors } from '../ui/validate.ts';
import { ApproachFields } from './ApproachFields.tsx';
import { FormEnd } from './FormEnd.tsx';
import { useStructureActs } from './useStructureActs.ts';

/** The words of an approach. Only what is changed here is written, so that the rest stays translated. */
export function ApproachForm({ id, onDone }: { id: string; onDone: () => void }) {
  const { t } = useTranslation(['structure', 'common']);
  const [language] = useLanguage();
  const { stageDoc } = useSession();
  const approach = useStructureActs().approach(id);
  const [was] = useState(() => {
    // What a copy is called after is no part of its words.
    const { title, question } = approach ? approachTexts({ ...approach, breakout: undefined }, language) : { title: '', question: '' };
    return { title, question };
  });
  const [words, setWords] = useState(was);
  const [missing, setMissing] = useState(false);
  const typed = approach && (approach.title !== undefined || approach.question !== undefined);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const empty = emptyFields({ title: words.title }).length > 0;
    showErrors(event.currentTarget, () => setMissing(empty));
    if (empty) return;
    renameApproach(stageDoc, id, {
      ...(words.title !== was.title && { title: words.title }),
      ...(words.question !== was.question && { question: words.question }),
    });
    onDone();
  };
  return (
    <form className="structure-form" noValidate onSubmit={submit}>
      <p className="field-hint">{t('asTyped')}</p>
      <ApproachFields words={words} missing={missing} onChange={setWords} />
      <FormEnd submit={t('save', { ns: 'common' })} onDone={onDone}>
        {typed && approachTemplate(approach.template) && (
          <Button
            variant="plain"
            onClick={() => {
              restoreApproachWords(stageDoc, id);
              onDone();
            }}
          >
            {t('approach.restore')}
          </Button>
        )}
      </FormEnd>
    </form>
  );
}
