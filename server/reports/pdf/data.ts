import { COLUMN_ACCENT, PAPER } from '../../../shared/board/palette.ts';
import { inARow, isolated, namesInARow, readsRightToLeft } from '../../../shared/report/characters.ts';
import type { Language } from '../../../shared/languages.ts';
import { chartBySite, chartDescription, LIGHT_CHART, siteCharts, type SiteChart } from '../../../shared/report/charts.ts';
import { notesIn, otherPlaces } from '../../../shared/report/counts.ts';
import { coverOrnament } from '../../../shared/report/cover.ts';
import { formatNumber, LOCALES } from '../../../shared/report/formats.ts';
import { ACTION_ICON_PATHS, COLUMN_ICON_PATHS } from '../../../shared/report/icons.ts';
import { blockFacts, needsHeading } from '../../../shared/report/blocks.ts';
import { hasSiteColumns, siteLine, type ReportRound } from '../../../shared/report/rounds.ts';
import { notesOf, sectionsOf, type Report, type ReportApproach, type ReportColumn, type ReportNote } from '../../../shared/report/model.ts';
import { facilitatorsInARow, savedFacts, sitesInARow } from '../../../shared/report/lines.ts';
import { withoutDirection } from './direction.ts';
import { beginning } from '../../../shared/report/beginning.ts';
import { reportTexts, type ReportTexts } from '../../../shared/report/texts.ts';
import type { ColumnKind } from '../../../shared/stage/columns.ts';
import { breakable } from '../breakable.ts';

/**
 * What the Typst template sets: a report as plain values, in the words it is told in. Everything
 * people wrote is data here and can never become markup. A text is `{ text, rtl, lang }`.
 */
export function pdfData(report: Report, picture: { file: string; width: number; height: number }) {
  const texts = reportTexts(report.language);
  const { language, totals, summary } = report;
  const sections = sectionsOf(report);
  const number = (n: number) => formatNumber(n, language);
  const strange = notesOf(report).filter(({ note }) => OTHER_SCRIPTS.test(note.text)).length;
  return {
    ...locale(language),
    words: words(texts),
    title: written(report.title),
    plainTitle: report.title,
    author: report.snapshot.savedBy,
    workshop: written(report.workshop),
    saved: report.dates.saved,
    written: report.dates.written === null ? '' : texts.written(report.dates.written),
    savedBy: written(savedFacts(report.snapshot, texts).join(' · ')),
    facilitators: written(facilitatorsInARow(report.sites)),
    siteNames: written(sitesInARow(report.sites, texts)),
    figures: [
      { number: number(totals.notes), unit: texts.units.notes(totals.notes) },
      { number: number(totals.people), unit: texts.units.people(totals.people) },
      { number: number(totals.sites), unit: texts.units.sites(totals.sites) },
      { number: number(report.approaches.length), unit: texts.units.approaches(report.approaches.length) },
    ],
    introduction: report.introduction.map(written),
    conclusions: report.conclusions.map(written),
    nobody: totals.people === 0,
    ornament: coverOrnament(report),
    counts: countsTable(report),
    votesByColumn: votesByColumn(report, texts),
    bySite: siteCharts(report).map((chart) => bySite(report, chart, texts)),
    strongest: summary.strongest.map(({ note, place, response }) => ({ what: written(beginning(note.text) || texts.emptyNote), place: written(inARow([place, note.author, note.site])), response, paper: PAPER[note.color] })),
    comparing: summary.bySite.length > 1,
    agree: (summary.agree.length > 0 ? summary.agree : [texts.noAgreement]).map(written),
    differ: (summary.differ.length > 0 ? summary.differ : [texts.noDifference]).map(written),
    sites: report.sites.map(({ name, people, count, notes, about }) => ({
      name: written(name ?? texts.noSite),
      about: written(about),
      count: [texts.people(count), texts.notes(notes)].join(' · '),
      people: people.map((person) => ({ name: written(person.name), facilitates: person.role === 'facilitator' })),
    })),
    actions: report.actions.map(({ note, place, owner, day, done }) => ({
      what: written(beginning(note.text) || texts.emptyNote),
      place: written(place),
      owner: owner === null ? null : written(owner),
      day: day === '' ? null : day,
      done,
    })),
    rounds: report.rounds.map((round) => toldRound(round, language, texts)),
    polls: report.polls.map(({ question, facts, answers, people }) => ({
      question: written(question),
      facts: facts.join(' · '),
      answers: answers.map(({ answer, count }) => ({ answer: written(answer), number: number(count), share: people === 0 ? 0 : count / people })),
    })),
    picture: { file: picture.file, alt: `${texts.pictureTitle(report.title)}. ${texts.pictureDescription(texts.approaches(report.approaches.length), texts.notes(totals.notes))}`, wide: picture.width > picture.height },
    approaches: sections.map((approach) => toldApproach(approach, texts)),
    outside: [
      { title: texts.free, explained: texts.freeExplained, notes: report.free },
      { title: texts.aside, explained: texts.asideExplained, notes: report.aside },
    ]
      .filter(({ notes }) => notes.length > 0)
      .map(({ notes, ...told }) => ({ ...told, notes: notes.map((note) => toldNote(note, texts)) })),
    omissions: [...report.omissions, ...(strange === 0 ? [] : [texts.lettersMissing(strange)])],
    made: [texts.madeWith, report.template, report.dates.opened === null ? '' : texts.opened(report.dates.opened)].filter(Boolean).join(' · '),
    signs: { columns: mapValues(COLUMN_ICON_PATHS, (paths, kind) => sign(paths, COLUMN_ACCENT[kind].light)), done: sign(ACTION_ICON_PATHS.done, '#5d574d'), toDo: sign(ACTION_ICON_PATHS.toDo, '#0f5e5a') },
    accents: mapValues(COLUMN_ACCENT, ({ light, lightTint }) => ({ ink: light, tint: lightTint })),
  };
}

