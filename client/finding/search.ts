import { inColumn, type Comment, type Group, type Note } from '../../shared/board/index.ts';
import type { Stage } from '../../shared/stage/document.ts';
import { fold, foldText } from './fold.ts';

/** What is looked for. With nothing given, nothing is found. */
export interface Query {
  text: string;
  /** A participant id: notes of that person alone. */
  author: string | null;
  /** A site id: notes of people of that site alone. */
  site: string | null;
}

export const NO_QUERY: Query = { text: '', author: null, site: null };

/** Where a search looks besides the notes themselves. */
export interface Surroundings extends Pick<Stage, 'participants' | 'sites'> {
  groups: readonly Pick<Group, 'id' | 'title'>[];
}

/** The words of a query, each to be found somewhere in the note, its comments, its group's title, its author's name or their site's. */
export function queryWords(text: string): string[] {
  return [...new Set(foldText(text).split(' ').filter(Boolean))];
}

/** Whether anything is looked for at all. */
export function isAsking({ text, author, site }: Query): boolean {
  return author !== null || site !== null || queryWords(text).length > 0;
}

/** Who wrote a note and where, in words; empty where that is not known. */
export interface Byline {
  name: string;
  site: string;
}

export function bylineOf({ participants, sites }: Pick<Stage, 'participants' | 'sites'>, author: string | null): Byline {
  const person = author === null ? undefined : participants.get(author);
  return { name: person?.name ?? '', site: sites.get(person?.site ?? '')?.name ?? '' };
}

/**
 * The notes that have every word of the query, in the order given. A word is found within words, in
 * any case, with or without accents.
 */
export function searchNotes(notes: readonly Note[], board: Surroundings, query: Query): Note[] {
  if (!isAsking(query)) return [];
  const words = queryWords(query.text);
  const titles = new Map(board.groups.map(({ id, title }) => [id, foldText(title)]));
  const bylines = new Map<string | null, string>();
  const byline = (author: string | null) => {
    const known = bylines.get(author);
    if (known !== undefined) return known;
    const { name, site } = bylineOf(board, author);
    const value = `${foldText(name)}\n${foldText(site)}`;
    bylines.set(author, value);
    return value;
  };
  return notes.filter((note) => {
    if (query.author !== null && note.author !== query.author) return false;
    if (query.site !== null && siteOf(board, note.author) !== query.site) return false;
    const title = titles.get(groupOf(note) ?? '') ?? '';
    return words.every((word) => foldedText(note).includes(word) || byline(note.author).includes(word) || title.includes(word));
  });
}

/** Notes are replaced when they change and never altered, so each is folded once. */
const foldedNotes = new WeakMap<Note, string>();

function foldedText(note: Note): string {
  const known = foldedNotes.get(note);
  if (known !== undefined) return known;
  const value = [note.text, ...note.comments.map(({ text }) => text)].map(foldText).join('\n');
  foldedNotes.set(note, value);
  return value;
}

function groupOf({ placement }: Note): string | undefined {
  return inColumn(placement) ? placement.group : undefined;
}

/** The comment that shows why a note was found: the first with a word that the note itself does not say. */
export function commentFound(note: Note, words: readonly string[]): Comment | undefined {
  const text = foldText(note.text);
  const elsewhere = words.filter((word) => !text.includes(word));
  return elsewhere.length === 0 ? undefined : note.comments.find((comment) => elsewhere.some((word) => foldText(comment.text).includes(word)));
}

function siteOf({ participants }: Pick<Stage, 'participants'>, author: string | null): string | undefined {
  return author === null ? undefined : participants.get(author)?.site;
}

/** The people and sites one can narrow a search to: those that have notes on the board, by name. */
export interface Choices {
  authors: readonly { id: string; name: string }[];
  sites: readonly { id: string; name: string }[];
}

export function choicesAmong(notes: readonly Note[], { participants, sites }: Pick<Stage, 'participants' | 'sites'>): Choices {
  const people = [...new Set(notes.map((note) => note.author))].flatMap((id) => (id === null ? [] : (participants.get(id) ?? [])));
  const places = [...new Set(people.map((person) => person.site))].flatMap((id) => sites.get(id) ?? []);
  return { authors: byName(people), sites: byName(places) };
}

function byName(named: readonly { id: string; name: string }[]): { id: string; name: string }[] {
  return named.map(({ id, name }) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

/** A piece of a text, and whether it is what was looked for. */
export interface Piece {
  text: string;
  hit: boolean;
}

/** A text in pieces, with what was looked for apart; all of them together are the text. */
export function markHits(text: string, words: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const [from, to] of hits(text, words)) {
    if (from > end) pieces.push({ text: text.slice(end, from), hit: false });
    pieces.push({ text: text.slice(from, to), hit: true });
    end = to;
  }
  if (end < text.length || pieces.length === 0) pieces.push({ text: text.slice(end), hit: false });
  return pieces;
}

/** Where the words stand in a text: ranges of the original that neither overlap nor touch, in order. */
function hits(text: string, words: readonly string[]): [number, number][] {
  const folded = fold(text);
  const found: [number, number][] = [];
  for (const word of words) {
    for (let from = folded.text.indexOf(word); from !== -1; from = folded.text.indexOf(word, from + word.length)) {
      found.push([folded.at[from]!, endOf(folded.at, from + word.length)]);
    }
  }
  found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const merged: [number, number][] = [];
  for (const [from, to] of found) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** Where the original character before `index` ends; half of one, as of ß, is shown as all of it. */
function endOf(at: readonly number[], index: number): number {
  let next = index;
  while (next < at.length - 1 && at[next] === at[next - 1]) next += 1;
  return at[next]!;
}

/** Characters of a long text that are shown before the first hit. */
const BEFORE = 40;
/** Characters of a text that are shown in a list. */
const SHOWN = 220;

/** The part of a note that shows why it was found: its beginning, unless the first hit lies far on. */
export function snippet(text: string, words: readonly string[]): Piece[] {
  const first = hits(text, words)[0]?.[0] ?? 0;
  const from = first > SHOWN / 2 ? startOfWord(text, first - BEFORE) : 0;
  const shown = text.slice(from, from + SHOWN);
  const pieces = markHits(shown, words);
  if (from > 0) pieces.unshift({ text: '… ', hit: false });
  if (from + SHOWN < text.length) pieces.push({ text: '…', hit: false });
  return pieces;
}

function startOfWord(text: string, index: number): number {
  const space = text.slice(index, index + BEFORE).search(/\s/u);
  return space === -1 ? index : index + space + 1;
}
