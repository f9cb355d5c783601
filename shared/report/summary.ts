import { isolated } from './characters.ts';
import { formatPercent } from './formats.ts';
import { countBySite, countedColumns, countVotes, sitesOf, type CountedColumn, type SiteCount, type VoteCount } from './counts.ts';
import { notesOf, placeName, type Report, type ReportNote } from './model.ts';
import { reportTexts } from './texts.ts';

/** A note that many had something to say to. */
export interface StrongNote {
  note: ReportNote;
  /** The approach and the column; empty for a note outside of them. */
  place: string;
  /** '5 votes · 3 reactions'. */
  response: string;
}

/** What a reader without time should know. */
export interface ReportSummary {
  columns: CountedColumn[];
  bySite: SiteCount[];
  /** `null` where there were no votes. */
  votes: VoteCount | null;
  /** Those that people voted for, reacted to and commented on most, the strongest first. */
  strongest: StrongNote[];
  /** Sentences; empty where fewer than two sites wrote. */
  agree: string[];
  differ: string[];
}

/** As many as fit on a page. */
const STRONGEST = 8;
const SENTENCES = 4;
/** Of so few notes of a site no share is worth telling. */
const FEWEST = 4;
/** A site leans to a column from this share more of its notes than of everybody's. */
const LEANING = 0.12;

/** Sums up a report from what it tells. */
export function summarise(report: Omit<Report, 'summary'>): ReportSummary {
  const columns = countedColumns(report.approaches);
  const bySite = countBySite(report);
  return {
    columns,
    bySite,
    votes: countVotes(report),
    strongest: strongest(report),
    ...(bySite.length < 2 ? { agree: [], differ: [] } : { agree: agreements(report, bySite.length), differ: differences(report, columns, bySite) }),
  };
}

function strongest(report: Omit<Report, 'summary'>): StrongNote[] {
  const texts = reportTexts(report.language);
  const ranked = notesOf(report).map(({ note, approach, column }) => {
    const votes = note.votes ?? 0;
    const reactions = note.reactions.reduce((sum, { names }) => sum + names.length, 0);
    const comments = note.comments.length;
    const said = [...(votes > 0 ? [texts.votesCount(votes)] : []), ...(reactions > 0 ? [texts.reactionsCount(reactions)] : []), ...(comments > 0 ? [texts.commentsCount(comments)] : [])];
    const place = approach && column ? placeName(approach, column) : '';
    return { told: { note, place, response: said.join(' · ') }, votes, talk: reactions + comments };
  });
  return ranked
    .filter(({ votes, talk }) => votes + talk > 0)
    .sort((a, b) => b.votes - a.votes || b.talk - a.talk)
    .slice(0, STRONGEST)
    .map(({ told }) => told);
}

/** Themes that several sites share; where nobody has grouped, columns that all sites wrote under. */
function agreements({ approaches, language }: Omit<Report, 'summary'>, sites: number): string[] {
  const texts = reportTexts(language);
  const columns = approaches.flatMap((approach) => approach.columns.map((column) => ({ approach, column })));
  const shared = columns
    .flatMap(({ approach, column }) => column.blocks.flatMap(({ title, notes }) => (title === null ? [] : { title, place: placeName(approach, column), from: sitesOf(notes, []), notes: notes.length })))
    .filter(({ from }) => from.length > 1)
    .sort((a, b) => b.from.length - a.from.length || b.notes - a.notes)
    .map(({ title, place, from, notes }) => texts.sharedTheme(isolated(title), place, notes, from.length, sites));
  const everywhere = columns
    .filter(({ column }) => sitesOf(column.notes, []).length === sites)
    .map(({ approach, column }) => texts.everySiteWrote(placeName(approach, column), sites));
  return [...shared, ...everywhere].slice(0, SENTENCES);
}

/** What a site wrote more of than the others do, and what only one of them wrote about. */
function differences({ approaches, language }: Omit<Report, 'summary'>, columns: readonly CountedColumn[], bySite: readonly SiteCount[]): string[] {
  const texts = reportTexts(language);
  const all = bySite.reduce((sum, { total }) => sum + total, 0);
  const leanings = bySite
    .filter(({ total }) => total >= FEWEST)
    .map(({ site, counts, total }) => {
      const shares = counts.map((count, index) => {
        const common = bySite.reduce((sum, other) => sum + other.counts[index]!, 0) / all;
        return { title: columns[index]!.title, own: count / total, common, more: count / total - common };
      });
      return { site, ...shares.reduce((most, share) => (share.more > most.more ? share : most)) };
    })
    .filter(({ more }) => more >= LEANING)
    .sort((a, b) => b.more - a.more)
    .map(({ site, title, own, common }) => texts.siteLeans(isolated(site), isolated(title), formatPercent(own, language), formatPercent(common, language)));
  const alone = approaches.flatMap((approach) =>
    approach.columns.flatMap((column) => {
      const from = sitesOf(column.notes, []);
      return from.length === 1 && column.notes.every(({ site }) => site !== null) ? [texts.onlySiteWrote(isolated(from[0]!), placeName(approach, column))] : [];
    }),
  );
  return [...leanings, ...alone].slice(0, SENTENCES);
}
