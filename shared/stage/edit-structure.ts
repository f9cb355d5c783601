import * as Y from 'yjs';
import { generateNKeysBetween } from 'fractional-indexing';
import { orderAt } from '../board/order.ts';
import { createId } from '../ids.ts';
import type { Language } from '../languages.ts';
import { STRUCTURE_LIMITS, TEXT_LIMITS } from '../protocol/limits.ts';
import { approachTemplate, type ApproachTemplate } from '../templates/index.ts';
import { oneLine } from '../text.ts';
import { changeStage, record, setAll } from './change.ts';
import { TEMPLATE_COLUMNS, type ColumnKind } from './columns.ts';
import { stageTypes, type ApproachRecord, type ColumnRecord, type PromptRecord } from './records.ts';
import { isPresent, partKey, readParts } from './structure.ts';
import { promptText } from './texts.ts';

/** What a facilitator does to the structure of a board. Each act is one change; acts of two people at once all hold. */

/**
 * Adds an approach with the three columns of the templates; behind all others when no index is given.
 * @param approach its words as they were typed, or the approach of the templates it is made from
 * @returns its id; `null` where the board has as many approaches as it may have, or there is no such template
 */
export function addApproach(
  doc: Y.Doc,
  approach: { title: string; question: string } | { template: string },
  index?: number,
): string | null {
  const present = readParts(doc).approaches.filter(isPresent);
  const template = 'template' in approach ? approachTemplate(approach.template) : OWN;
  if (!template || present.length >= STRUCTURE_LIMITS.approaches) return null;
  const id = createId();
  const words = 'title' in approach ? approachWords(approach) : {};
  const order = orderAt(present.map((other) => other.order), index ?? present.length);
  changeStage(doc, () => putApproach(doc, { id, order, ...words }, template));
  return id;
}

/** The one place of a board for what is good and does not belong here now. */
export const PARKING = 'parking';

/** Puts the parking lot behind all approaches, or back where it was. It has one column, and its words in every language. */
export function addParkingLot(doc: Y.Doc): void {
  const { approaches } = readParts(doc);
  const known = approaches.find(({ id }) => id === PARKING);
  if (known) {
    if (!isPresent(known)) putApproachBack(doc, PARKING);
    return;
  }
  const order = orderAt(approaches.map((other) => other.order), approaches.length);
  changeStage(doc, () => {
    const types = stageTypes(doc);
    types.approaches.set(PARKING, record({ id: PARKING, template: PARKING, order, materials: [] }));
    put(types.columns, { id: PARKING, approach: PARKING, kind: 'questions', order: 'a0' });
  });
}

/** An approach that brings the columns and nothing else. */
const OWN: ApproachTemplate = { id: '', prompts: [], materials: [] };

/** Writes an approach of the templates with its columns and prompts. */
export function putApproach(
  doc: Y.Doc,
  { id, order, ...words }: { id: string; order: string; title?: string; question?: string },
  template: ApproachTemplate,
): void {
  const types = stageTypes(doc);
  types.approaches.set(id, record({ id, template: template.id, order, ...words, materials: [...template.materials] }));
  const columnOrders = generateNKeysBetween(null, null, TEMPLATE_COLUMNS.length);
  TEMPLATE_COLUMNS.forEach((kind, index) => put(types.columns, { id: kind, approach: id, kind, order: columnOrders[index]! }));
  const promptOrders = generateNKeysBetween(null, null, template.prompts.length);
  template.prompts.forEach((prompt, index) =>
    put(types.prompts, { id: prompt.id, approach: id, column: prompt.column, order: promptOrders[index]! }),
  );
}

/** Gives an approach other words, the same for all languages. What is left out stays. */
export function renameApproach(doc: Y.Doc, id: string, words: { title?: string; question?: string }): void {
  const approach = approachMap(doc, id);
  if (approach) changeStage(doc, () => setAll(approach, approachWords(words)));
}

/** Gives an approach the words of its template back, in every language. */
export function restoreApproachWords(doc: Y.Doc, id: string): void {
  const approach = approachMap(doc, id);
  if (!approach) return;
  changeStage(doc, () => {
    for (const field of ['title', 'question']) if (approach.has(field)) approach.delete(field);
  });
}

