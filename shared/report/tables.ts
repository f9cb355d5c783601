import { beginning } from './beginning.ts';
import { isoTime, LOCALES } from './formats.ts';
import { siteCharts } from './charts.ts';
import { isCountedWith, otherPlaces } from './counts.ts';
import { notesOf, type Report, type ReportNote } from './model.ts';
import type { ReportRound } from './rounds.ts';
import { aboutTable, asTitle, siteTable } from './tables-about.ts';
import { reportTexts, type ReportTexts } from './texts.ts';

/** What stands in a cell; `null` for nothing. A moment is in milliseconds since 1970. */
export type Cell = string | number | { moment: number } | null;

/** A table of a report: what a spreadsheet calls a sheet. */
export interface ReportTable {
  name: string;
  /** `width` in characters, for whoever lays the table out. */
  columns: readonly { title: string; width: number }[];
  rows: readonly (readonly Cell[])[];
}

/** All tables of a report that have rows, the notes first. */
export function reportTables(report: Report): ReportTable[] {
  const texts = reportTexts(report.language);
  const tables = [noteTable(report), aboutTable(report, texts), siteTable(report, texts), actionTable(report, texts), ...roundTables(report, texts), pollTable(report, texts), commentTable(report, texts), reactionTable(report, texts), peopleTable(report, texts), countTable(report, texts), ...siteTables(report, texts), strongestTable(report, texts)];
  return tables.filter((table, index) => index === 0 || table.rows.length > 0);
}

/** One row a note, in the order they are told. */
export function noteTable(report: Report): ReportTable {
  const texts = reportTexts(report.language);
  const { table } = texts;
  const aside = new Set(report.aside);
  return {
    name: asTitle(texts.units.notes(2), report.language),
    columns: [
      { title: table.id, width: 14 },
      { title: texts.approach, width: 24 },
      { title: texts.column, width: 18 },
      { title: texts.group, width: 22 },
      { title: table.text, width: 60 },
      { title: table.author, width: 22 },
      { title: table.site, width: 18 },
      { title: table.votes, width: 9 },
      { title: table.prompts, width: 40 },
      { title: table.created, width: 18 },
      { title: table.changed, width: 18 },
      { title: table.tags, width: 20 },
      { title: table.where, width: 22 },
      { title: table.order, width: 10 },
      { title: table.language, width: 10 },
      { title: table.x, width: 8 },
      { title: table.y, width: 8 },
      { title: texts.action, width: 10 },
      { title: texts.owner, width: 22 },
      { title: texts.due, width: 14 },
      { title: texts.reactionsTitle, width: 40 },
      { title: texts.comments, width: 60 },
      ...report.rounds.map(({ question }) => ({ title: `${table.votes}: ${question}`, width: 18 })),
    ],
    rows: notesOf(report).map(({ note, approach, column }) => [
      note.id,
      approach?.title ?? null,
      column?.title ?? null,
      note.group,
      note.text,
      note.author,
      note.site,
      note.votes,
      column ? column.prompts.map(({ text }) => text).join('\n') : null,
      { moment: note.createdAt },
      note.changedAt === null ? null : { moment: note.changedAt },
      tags(note, texts),
      column ? texts.inColumn : aside.has(note) ? [texts.aside, note.formerly ?? ''].filter(Boolean).join(': ') : texts.free,
      column ? column.notes.indexOf(note) + 1 : null,
      note.language,
      note.position ? Math.round(note.position.x) : null,
      note.position ? Math.round(note.position.y) : null,
      note.action ? (note.action.done ? texts.done : texts.toDo) : null,
      note.action?.owner ?? null,
      note.action?.due ?? null,
      note.reactions.map(({ emoji, meaning, names }) => `${emoji} ${meaning}: ${names.join(', ')}`).join('\n'),
      note.comments.map(saidOnALine).join('\n'),
      ...note.votesByRound,
    ]),
  };
}

/** What one may want to sort notes by that has no words: the paper, whether it is an action, came late, was said in a room. */
function tags({ color, action, late, saidInRoom }: ReportNote, texts: ReportTexts): string {
  return [texts.colors[color], ...(action ? [texts.action] : []), ...(late ? [texts.rounds.late] : []), ...(saidInRoom ? [texts.saidInRoom] : [])].join(', ');
}

function saidOnALine({ author, createdAt, text }: ReportNote['comments'][number]): string {
  return `${[isoTime(createdAt), author].filter(Boolean).join(' ')}: ${text.replaceAll(/\s+/g, ' ').trim()}`;
}

function actionTable(report: Report, texts: ReportTexts): ReportTable {
  return {
    name: texts.actions,
    columns: [
      { title: texts.what, width: 60 },
      { title: texts.owner, width: 24 },
      { title: texts.due, width: 14 },
      { title: texts.state, width: 12 },
      { title: texts.table.where, width: 40 },
      { title: texts.table.id, width: 14 },
    ],
    rows: report.actions.map(({ note, place, owner, due, done }) => [beginning(note.text), owner, due, done ? texts.done : texts.toDo, place, note.id]),
  };
}

