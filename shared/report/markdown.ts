import { beginning } from './beginning.ts';
import { inARow, isolated, namesInARow } from './characters.ts';
import { pollBlocks, roundBlocks } from './markdown-rounds.ts';
import { siteCharts } from './charts.ts';
import { otherPlaces } from './counts.ts';
import { peopleInARow } from './lines.ts';
import { sectionsOf, type Report, type ReportApproach, type ReportBlock, type ReportColumn, type ReportNote } from './model.ts';
import { blockFacts, needsHeading } from './blocks.ts';
import { reportTexts, type ReportTexts } from './texts.ts';

/** A report as CommonMark with GitHub's tables. What people wrote is escaped and can never become markup. */
export function reportAsMarkdown(report: Report): string {
  const texts = reportTexts(report.language);
  const blocks = [
    ...headerBlocks(report, texts),
    ...wordsBlocks(texts.introduction, report.introduction),
    ...glanceBlocks(report, texts),
    ...summaryBlocks(report, texts),
    ...actionBlocks(report, texts),
    ...roundBlocks(report, texts),
    ...pollBlocks(report, texts),
    ...sectionsOf(report).flatMap((approach) => approachBlocks(approach, texts)),
    ...outsideBlocks(texts.free, texts.freeExplained, report.free, texts),
    ...outsideBlocks(texts.aside, texts.asideExplained, report.aside, texts),
    ...wordsBlocks(texts.conclusions, report.conclusions),
    '---',
    ...footerBlocks(report, texts),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function headerBlocks(report: Report, texts: ReportTexts): string[] {
  const { snapshot } = report;
  return [
    `# ${markdownLine(report.title)}`,
    markdownLine(report.workshop),
    markdownLine(
      [
        texts.savedOn(report.dates.saved),
        report.dates.written === null ? '' : texts.written(report.dates.written),
        snapshot.title === '' ? '' : texts.snapshotTitle(snapshot.title),
        snapshot.savedBy === '' ? '' : texts.savedBy(snapshot.savedBy),
      ]
        .filter((part) => part !== '')
        .join(' · '),
    ),
  ];
}

/** What the facilitator has written for the report. */
function wordsBlocks(title: string, paragraphs: readonly string[]): string[] {
  return paragraphs.length === 0 ? [] : [`## ${title}`, ...paragraphs.map(markdownLine)];
}

function glanceBlocks(report: Report, texts: ReportTexts): string[] {
  const rows = report.approaches.flatMap((approach) =>
    approach.columns.map((column) => row([approach.title, column.title, String(column.notes.length)])),
  );
  return [
    `## ${texts.atAGlance}`,
    [
      row([texts.approach, texts.column, texts.total]),
      '| --- | --- | ---: |',
      ...rows,
      ...otherPlaces(report).map(({ title, notes }) => row([title, '', String(notes)])),
      row([texts.total, '', String(report.totals.notes)]),
    ].join('\n'),
    `## ${texts.whoTookPart}`,
    report.sites.length === 0 ? texts.nobodyYet : list(report.sites.map((site) => markdownLine(siteLine(site, texts)))),
  ];
}

/** Who wrote and voted where, what counted most, where sites agree and where they differ. */
function summaryBlocks(report: Report, texts: ReportTexts): string[] {
  const { columns, bySite, votes, strongest, agree, differ } = report.summary;
  const table = (heads: readonly string[], rows: readonly (readonly string[])[]) => [row(heads), `| --- |${' ---: |'.repeat(heads.length - 1)}`, ...rows.map(row)].join('\n');
  const sentences = (title: string, all: readonly string[], otherwise: string) => [`## ${title}`, list((all.length > 0 ? all : [otherwise]).map(markdownLine))];
  return [
    ...(votes ? [`## ${texts.votesByColumn}`, table([texts.column, ...report.approaches.map(({ title }) => title), texts.total], votes.byColumn.map(({ title, counts, total }) => [title, ...counts.map((count) => String(count ?? '–')), String(total)]))] : []),
    ...siteCharts(report).flatMap(({ title, sites }) => [
      `## ${title}`,
      table([texts.table.site, ...columns.map((column) => column.title), texts.total], sites.map(({ site, counts, total }) => [site || texts.noSite, ...counts.map(String), String(total)])),
    ]),
    ...(strongest.length > 0
      ? [
          `## ${texts.strongest}`,
          texts.strongestExplained,
          list(strongest.map(({ note, place, response }) => [`**${markdownLine(beginning(note.text) || texts.emptyNote)}**`, markdownLine(inARow([response, place, note.author, note.site]))].join('\\\n'))),
        ]
      : []),
    ...(bySite.length > 1 ? [...sentences(texts.agree, agree, texts.noAgreement), ...sentences(texts.differ, differ, texts.noDifference)] : []),
  ];
}

function actionBlocks({ actions }: Report, texts: ReportTexts): string[] {
  if (actions.length === 0) return [];
  return [
    `## ${texts.actions}`,
    [
      row([texts.what, texts.owner, texts.due, texts.state]),
      '| --- | --- | --- | --- |',
      ...actions.map(({ note, owner, day, done }) =>
        row([beginning(note.text) || texts.emptyNote, owner ?? texts.noOwner, day || texts.noDue, done ? texts.done : texts.toDo]),
      ),
    ].join('\n'),
  ];
}

function row(cells: readonly string[]): string {
  return `| ${cells.map(markdownLine).join(' | ')} |`;
}

function siteLine(site: Report['sites'][number], texts: ReportTexts): string {
  return `${isolated(site.name ?? texts.noSite)} (${inARow([texts.notes(site.notes), site.about])})${site.people.length > 0 ? `: ${peopleInARow(site, texts)}` : ''}`;
}

function approachBlocks(approach: ReportApproach, texts: ReportTexts): string[] {
  return [
    `## ${markdownLine(approach.title)}`,
    markdownLine(approach.summary),
    approach.question === '' ? '' : `**${markdownLine(approach.question)}**`,
    approach.useWhen === '' ? '' : `*${texts.useWhen}:* ${markdownLine(approach.useWhen)}`,
    approach.watchFor === '' ? '' : `*${texts.watchFor}:* ${markdownLine(approach.watchFor)}`,
    ...approach.columns.flatMap((column) => columnBlocks(column, texts)),
    ...(approach.materials.length > 0 ? [`### ${texts.materials}`, list(approach.materials.map(markdownLine))] : []),
  ];
}

function columnBlocks(column: ReportColumn, texts: ReportTexts): string[] {
  return [
    `### ${markdownLine(column.title)} (${texts.notes(column.notes.length)})`,
    ...column.blocks.flatMap((block, index) => notesBlocks(blockHeading(block, index, texts), block.notes, texts)),
    ...(column.blocks.length === 0 ? [texts.noNotes] : []),
    ...(column.prompts.length > 0 ? [`*${texts.prompts}*`, list(column.prompts.map((prompt) => markdownLine(prompt.text)))] : []),
  ];
}

function blockHeading(block: ReportBlock, index: number, texts: ReportTexts): string {
  const facts = blockFacts(block, texts);
  return needsHeading(block, index) ? `#### ${markdownLine(block.title ?? texts.inNoGroup)} (${facts})` : '';
}

function notesBlocks(heading: string, notes: readonly ReportNote[], texts: ReportTexts): string[] {
  return [heading, notes.length === 0 ? texts.noNotes : list(notes.map((note) => noteItem(note, texts)))];
}

function outsideBlocks(title: string, explained: string, notes: readonly ReportNote[], texts: ReportTexts): string[] {
  if (notes.length === 0) return [];
  return [`## ${title}`, explained, list(notes.map((note) => noteItem(note, texts)))];
}

function footerBlocks(report: Report, texts: ReportTexts): string[] {
  const { drawings } = report.totals;
  return [
    ...(report.omissions.length > 0 ? report.omissions : [texts.nothingMissing]),
    ...(drawings > 0 ? [texts.drawingsOnlyInPicture(texts.drawings(drawings))] : []),
    ...(report.template === '' ? [] : [report.template]),
  ].map(markdownLine);
}

function noteItem(note: ReportNote, texts: ReportTexts): string {
  const signature = [note.author ?? texts.noAuthor, note.site, note.saidInRoom && texts.saidInRoom, note.formerly && texts.formerlyIn(note.formerly), note.late && texts.rounds.late, note.votes && texts.votesCount(note.votes)];
  const signed = `— ${markdownLine(inARow(signature))}`;
  const text = note.text.trim() === '' ? texts.emptyNote : markdownText(note.text);
  return [text, signed, ...talkBlocks(note, texts)].join('\n\n');
}

/** What people mean to do about a note, how they reacted and what they said. */
function talkBlocks({ action, reactions, comments }: ReportNote, texts: ReportTexts): string[] {
  const facts = action && inARow([action.done ? texts.done : texts.toDo, action.owner ?? texts.noOwner, action.day && texts.by(action.day)]);
  const reacted = reactions.map(({ emoji, meaning, names }) => `${emoji} ${meaning}: ${namesInARow(names)}`).join(' · ');
  const said = comments.map(({ text, author, site, moment }) => {
    const signed = inARow([author ?? texts.noAuthor, site, moment]);
    return `${markdownText(text)}\n\n— ${markdownLine(signed)}`;
  });
  return [
    ...(facts ? [`**${texts.action}:** ${markdownLine(facts)}`] : []),
    ...(reacted ? [markdownLine(reacted)] : []),
    ...(said.length > 0 ? [`*${texts.comments}*`, list(said)] : []),
  ];
}

/** Items of a list; each may have several paragraphs. Only lines that hold something are indented. */
function list(items: readonly string[]): string {
  return items.map((item) => `- ${item.replaceAll(/\n(?=[^\n])/g, '\n  ')}`).join('\n');
}

/** A text as paragraphs, its line breaks kept. */
export function markdownText(text: string): string {
  return text
    .split(/\n[^\S\n]*\n\s*/)
    .map((paragraph) =>
      paragraph
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .map(escapeLine)
        .join('\\\n'),
    )
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

/** A text on one line, for headings, cells and names. */
export function markdownLine(text: string): string {
  return escapeLine(text.replaceAll(/\s+/g, ' ').trim());
}

/**
 * Escapes what CommonMark and GitHub's extensions give a meaning (CommonMark 0.31, 2.4: any ASCII
 * punctuation may be escaped): some signs anywhere, others only where a line begins, so that
 * ordinary prose stays readable as it is.
 */
function escapeLine(line: string): string {
  return line
    .replaceAll(/[\\`*_[\]<>#|~&{}$^]/g, String.raw`\$&`)
    .replaceAll(/:(?=\/\/)|(?<=\bmailto|\bxmpp):/gi, String.raw`\:`)
    .replaceAll(/(?<=\bwww)\./gi, String.raw`\.`)
    .replaceAll('@', String.raw`\@`)
    .replace(/^[-+=:]/, String.raw`\$&`)
    .replace(/^(\d+)([.)])/, String.raw`$1\$2`);
}
