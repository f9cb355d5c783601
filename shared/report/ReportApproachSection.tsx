import type { ColumnKind } from '../stage/columns.ts';
import { COLUMN_ICON_PATHS } from './icons.ts';
import type { Report, ReportApproach, ReportColumn, ReportNote } from './model.ts';
import { ReportNotes } from './ReportNotes.tsx';
import type { ReportTexts } from './texts.ts';

interface Parts {
  report: Report;
  texts: ReportTexts;
}

/** One approach: what it says, its columns with all their notes, its materials. */
export function ReportApproachSection({ approach, report, texts }: Parts & { approach: ReportApproach }) {
  return (
    <section className="report-approach">
      <header className="report-approach-header">
        <h2>{approach.title}</h2>
        {approach.summary !== '' && <p className="report-summary">{approach.summary}</p>}
        {approach.question !== '' && <p className="report-question">{approach.question}</p>}
        <dl className="report-guidance">
          {approach.useWhen !== '' && (
            <div>
              <dt>{texts.useWhen}</dt>
              <dd>{approach.useWhen}</dd>
            </div>
          )}
          {approach.watchFor !== '' && (
            <div>
              <dt>{texts.watchFor}</dt>
              <dd>{approach.watchFor}</dd>
            </div>
          )}
        </dl>
      </header>
      {approach.columns.map((column) => (
        <Column key={column.id} column={column} report={report} texts={texts} />
      ))}
      {approach.materials.length > 0 && (
        <section className="report-materials">
          <h3>{texts.materials}</h3>
          <ul>
            {[...new Set(approach.materials)].map((material) => (
              <li key={material}>{material}</li>
            ))}
          </ul>
        </section>
      )}
    </section>
  );
}

function Column({ column, report, texts }: Parts & { column: ReportColumn }) {
  return (
    <section className={`report-column report-column--${column.kind}`}>
      <header className="report-column-header">
        <ColumnSign kind={column.kind} />
        <h3>{column.title}</h3>
        <p className="report-column-count">{texts.notes(column.notes.length)}</p>
      </header>
      {column.groups.map((group) => (
        <Group key={group.id} title={group.title} notes={group.notes} report={report} texts={texts} />
      ))}
      {column.groups.length === 0 && <ReportNotes notes={column.notes} report={report} texts={texts} />}
      {column.groups.length > 0 && column.loose.length > 0 && <Group title={texts.inNoGroup} notes={column.loose} report={report} texts={texts} />}
      {column.prompts.length > 0 && (
        <div className="report-prompts">
          <h4>{texts.prompts}</h4>
          <ul>
            {column.prompts.map((prompt) => (
              <li key={prompt.id}>{prompt.text}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

/** A group of a column, or the notes that are in none of its groups. */
function Group({ title, notes, report, texts }: Parts & { title: string; notes: readonly ReportNote[] }) {
  return (
    <section className="report-group">
      <header className="report-group-header">
        <h4 dir="auto">{title}</h4>
        <p className="report-column-count">{texts.notes(notes.length)}</p>
      </header>
      <ReportNotes notes={notes} report={report} texts={texts} />
    </section>
  );
}

/** The sign of a column; its name stands beside it. */
export function ColumnSign({ kind }: { kind: ColumnKind }) {
  return (
    <svg className="report-sign" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" strokeLinejoin="round">
      {COLUMN_ICON_PATHS[kind].map((d) => (
        <path key={d} d={d} />
      ))}
    </svg>
  );
}
