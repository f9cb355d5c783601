import { COLUMN_ACCENT, INK, NOTE_COLORS, PAPER } from '../board/palette.ts';
import { COLUMN_KINDS } from '../stage/columns.ts';
import { pageCss } from './styles-print.ts';

/**
 * The style sheet of `ReportDocument`. All its rules lie below `.report`, so that it can stand beside
 * the client's own. Light and dark follow the device and `data-theme` on the root element; print is
 * always light. Every pair of text and ground has a contrast of at least 4.5:1 (WCAG 2.2, 1.4.3).
 */

const light = [
  'color-scheme: light',
  '--report-ground: #faf7f2',
  '--report-surface: #fffdfa',
  '--report-line: #e2d9ca',
  `--report-ink: ${INK}`,
  '--report-soft: #5d574d',
  '--report-accent: #0f5e5a',
  '--report-accent-tint: #e0efec',
  '--report-shadow: 0 1px 1px rgb(60 45 20 / 12%), 0 3px 8px -2px rgb(60 45 20 / 18%)',
  ...columnColors('light', 'lightTint'),
].join('; ');

const dark = [
  'color-scheme: dark',
  '--report-ground: #191816',
  '--report-surface: #23211e',
  '--report-line: #3d3933',
  '--report-ink: #f2ede4',
  '--report-soft: #b9b1a4',
  '--report-accent: #7accc4',
  '--report-accent-tint: #1d3533',
  '--report-shadow: 0 1px 2px rgb(0 0 0 / 40%), 0 4px 10px -2px rgb(0 0 0 / 45%)',
  ...columnColors('dark', 'darkTint'),
].join('; ');

function columnColors(ground: 'light' | 'dark', tint: 'lightTint' | 'darkTint'): string[] {
  return COLUMN_KINDS.flatMap((kind) => [
    `--report-${kind}: ${COLUMN_ACCENT[kind][ground]}`,
    `--report-${kind}-tint: ${COLUMN_ACCENT[kind][tint]}`,
  ]);
}

const columns = COLUMN_KINDS.map(
  (kind) => `.report .report-column--${kind} { --report-column: var(--report-${kind}); --report-column-tint: var(--report-${kind}-tint); }`,
).join('\n');

const papers = NOTE_COLORS.map((color) => `.report .report-note--${color} { background: ${PAPER[color]}; }`).join('\n');

