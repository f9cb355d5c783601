import { useTranslation } from 'react-i18next';
import { STRUCTURE_LIMITS } from '../../shared/protocol/limits.ts';
import { TextArea, TextField } from '../ui/TextField.tsx';

export interface ApproachWords {
  title: string;
  question: string;
}

interface ApproachFieldsProps {
  words: ApproachWords;
  /** Whether the title is still to be given. */
  missing: boolean;
  onChange: (words: ApproachWords) => void;
}

/** What an approach is called and asks, as it is typed. */
export function ApproachFields({ words, missing, onChange }: ApproachFieldsProps) {
  const { t } = useTranslation(['structure', 'common']);
  return (
    <>
      <TextField
        label={t('approach.name')}
        error={missing ? t('missing', { ns: 'common' }) : undefined}
        value={words.title}
        onChange={(event) => onChange({ ...words, title: event.target.value })}
        maxLength={STRUCTURE_LIMITS.approachTitle}
        autoComplete="off"
        required
      />
      <TextArea
        label={t('approach.question')}
        value={words.question}
        onChange={(event) => onChange({ ...words, question: event.target.value })}
        maxLength={STRUCTURE_LIMITS.question}
        rows={3}
      />
    </>
  );
}