/** Moves an approach to `index` among the others on the board. */
export function moveApproach(doc: Y.Doc, id: string, index: number): void {
  const approach = approachMap(doc, id);
  if (!approach) return;
  const others = readParts(doc).approaches.filter((other) => isPresent(other) && other.id !== id);
  changeStage(doc, () => approach.set('order', orderAt(others.map(({ order }) => order), index)));
}

/**
 * Takes an approach off the board. The notes in it stay, set aside, until they are moved or it is put back.
 * @param at milliseconds since 1970
 */
export function removeApproach(doc: Y.Doc, id: string, at = Date.now()): void {
  const approach = approachMap(doc, id);
  if (approach) changeStage(doc, () => approach.set('removed', at));
}

/** Puts an approach back where it was, with the notes that are still in it. */
export function putApproachBack(doc: Y.Doc, id: string): void {
  const approach = approachMap(doc, id);
  if (approach) changeStage(doc, () => approach.set('removed', null));
}

/**
 * Adds a column to an approach; behind all others when no index is given.
 * @returns its id; `null` where there is no such approach or it has as many columns as it may have
 */
export function addColumn(
  doc: Y.Doc,
  approach: string,
  column: { name: string; kind: ColumnKind },
  index?: number,
): string | null {
  const parts = readParts(doc);
  const present = parts.columns.filter((other) => other.approach === approach && isPresent(other));
  if (!parts.approaches.some(({ id }) => id === approach) || present.length >= STRUCTURE_LIMITS.columns) return null;
  const id = createId();
  const order = orderAt(present.map((other) => other.order), index ?? present.length);
  changeStage(doc, () =>
    put(stageTypes(doc).columns, { id, approach, kind: column.kind, order, name: oneLine(column.name, STRUCTURE_LIMITS.columnName) }),
  );
  return id;
}

/** Gives a column another name, the same for all languages, or another sign and colour. What is left out stays. */
export function renameColumn(doc: Y.Doc, approach: string, id: string, wanted: { name?: string; kind?: ColumnKind }): void {
  const column = columnMap(doc, approach, id);
  if (!column) return;
  changeStage(doc, () =>
    setAll(column, {
      ...(wanted.name !== undefined && { name: oneLine(wanted.name, STRUCTURE_LIMITS.columnName) }),
      ...(wanted.kind !== undefined && { kind: wanted.kind }),
    }),
  );
}

/** Moves a column to `index` among the others of its approach. */
export function moveColumn(doc: Y.Doc, approach: string, id: string, index: number): void {
  const column = columnMap(doc, approach, id);
  if (!column) return;
  const others = readParts(doc).columns.filter((other) => other.approach === approach && isPresent(other) && other.id !== id);
  changeStage(doc, () => column.set('order', orderAt(others.map(({ order }) => order), index)));
}

/**
 * Takes a column off the board. The notes in it stay, set aside, until they are moved or it is put back.
 * @param at milliseconds since 1970
 */
export function removeColumn(doc: Y.Doc, approach: string, id: string, at = Date.now()): void {
  const column = columnMap(doc, approach, id);
  if (column) changeStage(doc, () => column.set('removed', at));
}

/** Puts a column back where it was, with the notes that are still in it. */
export function putColumnBack(doc: Y.Doc, approach: string, id: string): void {
  const column = columnMap(doc, approach, id);
  if (column) changeStage(doc, () => column.set('removed', null));
}

/**
 * Makes the prompts of a column those lines. A line that says what a prompt says in that language is
 * that prompt and stays translated; one that stands where a prompt stood is that prompt in other words.
 */
