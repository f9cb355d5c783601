import { markdownLine } from './markdown.ts';
import { inARow } from './characters.ts';
import type { Report } from './model.ts';
import type { ReportTexts } from './texts.ts';

/** The votes as tables of Markdown; nothing where nobody voted. */
export function roundBlocks({ rounds }: Pick<Report, 'rounds'>, texts: ReportTexts): string[] {
  if (rounds.length === 0) return [];
  const words = texts.rounds;
  return [
    `## ${markdownLine(words.title)}`,
    markdownLine(words.explained),
    ...rounds.flatMap((round) => [
      `### ${markdownLine(round.question)}`,
      markdownLine(round.facts.join(' · ')),
      round.items.length === 0
        ? markdownLine(words.nobody)
        : [
            row([words.rank, words.item, words.strength, words.breadth, ...round.sites.map((site) => site || texts.noSite)]),
            `| ---: | --- |${' ---: |'.repeat(2 + round.sites.length)}`,
            ...round.items.map(({ rank, text, place, votes, breadth, bySite }) => row([rank, inARow([text || texts.emptyNote, place]), votes, breadth, ...bySite])),
            row(['', words.voters, round.people, round.breadth ?? '–', ...round.voters]),
          ].join('\n'),
    ]),
  ];
}

/** The quick questions as tables of Markdown; nothing where none was asked. */
export function pollBlocks({ polls }: Pick<Report, 'polls'>, texts: ReportTexts): string[] {
  if (polls.length === 0) return [];
  const words = texts.polls;
  return [
    `## ${markdownLine(words.title)}`,
    markdownLine(words.explained),
    ...polls.flatMap(({ question, facts, answers }) => [
      `### ${markdownLine(question)}`,
      markdownLine(facts.join(' · ')),
      [row([words.answer, words.answers]), '| --- | ---: |', ...answers.map(({ answer, count }) => row([answer, count]))].join('\n'),
    ]),
  ];
}

function row(cells: readonly (string | number)[]): string {
  return `| ${cells.map((cell) => markdownLine(String(cell))).join(' | ')} |`;
}
