/** The three questions every approach is looked at with. */
export const COLUMN_KINDS = ['opportunities', 'challenges', 'obstacles'] as const;

export type ColumnKind = (typeof COLUMN_KINDS)[number];
