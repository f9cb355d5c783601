import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Note } from '../../shared/board/index.ts';
import { PHONE, useMediaQuery } from '../columns/useMediaQuery.ts';
import { useByline } from '../columns/useNames.ts';
import { useLanguage } from '../i18n/index.ts';
import { putBack } from '../session/acts.ts';
import { useConnection, useNote, useRole, useSession, useStage } from '../session/hooks.ts';
import { announce } from '../ui/announce.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import { ActionPart } from './ActionPart.tsx';
import { CommentsPart } from './CommentsPart.tsx';
import type { DetailsPart } from './open-note.ts';
import { ReactionsPart } from './ReactionsPart.tsx';
import { useBoardHead } from './useBoardHead.ts';
import { whyReading } from './why-reading.ts';
import './note.css';

/** Which note is shown in detail, and which part of it was asked for. A new object for each time it is asked for. */
export interface Shown {
  id: string;
  part: DetailsPart;
}

interface NoteDetailsProps {
  shown: Shown;
  onClose: () => void;
}

/** All there is about one note: beside the board, or over it on a phone. */
export function NoteDetails({ shown, onClose }: NoteDetailsProps) {
  const phone = useMediaQuery(PHONE);
  return phone ? <Sheet shown={shown} onClose={onClose} /> : <Side shown={shown} onClose={onClose} />;
}

/** Beside the board, which stays in use. */
function Side({ shown, onClose }: NoteDetailsProps) {
  const { t } = useTranslation('note');
  const top = useBoardHead();
  const onKeyDown = (event: KeyboardEvent) => {
    const undo = (event.ctrlKey || event.metaKey) && ['z', 'y'].includes(event.key.toLowerCase());
    // The board behind has keys of its own; only its undo is meant from here, too.
    if (!undo) event.stopPropagation();
    if (event.key === 'Escape' && !event.defaultPrevented && !event.nativeEvent.isComposing) onClose();
  };
  return (
    // It answers to nothing itself; it only keeps keys from the board beside it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside className="note-details" aria-label={t('title')} style={{ top }} onKeyDown={onKeyDown}>
      <Details shown={shown} onClose={onClose} />
    </aside>
  );
}

/** Over the board, from the bottom, where a thumb reaches. */
function Sheet({ shown, onClose }: NoteDetailsProps) {
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-overlay" />
        <Dialog.Content
          className="note-details note-details-sheet"
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <Details shown={shown} onClose={onClose} inDialog />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Details({ shown, onClose, inDialog = false }: NoteDetailsProps & { inDialog?: boolean }) {
  const { t } = useTranslation(['note', 'common']);
  const session = useSession();
  // Whether one may write depends on them.
  useStage();
  useRole();
  useConnection();
  const body = useRef<HTMLDivElement>(null);
  const now = useNote(shown.id);
  const [note, setNote] = useState(now);
  // A note that somebody deletes stays here as it was, with the way to put it back.
  if (now ? now !== note : note && note.id !== shown.id) setNote(now);
  useFocusOn(body, shown);
  if (!note) return null;

  const mayWrite = session.mayEditBoard();
  const active = mayWrite && now !== undefined;
  const title = (
    <h2 tabIndex={-1} data-details="head">
      {t('title')}
    </h2>
  );
  return (
    <div className="note-details-body" ref={body}>
      <div className="note-details-head">
        {inDialog ? <Dialog.Title asChild>{title}</Dialog.Title> : title}
        <IconButton label={t('common:close')} onClick={onClose}>
          <X aria-hidden size={20} />
        </IconButton>
      </div>
      {!mayWrite && session.role !== 'viewer' && <p className="notice">{t(whyReading(session))}</p>}
      {!now && <Gone note={note} mayWrite={mayWrite} />}
      <Paper note={note} />
      <ReactionsPart note={note} active={active} />
      <ActionPart note={note} active={active} />
      <CommentsPart note={note} active={active} />
    </div>
  );
}

function Gone({ note, mayWrite }: { note: Note; mayWrite: boolean }) {
  const { t } = useTranslation('note');
  const session = useSession();
  return (
    <div className="notice" role="status">
      <p>{t('gone')}</p>
      {mayWrite && (
        <Button
          size="small"
          onClick={() => {
            putBack(session, note);
            announce(t('isBack'));
          }}
        >
          {t('putBack')}
        </Button>
      )}
    </div>
  );
}

/** The note in full, however long it is. */
function Paper({ note }: { note: Note }) {
  const { t } = useTranslation('note');
  const [language] = useLanguage();
  const byline = useByline(note.author);
  return (
    <section className={`note-details-paper note-${note.color}`} aria-label={t('text')}>
      {/* A long text scrolls, by keyboard too (WCAG 2.2, 2.1.1). */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <p className="note-details-text" dir="auto" tabIndex={0} lang={note.language === language ? undefined : note.language}>
        {note.text || <em>{t('empty')}</em>}
      </p>
      {byline && <p className="note-byline">{byline}</p>}
    </section>
  );
}

/** Leads the focus to what was asked for, each time something is. */
function useFocusOn(body: RefObject<HTMLDivElement | null>, shown: Shown): void {
  useLayoutEffect(() => {
    const part = body.current?.querySelector<HTMLElement>(`[data-details="${shown.part}"]`);
    part?.focus({ preventScroll: true });
    if (shown.part === 'head') body.current?.scrollTo({ top: 0 });
    else part?.scrollIntoView({ block: 'start' });
  }, [body, shown]);
}
