import { countedColumns, notesIn, otherPlaces } from './counts.ts';
import type { Report } from './model.ts';
import type { ReportSite } from './sites.ts';
import { ColumnSign } from './ReportApproachSection.tsx';
import type { ReportTexts } from './texts.ts';

interface Parts {
  report: Report;
  texts: ReportTexts;
}

/** The report in numbers, and who took part. */
export function ReportGlance({ report, texts }: Parts) {
  return (
    <div className="report-glance">
      <section>
        <h2>{texts.atAGlance}</h2>
        {/* On a phone it scrolls, by keyboard too (WCAG 2.2, 2.1.1). */}
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scroll container has to take the focus */}
        <div className="report-counts-frame" role="group" aria-label={texts.atAGlance} tabIndex={0}>
          <CountsTable report={report} texts={texts} />
        </div>
      </section>
      <section>
        <h2>{texts.whoTookPart}</h2>
        {report.totals.people === 0 && <p className="report-empty">{texts.nobodyYet}</p>}
        <ul className="report-sites">
          {report.sites.map((site) => (
            <Site key={site.name ?? ''} site={site} texts={texts} />
          ))}
        </ul>
      </section>
    </div>
  );
}

function CountsTable({ report, texts }: Parts) {
  const { approaches } = report;
  const rows = countedColumns(approaches);
  const most = Math.max(1, ...approaches.flatMap((approach) => rows.map((row) => notesIn(approach, row) ?? 0)));
  return (
    <table className="report-counts">
      <caption>{texts.notesByApproach}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.column}</th>
          {approaches.map((approach) => (
            <th key={approach.id} scope="col">
              {approach.title}
            </th>
          ))}
          <th scope="col">{texts.total}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.kind} ${row.title}`} className={`report-column--${row.kind}`}>
            <th scope="row">
              <ColumnSign kind={row.kind} /> {row.title}
            </th>
            {approaches.map((approach) => {
              const notes = notesIn(approach, row);
              return (
                <td key={approach.id}>
                  {notes}
                  {notes !== null && <Bar share={notes / most} />}
                </td>
              );
            })}
            <td>{approaches.reduce((sum, approach) => sum + (notesIn(approach, row) ?? 0), 0)}</td>
          </tr>
        ))}
        {otherPlaces(report).map(({ title, notes }) => (
          <tr key={title}>
            <th scope="row" colSpan={1 + approaches.length}>
              {title}
            </th>
            <td>{notes}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{texts.total}</th>
          {approaches.map((approach) => (
            <td key={approach.id}>{approach.notes}</td>
          ))}
          <td>{report.totals.notes}</td>
        </tr>
      </tfoot>
    </table>
  );
}

/** A number as a length, beside the number. An attribute, not a style, so that a strict policy lets it be. */
export function Bar({ share }: { share: number }) {
  return (
    <svg className="report-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <rect width={Math.round(share * 100)} height="4" rx="1" fill="currentColor" />
    </svg>
  );
}

function Site({ site, texts }: { site: ReportSite; texts: ReportTexts }) {
  return (
    <li className="report-site">
      <h3>
        <span dir="auto">{site.name ?? texts.noSite}</span>
      </h3>
      {site.about !== '' && <p className="report-site-count">{site.about}</p>}
      <p className="report-site-count">{[texts.people(site.count), texts.notes(site.notes)].join(' · ')}</p>
      <ul>
        {site.people.map((person) => (
          <li key={person.id}>
            <span dir="auto">{person.name}</span>
            {person.role === 'facilitator' && <em>{texts.roles[person.role]}</em>}
          </li>
        ))}
      </ul>
    </li>
  );
}
