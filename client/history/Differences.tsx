import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Group } from '../../shared/board/index.ts';
import { compare, isNoDifference, NOTE_ACTS, type BoardAt, type Comparison, type NoteAct, type NoteChange, type PartChange } from '../../shared/history/compare.ts';
import type { StageApproach, StageColumn } from '../../shared/stage/document.ts';
import { approachTexts } from '../../shared/stage/texts.ts';
import { useLanguage } from '../i18n/index.ts';
import { Checkbox } from '../ui/Choice.tsx';
import { ColumnIcon } from '../ui/ColumnIcon.tsx';
import { useColumnName } from '../ui/useColumnName.ts';
import { byPlace } from './by-place.ts';
import { NoteDifference } from './NoteDifference.tsx';

/** All that differs between two moments, by approach and column. */
export function Differences({ before, after }: { before: BoardAt; after: BoardAt }) {
  const { t } = useTranslation('history');
  const comparison = useMemo(() => compare(before, after), [before, after]);
  const [acts, setActs] = useState<ReadonlySet<NoteAct>>(() => new Set(NOTE_ACTS));
  const wanted = useMemo<Comparison>(
    () => ({ ...comparison, notes: comparison.notes.filter((change) => change.acts.some((act) => acts.has(act))) }),
    [comparison, acts],
  );
  const { counts, parts } = comparison;
  if (isNoDifference(comparison)) {
    return (
      <p className="history-empty" role="status">
        {t('compare.none')}
      </p>
    );
  }
  const toggle = (act: NoteAct, shown: boolean) => setActs(new Set(NOTE_ACTS.filter((one) => (one === act ? shown : acts.has(one)))));
  return (
    <>
      <p className="visually-hidden" role="status">
        {t('compare.summary', counts)}
      </p>
      <fieldset className="history-acts">
        <legend>{t('compare.show')}</legend>
        {NOTE_ACTS.map((act) => (
          <Checkbox key={act} label={`${t(`compare.acts.${act}`)}: ${counts[act]}`} checked={acts.has(act)} onChange={(shown) => toggle(act, shown)} />
        ))}
      </fieldset>
      <Parts comparison={comparison} parts={parts} />
      <Places comparison={wanted} before={before} after={after} />
      {wanted.notes.length === 0 && comparison.notes.length > 0 && <p className="history-empty">{t('compare.onlyNone')}</p>}
    </>
  );
}

function Places({ comparison, before, after }: { comparison: Comparison; before: BoardAt; after: BoardAt }) {
  const { t } = useTranslation('history');
  const [language] = useLanguage();
  const columnName = useColumnName();
  const { approaches, outside, gone } = useMemo(() => byPlace(comparison, before, after), [comparison, before, after]);
  return (
    <>
      {approaches.map(({ approach, columns }) => (
        <section key={approach.id} className="history-approach" aria-label={approachTexts(approach, language).title}>
          <h3 dir="auto">{approachTexts(approach, language).title}</h3>
          <div className="history-columns">
            {columns.map(({ column, notes }) => (
              <section key={column.id} aria-label={columnName(column)}>
                <h4 className={`columns-${column.kind}`}>
                  <ColumnIcon kind={column.kind} size={20} />
                  <span dir="auto">{columnName(column)}</span>
                  <span className="history-count">{t('compare.count', { count: notes.length })}</span>
                </h4>
                <Changes changes={notes} before={before} />
              </section>
            ))}
          </div>
        </section>
      ))}
      <Loose title={t('compare.outside')} changes={outside} before={before} />
      <Loose title={t('compare.gone')} changes={gone} before={before} />
    </>
  );
}

function Loose({ title, changes, before }: { title: string; changes: readonly NoteChange[]; before: BoardAt }) {
  if (changes.length === 0) return null;
  return (
    <section className="history-approach" aria-label={title}>
      <h3>{title}</h3>
      <Changes changes={changes} before={before} />
    </section>
  );
}

function Changes({ changes, before }: { changes: readonly NoteChange[]; before: BoardAt }) {
  return (
    <ul className="history-changes">
      {changes.map((change) => (
        <NoteDifference key={change.id} change={change} before={before} />
      ))}
    </ul>
  );
}

/** What became of the board’s title, of approaches, columns and groups, and of drawings, in sentences; nothing where nothing did. */
function Parts({ comparison: { title, drawings }, parts }: { comparison: Comparison; parts: readonly PartChange[] }) {
  const { t } = useTranslation('history');
  const [language] = useLanguage();
  const columnName = useColumnName();
  const nameOf = (kind: PartChange['kind'], part: PartChange['after']) => {
    if (!part) return '';
    if (kind === 'approach') return approachTexts(part as StageApproach, language).title;
    if (kind === 'column') return columnName(part as StageColumn);
    return (part as Group).title || t('compare.untitledGroup');
  };
  const drawn = (['added', 'changed', 'removed'] as const).filter((act) => drawings[act] > 0);
  if (parts.length === 0 && title === null && drawn.length === 0) return null;
  return (
    <section className="history-approach" aria-label={t('compare.structure')}>
      <h3>{t('compare.structure')}</h3>
      <ul className="history-parts">
        {title && <li dir="auto">{t('compare.boardTitle', { old: title.before, name: title.after })}</li>}
        {parts.map(({ kind, act, id, approach, before, after }) => (
          <li key={`${kind}/${act}/${approach}/${id}`} dir="auto">
            {t(`compare.part.${kind}.${act}`, { name: nameOf(kind, after ?? before), old: nameOf(kind, before) })}
          </li>
        ))}
        {drawn.map((act) => (
          <li key={act}>{t(`compare.drawings.${act}`, { count: drawings[act] })}</li>
        ))}
      </ul>
    </section>
  );
}
