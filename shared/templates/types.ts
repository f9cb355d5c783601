import type { TemplateColumn } from '../stage/columns.ts';

/** A prompt of a template. Its text stands in the texts of each language, under this id. */
export interface PromptTemplate {
  id: string;
  column: TemplateColumn;
}

/** An approach as a template brings it. Title, question and guidance stand in the texts, under `ID.title` and so on. */
export interface ApproachTemplate {
  id: string;
  prompts: PromptTemplate[];
  /** Titles of works, each in the language it was published in; never translated. */
  materials: string[];
}
