import { createContext, useContext } from 'react';

/** What the dialog of the structure shows. */
export type StructurePage =
  | { show: 'all' }
  | { show: 'board' }
  | { show: 'new-approach'; index: number }
  | { show: 'approach'; approach: string }
  | { show: 'remove-approach'; approach: string }
  | { show: 'breakout'; approach: string }
  | { show: 'new-column'; approach: string; index: number }
  | { show: 'column'; approach: string; column: string }
  | { show: 'remove-column'; approach: string; column: string };

/** What has just been removed; `column` is `null` for a whole approach. */
export interface Removal {
  approach: string;
  column: string | null;
  name: string;
  /** How many notes were in it. */
  notes: number;
}

export interface StructureValue {
  open(page: StructurePage): void;
  /** What this person removed last, until they have taken notice. */
  removal: Removal | null;
  forgetRemoval(): void;
}

export const StructureContext = createContext<StructureValue | null>(null);

/** How to change the structure of the board; `null` for whoever may not. */
export function useStructure(): StructureValue | null {
  return useContext(StructureContext);
}
