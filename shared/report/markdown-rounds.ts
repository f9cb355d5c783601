import { markdownLine } from './markdown.ts';
import type { Report } from './model.ts';
import type { ReportTexts } from './texts.ts';

/** The votes as tables of Markdown; nothing where nobody voted. */
export function roundBlocks({ rounds }: Pick<Report, 'rounds'>, texts: ReportTexts): string[] {
  if (rounds.length === 0) return [];
  const row = (cells: readonly (string | number)[]) => `| ${cells.map((cell) => markdownLine(String(cell))).join(' | ')} |`;
  return [
    `## ${markdownLine(texts.rounds.title)}`,
    ...rounds.flatMap((round) => [
      `### ${markdownLine(round.question)}`,
      markdownLine(`${texts.rounds.ended(round.moment)} · ${texts.rounds.voted(round.people)}`),
      round.items.length === 0
        ? markdownLine(texts.rounds.nobody)
        : [
            row([texts.rounds.item, texts.rounds.strength, texts.rounds.breadth, ...round.sites.map((site) => site || texts.noSite)]),
            `| --- |${' ---: |'.repeat(2 + round.sites.length)}`,
            ...round.items.map(({ text, votes, breadth, bySite }) => row([text || texts.emptyNote, votes, breadth, ...bySite])),
          ].join('\n'),
    ]),
  ];
}
