import type { ApproachTemplate } from './types.ts';

/** An approach without prompts or materials, for a workshop that starts from its own question. */
export const own: ApproachTemplate = { id: 'own', prompts: [], materials: [] };
