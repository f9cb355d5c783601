import { useId, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { STRUCTURE_LIMITS } from '../../shared/protocol/limits.ts';
import { COLUMN_KINDS, type ColumnKind } from '../../shared/stage/columns.ts';
import { renameColumn, setPrompts } from '../../shared/stage/edit-structure.ts';
import { columnPrompts } from '../../shared/stage/texts.ts';
import { useLanguage } from '../i18n/index.ts';
import { useSession } from '../session/hooks.ts';
import { ColumnIcon } from '../ui/ColumnIcon.tsx';
import { TextArea, TextField } from '../ui/TextField.tsx';
import { emptyFields, showErrors } from '../ui/validate.ts';
import { FormEnd } from './FormEnd.tsx';
import { useStructureActs } from './useStructureActs.ts';

interface ColumnFormProps {
  approach: string;
  /** Left out for a new one. */
  column?: string;
  /** Where a new one goes. */
  index: number;
  onDone: () => void;
}

/** A column's name, sign and prompts. Only what is changed here is written, so that the rest stays translated. */
export function ColumnForm({ approach, column, index, onDone }: ColumnFormProps) {
  const { t } = useTranslation(['structure', 'common']);
  const [language] = useLanguage();
  const { stageDoc } = useSession();
  const acts = useStructureActs();
  const [was] = useState(() => {
    const known = column === undefined ? undefined : acts.column(approach, column);
    const its = acts.approach(approach);
    return {
      name: column === undefined ? '' : acts.columnTitle(approach, column),
      named: known?.name !== undefined,
      kind: known?.kind ?? 'ideas',
      prompts: its && column !== undefined ? columnPrompts(its, column, language).map(({ text }) => text).join('\n') : '',
    };
  });
  const [name, setName] = useState(was.name);
  const [kind, setKind] = useState<ColumnKind>(was.kind);
  const [prompts, setTexts] = useState(was.prompts);
  const [missing, setMissing] = useState(false);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const empty = emptyFields({ name }).length > 0;
    showErrors(event.currentTarget, () => setMissing(empty));
    if (empty) return;
    const lines = prompts.split('\n');
    if (column === undefined) acts.addColumn(approach, { name, kind, prompts: lines }, index);
    else {
      stageDoc.transact(() => {
        // Another sign must not change the name of a column that bears its kind's.
        if (name !== was.name || (kind !== was.kind && !was.named)) renameColumn(stageDoc, approach, column, { name });
        if (kind !== was.kind) renameColumn(stageDoc, approach, column, { kind });
        if (prompts !== was.prompts) setPrompts(stageDoc, approach, column, lines, language);
      });
    }
    onDone();
  };
  return (
    <form className="structure-form" noValidate onSubmit={submit}>
      {column !== undefined && <p className="field-hint">{t('asTyped')}</p>}
      <TextField
        label={t('column.name')}
        error={missing ? t('missing', { ns: 'common' }) : undefined}
        value={name}
        onChange={(event) => setName(event.target.value)}
        maxLength={STRUCTURE_LIMITS.columnName}
        autoComplete="off"
        required
      />
      <KindChoice value={kind} onChange={setKind} />
      <TextArea
        label={t('column.prompts')}
        hint={t('column.promptsHint', { count: STRUCTURE_LIMITS.prompts, length: STRUCTURE_LIMITS.prompt })}
        value={prompts}
        onChange={(event) => setTexts(event.target.value)}
        rows={6}
      />
      <FormEnd submit={column === undefined ? t('column.add') : t('save', { ns: 'common' })} onDone={onDone} />
    </form>
  );
}

/** The signs a column can have, each with its colour. */
function KindChoice({ value, onChange }: { value: ColumnKind; onChange: (kind: ColumnKind) => void }) {
  const { t } = useTranslation('structure');
  const id = useId();
  return (
    <fieldset className="structure-kinds">
      <legend>{t('column.sign')}</legend>
      {COLUMN_KINDS.map((kind) => (
        <label key={kind} className="structure-kind" title={t(`column.signs.${kind}`)} style={{ color: `var(--column-${kind})`, background: `var(--column-${kind}-tint)` }}>
          <input type="radio" className="visually-hidden" name={id} value={kind} checked={kind === value} onChange={() => onChange(kind)} />
          <ColumnIcon kind={kind} size={22} />
          <span className="visually-hidden">{t(`column.signs.${kind}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
