import { useTranslation } from 'react-i18next';
import { useStructure } from '../structure/context.ts';
import { RemovedParts } from '../structure/RemovedParts.tsx';
import { useCell } from './cell.ts';
import { useColumns } from './context.ts';
import { headId } from './jump.ts';
import { ASIDE, FREE, type Lists } from './lists.ts';
import { SelectAll } from './SelectAll.tsx';
import { NoteList } from './NoteList.tsx';
import { WriteNote } from './WriteNote.tsx';

interface LooseNotesProps {
  /** `free`: on the canvas outside the columns; `aside`: their column is gone. */
  kind: typeof FREE | typeof ASIDE;
  lists: Lists;
}

/** Notes that are in no column, and a way to write one that is to be in none. Nothing where there are none and none can be written. */
export function LooseNotes({ kind, lists }: LooseNotesProps) {
  const ids = lists[kind];
  const { t } = useTranslation('columns');
  const { gone, mayEdit } = useColumns();
  const slips = useCell(gone, (all) => all.some((slip) => slip.key === kind));
  const writes = kind === FREE && mayEdit;
  if (ids.length === 0 && !slips && !writes) return null;
  return (
    <section className="columns-loose" aria-labelledby={headId(kind)} data-list={kind}>
      <h2 id={headId(kind)} tabIndex={-1} data-head>
        {t(`${kind}.title`)}
        <span className="columns-count" aria-hidden>
          {ids.length}
        </span>
        <span className="visually-hidden"> {t('notes', { count: ids.length })}</span>
        <SelectAll ids={ids} list={t(`${kind}.title`)} />
      </h2>
      <p className="columns-loose-hint">{ids.length === 0 && writes ? t('free.empty') : t(mayEdit ? `${kind}.hint` : `${kind}.hintReading`)}</p>
      {kind === ASIDE && <AsideFrom />}
      <NoteList name={kind} ids={ids} groups={lists.groups} labelledBy={headId(kind)} />
      {writes && <WriteNote spot={FREE} />}
    </section>
  );
}

/** Where the notes that are set aside were, for whoever may put that back. */
function AsideFrom() {
  return useStructure() && <RemovedParts />;
}