/** Letters that Rubik has none of. */
const OTHER_SCRIPTS = /(?![\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Common}\p{Script=Inherited}])\p{L}/u;

/** Sentences of the report itself that the template sets as they are. */
function words(texts: ReportTexts) {
  const { report, atAGlance, notesByApproach, column, total, strongest, strongestExplained, agree, differ, whoTookPart, nobodyYet } = texts;
  const { actions, actionsExplained, what, owner, due, state, toDo, done, noOwner, noDue, wholeBoard, pictureCaption, useWhen, watchFor } = texts;
  const { prompts, materials, notInThisReport, nothingMissing, noNotes, facilitators, contents, introduction, conclusions } = texts;
  return {
    report, atAGlance, notesByApproach, column, total, strongest, strongestExplained, agree, differ, whoTookPart, nobodyYet,
    actions, actionsExplained, what, owner, due, state, toDo, done, noOwner, noDue, wholeBoard, pictureCaption, useWhen, watchFor,
    prompts, materials, notInThisReport, nothingMissing, noNotes, facilitators, contents, introduction, conclusions,
    facilitator: texts.roles.facilitator,
    site: texts.table.site,
    sites: texts.units.sites(2),
    comments: texts.comments,
    reactions: texts.reactionsTitle,
    rounds: texts.rounds.title,
    roundsExplained: texts.rounds.explained,
    nobodyVoted: texts.rounds.nobody,
    voters: texts.rounds.voters,
    polls: texts.polls.title,
    pollsExplained: texts.polls.explained,
    answer: texts.polls.answer,
    answers: texts.polls.answers,
  };
}

function locale(language: Language) {
  const [lang, region] = LOCALES[language].split('-');
  return { lang, region };
}

function written(text: string) {
  return { text: breakable(text), rtl: readsRightToLeft(text) };
}

function countsTable(report: Report) {
  const { approaches, language, summary } = report;
  const most = Math.max(1, ...approaches.flatMap((approach) => summary.columns.map((column) => notesIn(approach, column) ?? 0)));
  return {
    heads: approaches.map(({ title }) => written(title)),
    rows: summary.columns.map((column) => {
      const notes = approaches.map((approach) => notesIn(approach, column));
      return {
        kind: column.kind,
        title: written(column.title),
        cells: notes.map((n) => (n === null ? null : { number: formatNumber(n, language), share: n / most })),
        total: formatNumber(notes.reduce<number>((sum, n) => sum + (n ?? 0), 0), language),
      };
    }),
    others: otherPlaces(report).map(({ title, notes }) => ({ title: written(title), number: formatNumber(notes, language) })),
    totals: approaches.map(({ notes }) => formatNumber(notes, language)),
    total: formatNumber(report.totals.notes, language),
  };
}

function votesByColumn({ approaches, summary, language }: Report, texts: ReportTexts) {
  if (!summary.votes) return null;
  const number = (n: number | null) => (n === null ? '–' : formatNumber(n, language));
  return {
    title: texts.votesByColumn,
    heads: [texts.column, ...approaches.map(({ title }) => title), texts.total].map(written),
    rows: summary.votes.byColumn.map(({ title, counts, total }) => ({ site: written(title), cells: [...counts, total].map(number) })),
  };
}

