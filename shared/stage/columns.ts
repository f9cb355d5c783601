/** The three questions every template looks at an approach with. */
export const TEMPLATE_COLUMNS = ['opportunities', 'challenges', 'obstacles'] as const;

/** What a column can be by its sign, its colour and, where it was given no name of its own, its name. */
export const COLUMN_KINDS = [...TEMPLATE_COLUMNS, 'ideas', 'questions', 'steps'] as const;

export type TemplateColumn = (typeof TEMPLATE_COLUMNS)[number];
export type ColumnKind = (typeof COLUMN_KINDS)[number];

/** Whether a kind is one of those the templates bring. */
export function isTemplateColumn(kind: ColumnKind): kind is TemplateColumn {
  return (TEMPLATE_COLUMNS as readonly ColumnKind[]).includes(kind);
}