const base = `
.report {
  box-sizing: border-box;
  margin: 0 auto;
  padding: clamp(2rem, 6vw, 5rem) max(clamp(1.25rem, 5vw, 4rem), calc((100% - 66rem) / 2)) 4rem;
  background: var(--report-ground);
  color: var(--report-ink);
  font: 400 1rem/1.6 'Rubik Variable', Rubik, system-ui, sans-serif;
  overflow-wrap: anywhere;
}
.report *, .report *::before { box-sizing: border-box; }
.report :where(h1, h2, h3, h4, p, ul, dl, dd, figure) { margin: 0; padding: 0; }
.report :where(ul) { list-style: none; }
.report :where(h1, h2, h3, h4) { font-weight: 600; line-height: 1.2; letter-spacing: -0.01em; text-wrap: balance; }
.report h2 { font-size: clamp(1.5rem, 3vw, 1.875rem); }
.report h3 { font-size: 1.25rem; }
.report p { text-wrap: pretty; }
.report-words p { max-width: 44rem; margin-top: 0.75rem; white-space: pre-line; }
.report-empty, .report-explained { color: var(--report-soft); }
.report-explained { margin-block: 0.375rem 1.25rem; }

.report-eyebrow {
  color: var(--report-accent);
  font-weight: 500;
  font-size: 0.875rem;
  letter-spacing: 0.08em;
  text-transform: uppercase;
}
.report-header h1 {
  max-width: 20em;
  margin-top: 0.75rem;
  font-size: clamp(2.125rem, 6vw, 3.5rem);
  line-height: 1.08;
  letter-spacing: -0.025em;
}
.report-workshop { max-width: 40em; margin-top: 1rem; font-size: clamp(1.125rem, 2.4vw, 1.375rem); line-height: 1.4; }
.report-saved { display: flex; flex-wrap: wrap; column-gap: 0.375em; margin-top: 1rem; color: var(--report-soft); }
.report-saved > :not(:last-child)::after { content: ' ·'; }
.report-figures {
  display: grid;
  grid-template-columns: repeat(4, max-content);
  gap: 1rem clamp(1.5rem, 6vw, 4.5rem);
  margin-top: clamp(2rem, 5vw, 3rem);
  padding-block: 1.25rem;
  border-block: 1px solid var(--report-line);
  color: var(--report-soft);
}
.report-figures strong {
  display: block;
  color: var(--report-accent);
  font-weight: 600;
  font-size: clamp(2rem, 5vw, 2.75rem);
  line-height: 1.1;
  letter-spacing: -0.02em;
  font-variant-numeric: tabular-nums;
}

.report-words { margin-top: clamp(2.5rem, 6vw, 4rem); }
.report-glance { display: grid; grid-template-columns: minmax(0, 1fr); gap: clamp(2.5rem, 6vw, 4rem); margin-top: clamp(2.5rem, 6vw, 4rem); }
.report-counts-frame { overflow-x: auto; }
.report-counts { width: 100%; margin-top: 0.5rem; border-collapse: collapse; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
.report-counts caption { padding-bottom: 1rem; color: var(--report-soft); text-align: start; }
.report-counts :is(th, td) { padding: 0.75rem clamp(0.5rem, 3vw, 2.5rem) 0.75rem 0; border-bottom: 1px solid var(--report-line); text-align: start; vertical-align: top; font-weight: 500; hyphens: auto; }
.report-counts :is(th, td):last-child { width: 1%; padding-right: 0; text-align: end; }
.report-counts td { font-size: 1.125rem; line-height: 1.3; }
.report-counts thead th { color: var(--report-soft); font-size: 0.9375rem; line-height: 1.35; vertical-align: bottom; }
.report-counts tbody th { color: var(--report-column, inherit); }
.report-counts .report-sign { width: 1.25rem; height: 1.25rem; margin-inline-end: 0.25rem; vertical-align: -0.25em; }
.report-counts tfoot :is(th, td) { border-bottom: 0; font-weight: 600; }
.report-bar { display: block; width: 100%; height: 5px; margin-top: 0.375rem; color: var(--report-column); }

.report-sites { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr)); gap: 1rem; margin-top: 1.25rem; }
.report-site { padding: 1.125rem 1.25rem 1.25rem; border: 1px solid var(--report-line); border-radius: 14px; background: var(--report-surface); }
.report-site h3 { font-size: 1.125rem; }
.report-site-count { color: var(--report-soft); font-size: 0.875rem; }
.report-site ul { margin-top: 0.75rem; }
.report-site li { display: flex; flex-wrap: wrap; align-items: center; gap: 0 0.5rem; padding-block: 0.125rem; }
.report-site em {
  padding: 0 0.5rem;
  border-radius: 1rem;
  background: var(--report-accent-tint);
  color: var(--report-accent);
  font-style: normal;
  font-weight: 500;
  font-size: 0.8125rem;
}

.report-in-short { display: grid; grid-template-columns: minmax(0, 1fr); gap: clamp(2.5rem, 6vw, 4rem); margin-top: clamp(2.5rem, 6vw, 4rem); }
.report-chart { margin-top: 1.25rem; overflow-x: auto; }
.report-chart > svg { display: block; width: 100%; min-width: 34rem; max-width: 56rem; }
.report-site-counts { margin-top: 1.25rem; }
.report-site-counts :is(th, td) { padding-block: 0.4375rem; }
.report-site-counts :is(th, td):not(:first-child) { text-align: end; }
.report-site-counts td { font-size: 1rem; }
.report-strongest { display: grid; margin-top: 1.25rem; border-top: 1px solid var(--report-line); }
.report-strong { display: grid; grid-template-columns: 0.875rem minmax(0, 1fr) auto; gap: 0.25rem 1rem; align-items: baseline; padding-block: 0.75rem; border-bottom: 1px solid var(--report-line); }
.report-strong-paper { align-self: start; width: 0.875rem; height: 0.875rem; margin-top: 0.3rem; border: 1px solid rgb(34 32 28 / 25%); border-radius: 2px; }
.report-strong-text { font-weight: 500; }
.report-strong-place { color: var(--report-soft); font-size: 0.875rem; }
.report-strong-response { color: var(--report-accent); font-weight: 500; }
.report-compared { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); gap: 2rem 3rem; }
.report-compared h2 { margin-bottom: 0.75rem; font-size: 1.25rem; }
.report-compared li { position: relative; padding: 0.25rem 0 0.25rem 1.125rem; }
.report-compared li::before { content: ''; position: absolute; left: 0; top: 0.8em; width: 0.375rem; height: 0.375rem; border-radius: 50%; background: var(--report-accent); }

.report-picture { margin-top: clamp(3rem, 7vw, 5rem) !important; }
.report-picture-frame { margin-top: 1.25rem; overflow-x: auto; border: 1px solid var(--report-line); border-radius: 14px; background: #faf7f2; }
.report-picture-frame:focus-visible { outline: 2.5px solid var(--report-accent); outline-offset: 2px; }
.report-picture-frame > svg { display: block; width: 100%; min-width: 46rem; max-height: 90vh; margin: 0 auto; }
.report-picture figcaption { margin-top: 0.75rem; color: var(--report-soft); font-size: 0.9375rem; }

.report-approach, .report-outside { margin-top: clamp(4rem, 9vw, 7rem); }
.report-approach-header h2 { font-size: clamp(1.875rem, 5vw, 2.75rem); letter-spacing: -0.02em; }
.report-summary { max-width: 44em; margin-top: 0.75rem; color: var(--report-soft); font-size: 1.125rem; }
.report-question {
  max-width: 34em;
  margin-top: 1.75rem;
  padding-inline-start: 1.25rem;
  border-inline-start: 4px solid var(--report-accent);
  color: var(--report-accent);
  font-weight: 500;
  font-size: clamp(1.25rem, 3vw, 1.5rem);
  line-height: 1.35;
}
.report-guidance { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr)); gap: 1.25rem 3rem; margin-top: 1.75rem; }
.report-guidance dt { font-weight: 600; }
.report-guidance dd { max-width: 38em; color: var(--report-soft); }

.report-column { margin-top: clamp(2.5rem, 6vw, 3.5rem); }
.report-column-header { display: flex; align-items: center; gap: 0.75rem; padding: 0.75rem 1rem; border-radius: 12px; background: var(--report-column-tint); color: var(--report-column); }
.report-column-header .report-sign { flex: none; width: 1.625rem; height: 1.625rem; }
.report-column-header h3 { font-size: 1.375rem; }
.report-column-count { margin-inline-start: auto !important; font-weight: 500; white-space: nowrap; }
.report-group { margin-top: 1.5rem; padding-inline-start: 1rem; border-inline-start: 3px solid var(--report-column); }
.report-group-header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.25rem 0.75rem; color: var(--report-column); }
.report-group-header h4 { font-size: 1.125rem; overflow-wrap: anywhere; }
.report-group > .report-empty { margin-top: 0.5rem; }
.report-column > .report-empty { margin-top: 1rem; padding-inline: 1rem; }

.report-notes { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(14.5rem, 100%), 1fr)); gap: 1rem; margin-top: 1.25rem; }
/* A note that was talked about is long: those beside it stay as they are. */
.report-notes:has(.report-comments) { align-items: start; }
.report-note:has(.report-comments) { grid-row: span 2; }
.report-note {
  display: flex;
  flex-direction: column;
  min-height: 8.5rem;
  padding: 1rem 1.125rem 0.875rem;
  border-radius: 3px;
  box-shadow: var(--report-shadow);
  color: ${INK};
}
.report-note-text { line-height: 1.45; white-space: pre-wrap; }
.report-note-text--empty { font-style: italic; }
.report-note--short .report-note-text { font-size: 1.1875rem; line-height: 1.35; }
.report-note--long { grid-column: 1 / -1; }
.report-note--long .report-note-text { max-width: 46em; }
.report-note-by { margin-top: auto !important; padding-top: 0.75rem !important; color: #4a453c; font-size: 0.8125rem; line-height: 1.4; }
.report-note-formerly { display: block; font-style: italic; }
.report-note-action { display: flex; gap: 0.4375rem; margin-top: 0.75rem !important; padding: 0.25rem 0.5rem !important; border: 1px solid ${INK}; border-radius: 6px; font-size: 0.8125rem; line-height: 1.45; }
.report-action-sign { flex: none; }
.report-note-action .report-action-sign { width: 1rem; height: 1rem; margin-top: 0.125rem; }
.report-note-action strong { font-weight: 600; }
.report-note-reactions { display: grid; gap: 0.125rem; margin-top: 0.625rem !important; font-size: 0.8125rem; line-height: 1.45; }
.report-note-reactions li { display: flex; gap: 0.375rem; }
.report-note-reactions .reaction-sign { flex: none; margin-top: 0.125rem; }
.report-comments { display: grid; gap: 0.5rem; margin-top: 0.75rem !important; padding-top: 0.625rem !important; border-top: 1px solid rgb(34 32 28 / 35%); font-size: 0.875rem; line-height: 1.4; }
.report-comment-text { white-space: pre-wrap; }
.report-comment-by { color: #4a453c; font-size: 0.75rem; }
.report-hidden { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.report-note-votes { margin: 0.5rem 0 0; font-size: 0.8125rem; font-weight: 600; }
.report-rounds { margin-top: clamp(2.5rem, 6vw, 4rem); }
.report-round { margin-top: 1.5rem; }
.report-round-facts { margin-block: 0.25rem 0.75rem; color: var(--report-soft); }
.report-round-table th, .report-round-table td { vertical-align: top; }
.report-round-table :is(th, td) { padding-block: 0.5rem; padding-inline-end: clamp(0.5rem, 2vw, 1.5rem); }
.report-round-table td { font-size: 1rem; text-align: end; }
.report-round-table thead th:not(.report-round-item) { text-align: end; }
.report-round-table .report-round-rank { width: 1%; color: var(--report-soft); }
.report-round-table .report-round-votes { color: var(--report-accent); font-weight: 600; }
.report-round-table tbody th { min-width: 12rem; font-weight: 500; overflow-wrap: anywhere; }
.report-round-table .report-bar { color: var(--report-accent); }
.report-round-table tfoot :is(th, td) { color: var(--report-soft); font-weight: 400; }
.report-round-place { display: block; color: var(--report-soft); font-weight: 400; font-size: 0.875rem; }
.report-polls { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr)); gap: 1.5rem 3rem; margin-top: 1.5rem; }
.report-polls h3 { font-size: 1.125rem; }
.report-polls .report-round-table { margin-top: 0; }
.report-polls .report-round-table tbody th { min-width: 0; }
.report-actions { margin-top: clamp(2.5rem, 6vw, 4rem); }
.report-actions > ul { border-top: 1px solid var(--report-line); }
.report-action { display: grid; grid-template-columns: 7rem minmax(0, 1fr) minmax(0, 13rem) 10rem; gap: 0.25rem 1.25rem; padding-block: 0.75rem; border-bottom: 1px solid var(--report-line); }
.report-action-state { display: flex; align-items: center; gap: 0.4375rem; align-self: start; color: var(--report-accent); font-weight: 500; }
.report-action--done .report-action-state { color: var(--report-soft); }
.report-action-what > :first-child { font-weight: 500; }
.report-action-place { color: var(--report-soft); font-size: 0.875rem; }

.report-prompts { margin-top: 1.5rem; padding-inline: 1rem; color: var(--report-soft); font-size: 0.9375rem; }
.report-prompts h4, .report-materials h3 { color: var(--report-ink); font-size: 0.9375rem; letter-spacing: 0; }
.report-prompts ul, .report-materials ul { margin-top: 0.5rem; columns: 20rem; column-gap: 3rem; }
.report-prompts li, .report-materials li { position: relative; padding: 0.1875rem 0 0.1875rem 1.125rem; break-inside: avoid; }
.report-prompts li::before, .report-materials li::before { content: ''; position: absolute; left: 0; top: 0.85em; width: 0.375rem; height: 0.375rem; border-radius: 50%; background: var(--report-column, var(--report-line)); }
.report-materials { margin-top: 2.5rem; padding: 1.25rem 1.5rem 1.5rem; border: 1px solid var(--report-line); border-radius: 14px; color: var(--report-soft); font-size: 0.9375rem; }
.report-materials h3 { font-size: 1rem; }

.report-footer { margin-top: clamp(4rem, 8vw, 6rem); padding-top: 1.5rem; border-top: 1px solid var(--report-line); color: var(--report-soft); font-size: 0.9375rem; }
.report-footer h2 { margin-bottom: 0.5rem; color: var(--report-ink); font-size: 1.125rem; }
.report-made { margin-top: 1rem !important; }
.report-made > span::before { content: ' · '; white-space: pre; }
`;