function bySite(report: Report, told: SiteChart, texts: ReportTexts) {
  const { columns } = report.summary;
  const number = (n: number) => formatNumber(n, report.language);
  return {
    title: told.title,
    chart: withoutDirection(chartBySite(report, told, LIGHT_CHART)),
    alt: chartDescription(report, told),
    heads: [written(texts.table.site), ...columns.map(({ title }) => written(title)), written(texts.total)],
    rows: told.sites.map(({ site, counts, total }) => ({ site: written(site || texts.noSite), cells: [...counts.map(number), number(total)] })),
  };
}

function toldRound(round: ReportRound, language: Language, texts: ReportTexts) {
  const number = (n: number) => formatNumber(n, language);
  const columns = hasSiteColumns(round);
  const cells = (counts: readonly number[]) => (columns ? counts.map(number) : []);
  const most = Math.max(1, ...round.items.map(({ votes }) => votes));
  return {
    question: written(round.question),
    facts: written(round.facts.join(' · ')),
    heads: [texts.rounds.rank, texts.rounds.item, texts.rounds.strength, texts.rounds.breadth, ...(columns ? round.sites.map((site) => site || texts.noSite) : [])].map(written),
    items: round.items.map(({ rank, text, place, votes, breadth, bySite }) => ({
      rank: number(rank),
      what: written(text || texts.emptyNote),
      place: written([place, columns ? '' : siteLine(round, bySite, language)].filter(Boolean).join('\n')),
      share: votes / most,
      cells: [number(votes), number(breadth), ...cells(bySite)],
    })),
    voters: { cells: [number(round.people), round.breadth === null ? '–' : number(round.breadth), ...cells(round.voters)], bySite: written(columns ? '' : siteLine(round, round.voters, language)) },
  };
}

function toldApproach(approach: ReportApproach, texts: ReportTexts) {
  return {
    title: written(approach.title),
    summary: written(approach.summary),
    question: written(approach.question),
    useWhen: written(approach.useWhen),
    watchFor: written(approach.watchFor),
    columns: approach.columns.map((column) => toldColumn(column, texts)),
    materials: [...new Set(approach.materials)].map(written),
  };
}

function toldColumn(column: ReportColumn, texts: ReportTexts) {
  const tell = (notes: readonly ReportNote[]) => notes.map((note) => toldNote(note, texts));
  return {
    kind: column.kind,
    title: written(column.title),
    count: texts.notes(column.notes.length),
    blocks: column.blocks.map((block, index) => ({
      title: needsHeading(block, index) ? written(block.title ?? texts.inNoGroup) : null,
      count: blockFacts(block, texts),
      notes: tell(block.notes),
    })),
    prompts: column.prompts.map(({ text }) => written(text)),
  };
}

function toldNote(note: ReportNote, texts: ReportTexts) {
  const { action } = note;
  return {
    text: note.text.trim() === '' ? null : { ...written(note.text), ...locale(note.language) },
    empty: texts.emptyNote,
    paper: PAPER[note.color],
    signed: written(inARow([note.author ?? texts.noAuthor, note.site, note.saidInRoom && texts.saidInRoom, note.formerly !== null && texts.formerlyIn(isolated(note.formerly))])),
    votes: [...(note.votes ? [texts.votesCount(note.votes)] : []), ...(note.late ? [texts.rounds.late] : [])].join('  ·  '),
    action: action && { done: action.done, text: written(inARow([texts.action, action.done && texts.done, action.owner ?? texts.noOwner, action.day && texts.by(action.day)])) },
    reactions: note.reactions.map(({ meaning, names }) => written(`${meaning}: ${namesInARow(names)}`)),
    comments: note.comments.map(({ text, author, site, moment }) => ({ text: written(text), by: written(inARow([author ?? texts.noAuthor, site, moment])) })),
  };
}

function sign(paths: readonly string[], stroke: string): string {
  const drawn = paths.map((d) => `<path d="${d}"/>`).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="${stroke}" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round">${drawn}</svg>`;
}

function mapValues<T, U>(record: Record<ColumnKind, T>, map: (value: T, kind: ColumnKind) => U): Record<ColumnKind, U> {
  return Object.fromEntries(Object.entries(record).map(([kind, value]) => [kind, map(value, kind as ColumnKind)])) as Record<ColumnKind, U>;
}
