import { useEffect, useState, type ReactNode } from 'react';
import { useSession } from '../session/hooks.ts';
import { createFinding, FindingContext, type Finding } from './finding.ts';

/** Makes `useFinding` work in everything inside of it, for as long as the board is open. */
export function FindingProvider({ children }: { children: ReactNode }) {
  const session = useSession();
  const [finding, setFinding] = useState<Finding | null>(null);
  useEffect(() => {
    const created = createFinding(session);
    setFinding(created);
    return () => created.close();
  }, [session]);
  return finding && <FindingContext value={finding}>{children}</FindingContext>;
}
