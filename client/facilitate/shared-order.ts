import type { Role } from '../../shared/protocol/roles.ts';

/** Links in the order in which people come for them; the one that gives everything away stands last. */
export const SHARED_ORDER: readonly Role[] = ['participant', 'viewer', 'facilitator'];
