import type { ReportBlock } from './model.ts';
import type { ReportTexts } from './texts.ts';

/** Notes in no group at the top of a column need no words; behind a group they do, or they would seem to be in it. */
export function needsHeading({ title }: ReportBlock, index: number): boolean {
  return title !== null || index > 0;
}

/** How much is in a group, and how many votes it was given itself: '3 notes · 5 votes'. */
export function blockFacts(block: ReportBlock, texts: ReportTexts): string {
  const votes = block.title === null ? null : block.votes;
  return [texts.notes(block.notes.length), ...(votes ? [texts.votesCount(votes)] : [])].join(' · ');
}
