import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { templateText, TEMPLATES } from '../../shared/templates/index.ts';
import { useLanguage } from '../i18n/index.ts';
import { Choice } from '../ui/Choice.tsx';
import { emptyFields, showErrors } from '../ui/validate.ts';
import { ApproachFields } from './ApproachFields.tsx';
import { FormEnd } from './FormEnd.tsx';
import { useStructureActs } from './useStructureActs.ts';

const OWN = 'own';

/** A further approach: in words of one's own, or from a template. */
export function NewApproachForm({ index, onDone }: { index: number; onDone: () => void }) {
  const { t } = useTranslation(['structure', 'common']);
  const [language] = useLanguage();
  const acts = useStructureActs();
  const [from, setFrom] = useState<string>(OWN);
  const [words, setWords] = useState({ title: '', question: templateText('own.question', language) ?? '' });
  const [missing, setMissing] = useState(false);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const empty = from === OWN && emptyFields({ title: words.title }).length > 0;
    showErrors(event.currentTarget, () => setMissing(empty));
    if (empty) return;
    acts.addApproach(from === OWN ? words : { template: from }, index);
    onDone();
  };
  return (
    <form className="structure-form" noValidate onSubmit={submit}>
      <Choice
        legend={t('approach.from')}
        value={from}
        options={[
          { value: OWN, label: t('approach.own'), hint: t('approach.ownHint') },
          ...TEMPLATES.both.map(({ id }) => ({
            value: id,
            label: templateText(`${id}.title`, language) ?? id,
            hint: templateText(`${id}.summary`, language) ?? '',
          })),
        ]}
        onChange={setFrom}
      />
      {from === OWN && <ApproachFields words={words} missing={missing} onChange={setWords} />}
      <FormEnd submit={t('approach.add')} onDone={onDone} />
    </form>
  );
}
