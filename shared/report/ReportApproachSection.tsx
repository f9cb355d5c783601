import type { ColumnKind } from '../stage/columns.ts';
import { COLUMN_ICON_PATHS } from './icons.ts';
import { blockFacts, needsHeading } from './blocks.ts';
import type { Report, ReportApproach, ReportBlock, ReportColumn } from './model.ts';
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
        {approach.question !== '' && <p className="report-question">
            <span dir="auto">{approach.question}</span>
          </p>}
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
      {column.blocks.length === 0 && <ReportNotes notes={[]} report={report} texts={texts} />}
      {column.blocks.map((block, index) =>
        needsHeading(block, index) ? (
          <Block key={keyOf(block)} block={block} report={report} texts={texts} />
        ) : (
          <ReportNotes key={keyOf(block)} notes={block.notes} report={report} texts={texts} />
        ),
      )}
      {column.prompts.length > 0 && (
        <div className="report-prompts">
          <h4>{texts.prompts}</h4>
          <ul>
            {column.prompts.map((prompt) => (
              <li key={prompt.id}>
                <span dir="auto">{prompt.text}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function keyOf(block: ReportBlock): string {
  return block.title === null ? `loose ${block.notes[0]?.id}` : block.id;
}

/** A group of a column, or the notes behind one that are in none. */
function Block({ block, report, texts }: Parts & { block: ReportBlock }) {
  return (
    <section className="report-group">
      <header className="report-group-header">
        <h4 dir="auto">{block.title ?? texts.inNoGroup}</h4>
        <p className="report-column-count">{blockFacts(block, texts)}</p>
      </header>
      <ReportNotes notes={block.notes} report={report} texts={texts} />
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
