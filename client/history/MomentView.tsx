import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { UnreadableBanner } from '../board/UnreadableBanner.tsx';
import type { View } from '../board/view.ts';
import { ColumnsView } from '../columns/ColumnsView.tsx';
import { FindingProvider } from '../finding/FindingProvider.tsx';
import { NoteDetails } from '../note/NoteDetails.tsx';
import { OpenNoteContext } from '../note/open-note.ts';
import { useOpenedNote } from '../note/useOpenedNote.ts';
import { SessionContext } from '../session/hooks.ts';
import type { Session } from '../session/session.ts';
import { StructureProvider } from '../structure/StructureProvider.tsx';
import { Crashed, FailureBoundary } from '../ui/Failure.tsx';
import { part } from '../ui/part.tsx';
import { openMoment, type Documents } from './moment.ts';

const CanvasView = part(() => import('../canvas/CanvasView.tsx'));

/** A board at one moment in one of its views; nothing of it can be changed. */
export function MomentView({ board, documents, view }: { board: string; documents: Documents; view: View }) {
  const { t } = useTranslation();
  const [session, setSession] = useState<Session | null>(null);
  useEffect(() => {
    const opened = openMoment(board, documents);
    setSession(opened);
    return () => opened.close();
  }, [board, documents]);
  const details = useOpenedNote();
  if (!session) return null;
  return (
    <SessionContext value={session}>
      <FindingProvider>
        <StructureProvider>
          <OpenNoteContext value={details.open}>
            <UnreadableBanner />
            <FailureBoundary key={view} fallback={<Crashed />}>
              {view === 'canvas' ? (
                <CanvasView waiting={<p className="board-waiting">{t('loading')}</p>} />
              ) : (
                <ColumnsView />
              )}
            </FailureBoundary>
            {details.shown && (
              <FailureBoundary key={details.shown.id} fallback={<Crashed />}>
                <NoteDetails shown={details.shown} onClose={details.close} />
              </FailureBoundary>
            )}
          </OpenNoteContext>
        </StructureProvider>
      </FindingProvider>
    </SessionContext>
  );
}
