import { createCell } from '../columns/cell.ts';

/** What the dialog for groups is asked for: to name a group that is to be made of notes, or another name for one. */
export type Asked = { kind: 'make'; notes: readonly string[]; onMade?: (group: string) => void } | { kind: 'rename'; group: string };

/** What is being asked now; `null` while the dialog is shut. */
export const asked = createCell<Asked | null>(null);