const phone = `
@media (max-width: 40rem) {
  .report-figures { grid-template-columns: repeat(2, 1fr); }
  .report-counts { font-size: 0.875rem; }
  .report-counts thead th { font-size: 0.8125rem; }
  .report-site-counts :is(th, td) { padding-right: 0.375rem; }
  .report-site-counts td { font-size: 0.875rem; }
  .report-counts .report-sign { display: none; }
  .report-saved { display: block; }
  .report-saved > * { display: block; }
  .report-saved > :not(:last-child)::after { content: none; }
  .report-column-header { flex-wrap: wrap; gap: 0.25rem 0.5rem; }
  .report-column-header h3 { font-size: 1.25rem; }
  .report-strong { grid-template-columns: 0.875rem minmax(0, 1fr); }
  .report-strong-response { grid-column: 2; }
  .report-note { min-height: 6.5rem; }
  .report-action { grid-template-columns: minmax(0, 1fr) auto; }
  .report-action-state { grid-column: 1 / -1; }
  .report-action-what { grid-column: 1 / -1; }
}
`;

/** The style sheet as one string, for a `<style>` element. */
export const reportCss: string = [
  `.report { ${light} }`,
  `@media screen and (prefers-color-scheme: dark) { :root:not([data-theme='light']) .report { ${dark} } }`,
  `@media screen { :root[data-theme='dark'] .report { ${dark} } }`,
  columns,
  base,
  papers,
  phone,
  pageCss,
].join('\n');