export function setPrompts(doc: Y.Doc, approach: string, column: string, lines: readonly string[], language: Language): void {
  const present = readParts(doc).prompts.filter((prompt) => prompt.approach === approach && prompt.column === column && isPresent(prompt));
  const shown = present.filter((prompt) => promptText(prompt, language) !== undefined);
  const wanted = lines
    .map((line) => oneLine(line, STRUCTURE_LIMITS.prompt))
    .filter((line) => line !== '')
    .slice(0, STRUCTURE_LIMITS.prompts);
  const meant = matchLines(shown, wanted, language);
  const orders = ordersFor(meant);
  changeStage(doc, () => {
    wanted.forEach((text, index) => {
      const prompt = meant[index];
      const order = orders[index]!;
      if (!prompt) {
        put(stageTypes(doc).prompts, { id: createId(), approach, column, order, text });
        return;
      }
      const reworded = promptText(prompt, language) !== text;
      if (!reworded && prompt.order === order) return;
      setAll(promptMap(doc, prompt), { order, ...(reworded && { text }) });
    });
    for (const prompt of shown) if (!meant.includes(prompt)) promptMap(doc, prompt).set('removed', Date.now());
  });
}

/** Which prompt each line means; `undefined` for a new one. */
function matchLines(shown: readonly PromptRecord[], lines: readonly string[], language: Language): (PromptRecord | undefined)[] {
  const free = new Set(shown);
  const take = (prompt: PromptRecord | undefined) => {
    if (prompt) free.delete(prompt);
    return prompt;
  };
  const same = lines.map((line) => take([...free].find((prompt) => promptText(prompt, language) === line)));
  return same.map((prompt, index) => prompt ?? take(free.has(shown[index]!) ? shown[index] : undefined));
}

/** An order for each line, of which as many as possible are those the prompts have. */
function ordersFor(meant: readonly (PromptRecord | undefined)[]): string[] {
  let last = '';
  const kept = meant.map((prompt) => {
    if (!prompt || prompt.order <= last) return null;
    last = prompt.order;
    return prompt.order;
  });
  const sorted = kept.filter((order) => order !== null);
  return kept.map((order, index) => {
    if (order !== null) return order;
    const made = orderAt(sorted, index);
    sorted.splice(index, 0, made);
    return made;
  });
}

/** Gives the board another title, or another line below it. What is left out stays. */
export function renameBoard(doc: Y.Doc, words: { title?: string; workshop?: string }): void {
  changeStage(doc, () => {
    const { meta } = stageTypes(doc);
    if (words.title !== undefined) meta.set('title', oneLine(words.title, TEXT_LIMITS.title));
    if (words.workshop !== undefined) meta.set('workshop', oneLine(words.workshop, TEXT_LIMITS.workshop));
  });
}

function approachWords({ title, question }: { title?: string; question?: string }): { title?: string; question?: string } {
  return {
    ...(title !== undefined && { title: oneLine(title, STRUCTURE_LIMITS.approachTitle) }),
    ...(question !== undefined && { question: oneLine(question, STRUCTURE_LIMITS.question) }),
  };
}

function approachMap(doc: Y.Doc, id: string): Y.Map<unknown> | null {
  const found = stageTypes(doc).approaches.get(id);
  if (found instanceof Y.Map) return found;
  const known = readParts(doc).approaches.find((approach) => approach.id === id);
  return known ? put(stageTypes(doc).approaches, known, id) : null;
}

function columnMap(doc: Y.Doc, approach: string, id: string): Y.Map<unknown> | null {
  const key = partKey({ approach, id });
  const found = stageTypes(doc).columns.get(key);
  if (found instanceof Y.Map) return found;
  const known = readParts(doc).columns.find((column) => partKey(column) === key);
  return known ? put(stageTypes(doc).columns, known) : null;
}

function promptMap(doc: Y.Doc, prompt: PromptRecord): Y.Map<unknown> {
  const found = stageTypes(doc).prompts.get(partKey(prompt));
  return found instanceof Y.Map ? found : put(stageTypes(doc).prompts, prompt);
}

function put(map: Y.Map<unknown>, part: ApproachRecord, key: string): Y.Map<unknown>;
function put(map: Y.Map<unknown>, part: ColumnRecord | PromptRecord): Y.Map<unknown>;
function put(map: Y.Map<unknown>, part: ApproachRecord | ColumnRecord | PromptRecord, key?: string): Y.Map<unknown> {
  const made = record(part);
  map.set(key ?? partKey(part as ColumnRecord), made);
  return made;
}
