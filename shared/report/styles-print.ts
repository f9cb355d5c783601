/**
 * How a report is paged: A4, the picture of the board on a page of its own turned on its side, no
 * note or heading torn apart. Sizes are in points and millimetres because paper has no pixels.
 */
export const pageCss = `
@page { size: A4; margin: 18mm 17mm 20mm; @bottom-right { content: counter(page) ' / ' counter(pages); color: #5d574d; font: 8.5pt 'Rubik Variable', Rubik, sans-serif; } }
@page report-picture { size: A4 landscape; margin: 14mm 14mm 16mm; }
@media print {
  .report { max-width: none; padding: 0; background: none; font-size: 9.75pt; line-height: 1.5; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .report p, .report li { orphans: 3; widows: 3; }
  .report :is(h1, h2, h3, h4), .report-column-header, .report-group-header, .report-explained { break-after: avoid; }
  .report :is(.report-note, .report-site, .report-column-header, .report-guidance > div, tr, .report-materials li) { break-inside: avoid; }
  .report h2 { font-size: 16pt; }
  .report h3 { font-size: 12pt; }
  .report-header h1 { font-size: 30pt; }
  .report-workshop { font-size: 13pt; }
  .report-figures { gap: 4mm 14mm; margin-top: 9mm; padding-block: 4.5mm; }
  .report-figures strong { font-size: 24pt; }
  .report-glance { gap: 9mm; margin-top: 9mm; }
  .report-counts :is(th, td) { padding-block: 1.75mm; }
  .report-counts caption { padding-bottom: 2mm; }
  .report-counts td { font-size: 11pt; }
  .report-counts thead th { font-size: 9pt; }
  .report-sites { display: block; columns: 3; column-gap: 8mm; margin-top: 3mm; }
  .report-site { padding: 2.5mm 0 3.5mm; border: 0; border-top: 0.5pt solid var(--report-line); border-radius: 0; background: none; font-size: 9pt; line-height: 1.4; }
  .report-site h3 { font-size: 10.5pt; }
  .report-site-count, .report-site em { font-size: 8pt; }
  .report-site ul { margin-top: 1mm; }

  .report-in-short { gap: 8mm; margin-top: 9mm; }
  .report-chart, .report-site-counts { break-inside: avoid; margin-top: 3mm; }
  .report-chart > svg { min-width: 0; max-width: none; }
  .report-site-counts :is(th, td) { padding-block: 1mm; }
  .report-site-counts td { font-size: 9pt; }
  .report-strong { padding-block: 1.75mm; break-inside: avoid; }
  .report-strong-place { font-size: 8pt; }
  .report-compared h2 { font-size: 12pt; }
  .report-compared { grid-template-columns: 1fr 1fr; gap: 8mm; }

  .report-picture { page: report-picture; break-before: page; break-after: page; margin: 0 !important; }
  .report-picture-frame { margin-top: 4mm; overflow: visible; border: 0; background: none; }
  .report-picture-frame > svg { min-width: 0; max-height: 148mm; }

  .report-approach { break-before: page; margin-top: 0; }
  .report-picture + .report-approach { break-before: auto; }
  .report-outside { margin-top: 14mm; }
  .report-approach-header h2 { font-size: 24pt; }
  .report-summary { font-size: 11pt; }
  .report-question { margin-top: 6mm; font-size: 14pt; }
  .report-guidance { grid-template-columns: 1fr 1fr; margin-top: 6mm; gap: 8mm; }
  .report-column { margin-top: 8mm; }
  .report-column-header { padding: 2mm 3mm; border-radius: 2.5mm; }
  .report-column-header h3 { font-size: 13pt; }
  .report-rounds { margin-top: 10mm; }
  .report-round, .report-poll { margin-top: 5mm; overflow: visible; }
  .report-poll { break-inside: avoid; }
  .report-round-table :is(th, td) { padding-block: 1.25mm; }
  .report-round-table td { font-size: 9.5pt; }
  .report-round-place { font-size: 8pt; }
  .report-polls { grid-template-columns: 1fr 1fr; gap: 4mm 10mm; margin-top: 3mm; }
  .report-actions { margin-top: 10mm; }
  .report-action { grid-template-columns: 22mm minmax(0, 1fr) 38mm 32mm; padding-block: 2mm; break-inside: avoid; }
  .report-action-place, .report-comment-by { font-size: 8pt; }
  .report-note-action, .report-note-reactions { font-size: 8pt; }
  .report-comments { font-size: 8.75pt; }
  .report-group { margin-top: 5mm; padding-inline-start: 3mm; }
  .report-group-header h4 { font-size: 10.5pt; }
  .report-notes { grid-template-columns: repeat(3, 1fr); gap: 3.5mm; margin-top: 3.5mm; }
  .report-note { min-height: 22mm; padding: 2.75mm 3mm 2.25mm; border-radius: 0.75mm; box-shadow: none; }
  .report-note--short .report-note-text { font-size: 11.5pt; }
  .report-note--long { break-inside: auto; }
  .report-note-by { font-size: 7.75pt; padding-top: 2mm !important; }
  .report-prompts, .report-materials { font-size: 8.75pt; }
  .report-prompts { margin-top: 4mm; break-inside: avoid; padding-inline: 3mm; }
  .report-prompts ul, .report-materials ul { columns: 2; column-gap: 8mm; }
  .report-materials { margin-top: 7mm; padding: 3.5mm 3mm 0; border: 0; border-top: 0.5pt solid var(--report-line); border-radius: 0; break-inside: avoid; }
  .report-prompts h4, .report-materials h3 { font-size: 9pt; }
  .report-footer { margin-top: 14mm; font-size: 8.75pt; }
}
`;