function commentTable(report: Report, texts: ReportTexts): ReportTable {
  return {
    name: texts.comments,
    columns: [
      { title: texts.table.id, width: 14 },
      { title: texts.note, width: 50 },
      { title: texts.comment, width: 60 },
      { title: texts.table.author, width: 22 },
      { title: texts.table.site, width: 18 },
      { title: texts.table.created, width: 18 },
    ],
    rows: notesOf(report).flatMap(({ note }) =>
      note.comments.map(({ text, author, site, createdAt }) => [note.id, beginning(note.text), text, author, site, { moment: createdAt }]),
    ),
  };
}

function reactionTable(report: Report, texts: ReportTexts): ReportTable {
  return {
    name: texts.reactionsTitle,
    columns: [
      { title: texts.table.id, width: 14 },
      { title: texts.note, width: 50 },
      { title: texts.reaction, width: 22 },
      { title: texts.number, width: 9 },
      { title: texts.whoReacted, width: 50 },
    ],
    rows: notesOf(report).flatMap(({ note }) => note.reactions.map(({ meaning, names }) => [note.id, beginning(note.text), meaning, names.length, names.join(', ')])),
  };
}

/** How each round was voted, by how many, and what it came to. */
function roundTables({ rounds, language }: Report, texts: ReportTexts): ReportTable[] {
  const words = texts.rounds;
  const collator = new Intl.Collator(LOCALES[language]);
  const sites = [...new Set(rounds.flatMap((round) => round.sites))].sort(collator.compare);
  const bySite = (round: ReportRound, counts: readonly number[]) => sites.map((site) => (round.sites.includes(site) ? counts[round.sites.indexOf(site)]! : null));
  const siteColumns = sites.map((site) => ({ title: site || texts.noSite, width: 14 }));
  return [
    {
      name: words.title,
      columns: [
        { title: words.round, width: 40 },
        { title: words.rank, width: 8 },
        { title: words.item, width: 60 },
        { title: texts.table.where, width: 36 },
        { title: words.strength, width: 10 },
        { title: words.breadth, width: 10 },
        ...siteColumns,
        { title: texts.table.id, width: 14 },
      ],
      rows: rounds.flatMap((round) => round.items.map(({ rank, item, text, place, votes, breadth, bySite: given }) => [round.question, rank, text, place, votes, breadth, ...bySite(round, given), item])),
    },
    {
      name: words.voters,
      columns: [
        { title: words.round, width: 40 },
        { title: words.ending, width: 18 },
        { title: words.how, width: 16 },
        { title: words.each, width: 12 },
        { title: words.most, width: 14 },
        { title: words.voters, width: 18 },
        { title: words.breadth, width: 10 },
        ...siteColumns,
      ],
      rows: rounds.map((round) => [round.question, { moment: round.closedAt }, round.secret ? words.secret : words.open, round.votes, round.most, round.people, round.breadth, ...bySite(round, round.voters)]),
    },
  ];
}

function pollTable({ polls }: Report, texts: ReportTexts): ReportTable {
  return {
    name: texts.polls.title,
    columns: [
      { title: texts.polls.question, width: 50 },
      { title: texts.polls.answer, width: 40 },
      { title: texts.polls.answers, width: 12 },
    ],
    rows: polls.flatMap(({ question, answers }) => answers.map(({ answer, count }) => [question, answer, count])),
  };
}

function peopleTable(report: Report, texts: ReportTexts): ReportTable {
  return {
    name: texts.whoTookPart,
    columns: [
      { title: texts.table.site, width: 24 },
      { title: texts.person, width: 30 },
      { title: texts.role, width: 18 },
    ],
    rows: report.sites.flatMap(({ name, people }) => people.map((person) => [name ?? texts.noSite, person.name, texts.roles[person.role]])),
  };
}

function siteTables(report: Report, texts: ReportTexts): ReportTable[] {
  return siteCharts(report).map(({ title, sites }) => ({
    name: title,
    columns: [{ title: texts.table.site, width: 24 }, ...report.summary.columns.map((column) => ({ title: column.title, width: 16 })), { title: texts.total, width: 10 }],
    rows: sites.map(({ site, counts, total }) => [site || texts.noSite, ...counts, total]),
  }));
}

function strongestTable({ summary }: Report, texts: ReportTexts): ReportTable {
  return {
    name: texts.strongest,
    columns: [
      { title: texts.note, width: 60 },
      { title: texts.table.where, width: 36 },
      { title: texts.table.author, width: 22 },
      { title: texts.table.site, width: 18 },
      { title: texts.response, width: 36 },
      { title: texts.table.id, width: 14 },
    ],
    rows: summary.strongest.map(({ note, place, response }) => [beginning(note.text), place, note.author, note.site, response, note.id]),
  };
}

function countTable(report: Report, texts: ReportTexts): ReportTable {
  const { votes } = report.summary;
  return {
    name: texts.atAGlance,
    columns: [
      { title: texts.approach, width: 30 },
      { title: texts.column, width: 24 },
      { title: asTitle(texts.units.notes(2), report.language), width: 10 },
      ...(votes ? [{ title: texts.table.votes, width: 10 }] : []),
    ],
    rows: [
      ...report.approaches.flatMap((approach, index) =>
        approach.columns.map((column) => [approach.title, column.title, column.notes.length, ...(votes ? [votes.byColumn.find((counted) => isCountedWith(column, counted))!.counts[index]!] : [])]),
      ),
      ...otherPlaces(report).map(({ title, notes }) => [title, null, notes]),
      [texts.total, null, report.totals.notes],
    ],
  };
}
