import { useMemo, useState, type ReactNode } from 'react';
import { mayFacilitate } from '../../shared/protocol/roles.ts';
import { useRole, useSession, useStage } from '../session/hooks.ts';
import { StructureContext, type Removal, type StructurePage, type StructureValue } from './context.ts';
import { REMOVAL_NOTICE } from './RemovalNotice.tsx';
import { StructureDialog } from './StructureDialog.tsx';
import './structure.css';

/** Lets facilitators change the structure from wherever a heading stands. */
export function StructureProvider({ children }: { children: ReactNode }) {
  const session = useSession();
  const role = useRole();
  // Whether the board is one of a newer version is told by the stage.
  useStage();
  const may = mayFacilitate(role) && !session.isNewer();
  const [page, setPage] = useState<StructurePage | null>(null);
  const [removal, setRemoval] = useState<Removal | null>(null);
  const value = useMemo<StructureValue | null>(
    () => (may ? { open: setPage, removal, forgetRemoval: () => setRemoval(null) } : null),
    [may, removal],
  );
  return (
    <StructureContext value={value}>
      {children}
      {may && <StructureDialog page={page} onPage={setPage} onRemoved={setRemoval} returnTo={afterRemoval} />}
    </StructureContext>
  );
}

/** What opened the dialog has been removed by it: the way back comes next. */
function afterRemoval(): HTMLElement | null {
  return document.querySelector<HTMLElement>(`#${REMOVAL_NOTICE} button, #content`);
}
