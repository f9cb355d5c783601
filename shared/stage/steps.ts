/** What a part of the workshop is for; each kind brings its name, an instruction and what is allowed in it. */
export const STEP_KINDS = ['welcome', 'gather', 'private', 'reveal', 'group', 'vote', 'discuss', 'actions', 'close'] as const;

export type StepKind = (typeof STEP_KINDS)[number];

/** Where participants write: on the board, each on a desk that nobody else sees, or nowhere. */
export const WRITING = ['board', 'desk', 'none'] as const;

export type Writing = (typeof WRITING)[number];

/** What participants may do in a step. Facilitators may do everything in every step. */
export interface Allowed {
  notes: Writing;
  /** Whether ballots are taken. */
  voting: boolean;
}

const ON_THE_BOARD: Allowed = { notes: 'board', voting: false };

/** What each kind of step allows, unless the facilitator has said otherwise. While people vote and when all is done, notes stay as they are. */
export const ALLOWED_BY_KIND: Record<StepKind, Allowed> = {
  welcome: ON_THE_BOARD,
  gather: ON_THE_BOARD,
  private: { notes: 'desk', voting: false },
  reveal: ON_THE_BOARD,
  group: ON_THE_BOARD,
  vote: { notes: 'none', voting: true },
  discuss: ON_THE_BOARD,
  actions: ON_THE_BOARD,
  close: { notes: 'none', voting: false },
};
