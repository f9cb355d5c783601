import { beginning } from './beginning.ts';
import { ACTION_ICON_PATHS } from './icons.ts';
import type { Report } from './model.ts';
import type { ReportTexts } from './texts.ts';

/** What was agreed to be done, by whom and by when; nothing where nothing was. */
export function ReportActions({ report, texts }: { report: Report; texts: ReportTexts }) {
  if (report.actions.length === 0) return null;
  return (
    <section className="report-actions">
      <h2>{texts.actions}</h2>
      <p className="report-explained">{texts.actionsExplained}</p>
      <ul>
        {report.actions.map(({ note, place, owner, due, day, done }) => (
          <li key={note.id} className={done ? 'report-action report-action--done' : 'report-action'}>
            <p className="report-action-state">
              <ActionSign done={done} /> {done ? texts.done : texts.toDo}
            </p>
            <div className="report-action-what">
              <p dir="auto" lang={note.language === report.language ? undefined : note.language}>
                {beginning(note.text) || texts.emptyNote}
              </p>
              {place !== '' && <p className="report-action-place">{place}</p>}
            </div>
            <p dir="auto" className={owner === null ? 'report-empty' : ''}>
              {owner ?? texts.noOwner}
            </p>
            <p className={due === null ? 'report-empty' : ''}>{due === null ? texts.noDue : <time dateTime={due}>{day}</time>}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whether something is done, as a sign; the word stands beside it. */
export function ActionSign({ done }: { done: boolean }) {
  return (
    <svg className="report-action-sign" viewBox="0 0 24 24" width="18" height="18" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" strokeLinejoin="round">
      {ACTION_ICON_PATHS[done ? 'done' : 'toDo'].map((d) => (
        <path key={d} d={d} />
      ))}
    </svg>
  );
}
