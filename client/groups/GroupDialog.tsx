import { useEffect, useId, useState, useSyncExternalStore, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { inColumn } from '../../shared/board/index.ts';
import { columnKey } from '../../shared/board/layout.ts';
import { GROUP_TITLE_LIMIT } from '../../shared/protocol/limits.ts';
import { usePlaceName } from '../columns/useNames.ts';
import { useSession, useStage } from '../session/hooks.ts';
import type { Session } from '../session/session.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/TextField.tsx';
import { asked, type Asked } from './asking.ts';
import './groups.css';
import { useGroupActs } from './useGroupActs.ts';

/** Asks for a group's name when `asked` says so. Stands once in each view. */
export function GroupDialog() {
  const { t } = useTranslation('groups');
  const question = useSyncExternalStore(asked.subscribe, asked.get);
  // What was asked where nobody could answer is not asked at some later moment.
  useEffect(() => {
    asked.set(null);
    return () => asked.set(null);
  }, []);
  if (!question) return null;
  const title = question.kind === 'make' ? t('dialog.make', { count: question.notes.length }) : t('dialog.rename');
  return (
    <Dialog open onOpenChange={() => asked.set(null)} title={title}>
      <GroupForm question={question} />
    </Dialog>
  );
}

function GroupForm({ question }: { question: Asked }) {
  const { t } = useTranslation(['groups', 'common']);
  const session = useSession();
  const { approaches } = useStage();
  const placeName = usePlaceName();
  const acts = useGroupActs();
  const id = useId();
  const columns = approaches.flatMap((approach) => approach.columns.map((column) => ({ approach: approach.id, column: column.id })));
  const [title, setTitle] = useState(() => (question.kind === 'rename' ? (session.live.group(question.group)?.title ?? '') : ''));
  const [found] = useState(() => (question.kind === 'make' ? columnsOf(session, question.notes) : []));
  const [chosen, setChosen] = useState(found[0] ?? '');
  const at = columns.find((place) => columnKey(place.approach, place.column) === chosen) ?? columns[0];

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    asked.set(null);
    if (question.kind === 'rename') {
      acts.rename(question.group, title);
      return;
    }
    if (!at) return;
    const made = acts.make(question.notes, title, at);
    question.onMade?.(made);
  };
  return (
    <form className="group-form" onSubmit={submit}>
      <TextField
        label={t('dialog.name')}
        hint={t('dialog.hint')}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
        maxLength={GROUP_TITLE_LIMIT}
        autoComplete="off"
        data-first
      />
      {/* Notes that lie in one column stay there; else one has to be told. */}
      {question.kind === 'make' && found.length !== 1 && at && (
        <div className="field">
          <label htmlFor={`${id}-column`}>{t('dialog.column')}</label>
          <select id={`${id}-column`} className="input" value={columnKey(at.approach, at.column)} onChange={(event) => setChosen(event.target.value)}>
            {columns.map(({ approach, column }) => (
              <option key={columnKey(approach, column)} value={columnKey(approach, column)}>
                {placeName(approach, column)}
              </option>
            ))}
          </select>
        </div>
      )}
      <div className="group-form-acts">
        <Button onClick={() => asked.set(null)}>{t('common:cancel')}</Button>
        <Button type="submit" variant="primary">
          {question.kind === 'make' ? t('dialog.submit') : t('common:save')}
        </Button>
      </div>
    </form>
  );
}

/** The columns that notes lie in, by `columnKey`, in the notes' order; free ones count as a place of their own. */
function columnsOf({ live }: Session, notes: readonly string[]): string[] {
  const keys = notes.flatMap((id) => {
    const place = live.note(id)?.placement;
    return !place ? [] : [inColumn(place) ? columnKey(place.approach, place.column) : ''];
  });
  const inAny = [...new Set(keys.filter((key) => key !== ''))];
  return keys.includes('') && inAny.length > 0 ? [...inAny, ''] : inAny;
}
