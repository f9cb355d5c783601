import type { ReactNode } from 'react';
import { beginning } from './beginning.ts';
import { inARow } from './characters.ts';
import { chartBySite, siteCharts, type ChartColors, type SiteChart } from './charts.ts';
import { formatNumber } from './formats.ts';
import type { Report } from './model.ts';
import type { ReportTexts } from './texts.ts';

interface Parts {
  report: Report;
  texts: ReportTexts;
}

/** The chart follows the page to a dark ground. */
const PAGE_COLORS: ChartColors = {
  ink: 'var(--report-ink)',
  soft: 'var(--report-soft)',
  line: 'var(--report-line)',
  bar: (kind) => `var(--report-${kind})`,
  onBar: 'var(--report-ground)',
};

/** What a reader without time should know: who wrote where, what counted most, where sites agree and where they differ. */
export function ReportSummary({ report, texts }: Parts) {
  const { bySite, strongest } = report.summary;
  if (bySite.length === 0 && strongest.length === 0 && !report.summary.votes) return null;
  return (
    <div className="report-in-short">
      {report.summary.votes && <VotesByColumn report={report} texts={texts} />}
      {siteCharts(report).map((chart) => (
        <BySite key={chart.title} chart={chart} report={report} texts={texts} />
      ))}
      {strongest.length > 0 && <Strongest report={report} texts={texts} />}
      {bySite.length > 1 && (
        <div className="report-compared">
          <Sentences title={texts.agree} sentences={report.summary.agree} otherwise={texts.noAgreement} />
          <Sentences title={texts.differ} sentences={report.summary.differ} otherwise={texts.noDifference} />
        </div>
      )}
    </div>
  );
}

/** Where the votes went, of all rounds together. */
function VotesByColumn({ report, texts }: Parts) {
  const number = (n: number) => formatNumber(n, report.language);
  return (
    <section>
      <h2>{texts.votesByColumn}</h2>
      <CountsTable label={texts.votesByColumn} first={texts.column} columns={report.approaches.map(({ id, title }) => ({ key: id, title }))} total={texts.total}>
        {report.summary.votes!.byColumn.map(({ kind, title, counts, total }) => (
          <tr key={`${kind} ${title}`}>
            <th scope="row">{title}</th>
            {counts.map((count, index) => (
              <td key={report.approaches[index]!.id}>{count === null ? '–' : number(count)}</td>
            ))}
            <td>{number(total)}</td>
          </tr>
        ))}
      </CountsTable>
    </section>
  );
}

function BySite({ chart, report, texts }: Parts & { chart: SiteChart }) {
  const columns = report.summary.columns.map(({ kind, title }) => ({ key: `${kind} ${title}`, title }));
  return (
    <section>
      <h2>{chart.title}</h2>
      {/* The chart is as wide as its words need: on a phone it scrolls, by keyboard too (WCAG 2.2, 2.1.1). */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scroll container has to take the focus */}
      <section className="report-chart" aria-label={chart.title} tabIndex={0} dangerouslySetInnerHTML={{ __html: chartBySite(report, chart, PAGE_COLORS) }} />
      <CountsTable label={chart.title} first={texts.table.site} columns={columns} total={texts.total}>
        {chart.sites.map(({ site, counts, total }) => (
          <tr key={site}>
            <th scope="row">
              <span dir="auto">{site || texts.noSite}</span>
            </th>
            {columns.map(({ key }, index) => (
              <td key={key}>{formatNumber(counts[index]!, report.language)}</td>
            ))}
            <td>{formatNumber(total, report.language)}</td>
          </tr>
        ))}
      </CountsTable>
    </section>
  );
}

interface CountsTableProps {
  label: string;
  /** What the rows are. */
  first: string;
  columns: readonly { key: string; title: string }[];
  total: string;
  children: ReactNode;
}

/** Counts in rows and columns with their total; on a phone it scrolls, by keyboard too (WCAG 2.2, 2.1.1). */
function CountsTable({ label, first, columns, total, children }: CountsTableProps) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scroll container has to take the focus
    <div className="report-counts-frame" role="group" aria-label={label} tabIndex={0}>
      <table className="report-counts report-site-counts">
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {columns.map(({ key, title }) => (
              <th key={key} scope="col">
                {title}
              </th>
            ))}
            <th scope="col">{total}</th>
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

function Strongest({ report, texts }: Parts) {
  return (
    <section>
      <h2>{texts.strongest}</h2>
      <p className="report-explained">{texts.strongestExplained}</p>
      <ul className="report-strongest">
        {report.summary.strongest.map(({ note, place, response }) => (
          <li key={note.id} className="report-strong">
            <span className={`report-strong-paper report-note--${note.color}`} aria-hidden="true" />
            <div>
              <p className="report-strong-text" dir="auto" lang={note.language === report.language ? undefined : note.language}>
                {beginning(note.text) || texts.emptyNote}
              </p>
              <p className="report-strong-place">{inARow([place, note.author, note.site])}</p>
            </div>
            <p className="report-strong-response">{response}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sentences({ title, sentences, otherwise }: { title: string; sentences: readonly string[]; otherwise: string }) {
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {(sentences.length > 0 ? sentences : [otherwise]).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
