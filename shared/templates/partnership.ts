import type { ApproachTemplate } from './types.ts';

/** Partnership approach: its prompts by column, and the guide's supporting materials under their own titles. */
export const partnership: ApproachTemplate = {
  id: 'partnership',
  prompts: [
    { id: 'partnership.opportunities.doors', column: 'opportunities' },
    { id: 'partnership.opportunities.dimension', column: 'opportunities' },
    { id: 'partnership.opportunities.resources', column: 'opportunities' },
    { id: 'partnership.opportunities.energy', column: 'opportunities' },
    { id: 'partnership.opportunities.mirror', column: 'opportunities' },
    { id: 'partnership.challenges.prepared', column: 'challenges' },
    { id: 'partnership.challenges.rationale', column: 'challenges' },
    { id: 'partnership.challenges.consensus', column: 'challenges' },
    { id: 'partnership.challenges.time', column: 'challenges' },
    { id: 'partnership.obstacles.threat', column: 'obstacles' },
    { id: 'partnership.obstacles.power', column: 'obstacles' },
    { id: 'partnership.obstacles.principles', column: 'obstacles' },
  ],
  materials: [
    'Swansea - Engaging communities with learning',
    'HUME - Learning Together',
    'Swansea Community Strategy',
    'The Hume Learning Community',
    'Learning Communities - The secret of success',
  ],
};
