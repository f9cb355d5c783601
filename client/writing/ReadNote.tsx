import { useTranslation } from 'react-i18next';
import { useNote, useStage } from '../session/hooks.ts';
import { Dialog } from '../ui/Dialog.tsx';
import './writing.css';

/** A note's whole text, large enough to read, for everybody; it follows what others write in it. */
export function ReadNote({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('writing');
  const note = useNote(id);
  const { participants, sites } = useStage();
  const author = participants.get(note?.author ?? '');
  const by = [author?.name, sites.get(author?.site ?? '')?.name].filter(Boolean).join(' · ');
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={by ? t('read.by', { by }) : t('read.title')}>
      {/* By keyboard one scrolls what has the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <p className="read-note" lang={note?.language} dir="auto" tabIndex={0} style={{ background: `var(--paper-${note?.color ?? 'sun'})` }}>
        {note?.text ?? t('read.gone')}
      </p>
    </Dialog>
  );
}
