import { Undo2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { putBack } from '../session/acts.ts';
import { useNote, useSession } from '../session/hooks.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/Button.tsx';
import { useColumns, type Gone } from './context.ts';
import { excerpt } from '../ui/excerpt.ts';

/** Stands in the place of a note that is gone, until it is answered or something else is done. */
export function GoneSlip({ slip }: { slip: Gone }) {
  const { gone } = useColumns();
  const back = useNote(slip.note.id) !== undefined;
  const close = () => gone.set(gone.get().filter((other) => other !== slip));
  useEffect(() => {
    if (back) gone.set(gone.get().filter((other) => other !== slip));
  }, [back, gone, slip]);
  if (back) return null;
  return (
    // A slip that asks something takes the focus of the note that was there.
    <li className="note-slot" data-note={slip.by === 'other' ? slip.note.id : undefined}>
      {slip.by === 'me' ? <Deleted slip={slip} onClose={close} /> : <TakenAway slip={slip} onClose={close} />}
    </li>
  );
}

interface SlipProps {
  slip: Gone;
  onClose: () => void;
}

/** After one's own deletion. Goes with the next thing one does, since undo then means that. */
function Deleted({ slip, onClose }: SlipProps) {
  const { t } = useTranslation(['columns', 'writing']);
  const session = useSession();
  const { focus } = useColumns();
  useEffect(() => session.history.subscribe(onClose));
  const undo = () => {
    focus.want(slip.note.id, 'menu');
    session.history.undo();
    announce(t('history.undo', { ns: 'writing' }));
  };
  return (
    <div className="note-gone">
      <p>{t('gone.mine')}</p>
      <div className="note-gone-acts">
        <Button size="small" icon={<Undo2 aria-hidden size={17} />} onClick={undo}>
          {t('gone.undo')}
        </Button>
      </div>
    </div>
  );
}

/** Somebody else deleted the note while this person was writing in it. What was written is not lost. */
function TakenAway({ slip, onClose }: SlipProps) {
  const { t } = useTranslation('columns');
  const session = useSession();
  const { focus, editing } = useColumns();
  const sentence = t('gone.other', { text: excerpt(slip.note.text) || t('note.empty') });
  const said = useRef(false);
  useEffect(() => {
    if (said.current) return;
    said.current = true;
    announce(sentence);
  }, [sentence]);
  const restore = () => {
    putBack(session, slip.note);
    onClose();
    editing.set(slip.note.id);
    focus.want(slip.note.id, 'text');
    announce(t('said.putBack'));
  };
  return (
    // The focus comes here and not to a button, which the next keystroke would press.
    // Nor is what is still being typed a shortcut.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <fieldset
      className="note-gone note-gone-other"
      aria-label={sentence}
      tabIndex={-1}
      data-part="gone"
      onKeyDown={(event) => event.key.length === 1 && !event.ctrlKey && !event.metaKey && event.stopPropagation()}
    >
      <p>{sentence}</p>
      <div className="note-gone-acts">
        <Button size="small" variant="primary" icon={<Undo2 aria-hidden size={17} />} onClick={restore}>
          {t('gone.putBack')}
        </Button>
        <Button size="small" onClick={onClose}>
          {t('gone.leave')}
        </Button>
      </div>
    </fieldset>
  );
}
