import { ListChecks } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { byDue, inColumn, type Action, type Note } from '../../shared/board/index.ts';
import { usePlaceName } from '../columns/useNames.ts';
import { useLanguage } from '../i18n/index.ts';
import { useNotes, useSession, useStage } from '../session/hooks.ts';
import { IconButton } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { excerpt } from '../ui/excerpt.ts';
import { MenuItem } from '../ui/Menu.tsx';
import { isOverdue } from './ActionTag.tsx';
import { tellDay, today } from './days.ts';
import { usePersonNames } from './names.ts';
import { useOpenNote } from './open-note.ts';
import { useTalk } from './useTalk.ts';
import { whyReading } from './why-reading.ts';

type ActionNote = Note & { action: Action };

/** How many actions there are to do. */
export function useActionsToDo(): number {
  const { live } = useSession();
  return useSyncExternalStore(live.onNotes, () => live.notes().filter(({ action }) => action && !action.done).length);
}

/** In the bar over both views: how many actions there are to do, and the way to the list of them. */
export function ActionsButton({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation('note');
  const toDo = useActionsToDo();
  return (
    <IconButton className="board-actions" label={t('actions.button', { count: toDo })} onClick={onOpen}>
      <ListChecks aria-hidden size={21} />
      {toDo > 0 && (
        <span className="board-actions-count" aria-hidden>
          {toDo}
        </span>
      )}
    </IconButton>
  );
}

/** The same in a menu, where the bar has no room. */
export function ActionsItem({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation('note');
  const toDo = useActionsToDo();
  return (
    <MenuItem icon={<ListChecks aria-hidden size={18} />} onSelect={onOpen}>
      {t('actions.button', { count: toDo })}
    </MenuItem>
  );
}

/** The list of all actions. */
export function ActionsDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const { t } = useTranslation('note');
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('actions.title')} description={t('actions.description')}>
      <ActionsList onLeave={() => onOpenChange(false)} />
    </Dialog>
  );
}

function ActionsList({ onLeave }: { onLeave: () => void }) {
  const { t } = useTranslation('note');
  const session = useSession();
  // Whether one may write depends on it.
  useStage();
  const actions = useNotes()
    .filter((note): note is ActionNote => note.action !== null)
    .sort(byDue);
  const reads = session.role === 'viewer';
  if (actions.length === 0) {
    return (
      <p className="note-details-hint">
        {t('actions.none')} {!reads && t('actions.how')}
      </p>
    );
  }
  return (
    <>
      {!reads && !session.mayEditBoard() && <p className="notice">{t(whyReading(session))}</p>}
      {(['open', 'done'] as const).map((state) => {
        const listed = actions.filter(({ action }) => action.done === (state === 'done'));
        return (
          listed.length > 0 && (
            <section key={state} className="actions-part">
              <h3>{t(`actions.${state}`, { count: listed.length })}</h3>
              <ul className="actions-list">
                {listed.map((note) => (
                  <ActionRow key={note.id} note={note} onLeave={onLeave} />
                ))}
              </ul>
            </section>
          )
        );
      })}
    </>
  );
}

function ActionRow({ note, onLeave }: { note: ActionNote; onLeave: () => void }) {
  const { t } = useTranslation('note');
  const [language] = useLanguage();
  const session = useSession();
  const openNote = useOpenNote();
  const placeName = usePlaceName();
  const { ownerOf } = usePersonNames();
  const talk = useTalk(note.id);
  const { action, placement } = note;
  const text = excerpt(note.text) || t('empty');
  return (
    <li className={`actions-row note-${note.color}`}>
      {session.role !== 'viewer' && (
        <input
          type="checkbox"
          className="actions-tick"
          aria-label={t('actions.tick', { text })}
          title={t('action.isDone')}
          checked={action.done}
          disabled={!session.mayEditBoard()}
          onChange={(event) => talk.tick(event.target.checked)}
        />
      )}
      <div className="actions-what">
        <button
          type="button"
          className="actions-text"
          dir="auto"
          lang={note.language === language ? undefined : note.language}
          title={t('actions.show', { text })}
          onClick={() => {
            onLeave();
            // Once the list is gone, so that its closing does not take the focus back.
            setTimeout(() => openNote(note.id, 'action'), 50);
          }}
        >
          {text}
        </button>
        <p className="actions-where">{inColumn(placement) ? placeName(placement.approach, placement.column) : ''}</p>
      </div>
      <p className="actions-who" dir="auto">
        {ownerOf(action.owner) || <span className="actions-missing">{t('action.noOwner')}</span>}
      </p>
      <p className="actions-when">
        {action.due ? <time dateTime={action.due}>{tellDay(action.due, language, 'short')}</time> : <span className="actions-missing">{t('action.noDue')}</span>}
        {isOverdue(action) && <em>{t('action.overdue')}</em>}
        {!action.done && action.due === today() && <em>{t('action.today')}</em>}
      </p>
    </li>
  );
}
