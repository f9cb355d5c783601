import { Flag, UserRoundCheck } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action, Note } from '../../shared/board/index.ts';
import { useLanguage } from '../i18n/index.ts';
import { useSession } from '../session/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { ActionTag, isOverdue } from './ActionTag.tsx';
import { tellDay } from './days.ts';
import { DueField } from './DueField.tsx';
import { usePersonNames } from './names.ts';
import { OwnerField } from './OwnerField.tsx';
import { useFocusHeir } from '../ui/useFocusHeir.ts';
import { useTalk } from './useTalk.ts';

/** Whether a note is an action, who sees to it and by when. */
export function ActionPart({ note, active }: { note: Note; active: boolean }) {
  const { t } = useTranslation('note');
  const { role } = useSession();
  const talk = useTalk(note.id);
  if (role === 'viewer' && !note.action) return null;
  return (
    <section className="note-details-part">
      <div className="note-details-title">
        <h3 tabIndex={-1} data-details="action">
          {t('action.title')}
        </h3>
        {note.action && <ActionTag action={{ ...note.action, owner: null, due: null }} />}
      </div>
      {!note.action ? (
        <>
          <p className="note-details-hint">{t('action.explain')}</p>
          <MakeButton active={active} onMake={() => talk.tag(true)} />
        </>
      ) : role === 'viewer' ? (
        <Facts action={note.action} />
      ) : (
        <Fields note={note} action={note.action} active={active} />
      )}
    </section>
  );
}

function MakeButton({ active, onMake }: { active: boolean; onMake: () => void }) {
  const { t } = useTranslation('note');
  const button = useRef<HTMLButtonElement>(null);
  useFocusHeir(button, headOf);
  return (
    <Button ref={button} size="small" icon={<Flag aria-hidden size={17} />} disabled={!active} onClick={onMake}>
      {t('action.make')}
    </Button>
  );
}

/** Right before what comes in the place of the button or the fields. */
function headOf(part: HTMLElement): HTMLElement | null | undefined {
  return part.closest('section')?.querySelector<HTMLElement>('[data-details=action]');
}

function Fields({ note, action, active }: { note: Note; action: Action; active: boolean }) {
  const { t } = useTranslation('note');
  const { participant } = useSession();
  const talk = useTalk(note.id);
  const fields = useRef<HTMLFieldSetElement>(null);
  useFocusHeir(fields, headOf);
  const mine = action.owner !== null && 'participant' in action.owner && action.owner.participant === participant;
  return (
    <fieldset ref={fields} className="action-fields" disabled={!active}>
      <legend className="visually-hidden">{t('action.title')}</legend>
      <OwnerField key={note.id} owner={action.owner} onChange={talk.assign} />
      {!mine && participant !== null && (
        <Button size="small" icon={<UserRoundCheck aria-hidden size={17} />} onClick={() => talk.assign({ participant })}>
          {t('action.me')}
        </Button>
      )}
      <DueField key={`due-${note.id}`} due={action.due} onChange={talk.schedule} />
      {isOverdue(action) && <p className="action-overdue">{t('action.overdue')}</p>}
      <label className="action-done">
        <input type="checkbox" checked={action.done} onChange={(event) => talk.tick(event.target.checked)} />
        {t('action.isDone')}
      </label>
      <Button size="small" variant="plain" className="action-unmake" onClick={() => talk.tag(false)}>
        {t('action.unmake')}
      </Button>
    </fieldset>
  );
}

/** The same to read. */
function Facts({ action }: { action: Action }) {
  const { t } = useTranslation('note');
  const [language] = useLanguage();
  const { ownerOf } = usePersonNames();
  return (
    <dl className="action-facts">
      <dt>{t('action.owner')}</dt>
      <dd dir="auto">{ownerOf(action.owner) || t('action.noOwner')}</dd>
      <dt>{t('action.due')}</dt>
      <dd>
        {action.due ? tellDay(action.due, language) : t('action.noDue')}
        {isOverdue(action) && <em className="action-overdue">{t('action.overdue')}</em>}
      </dd>
    </dl>
  );
}
