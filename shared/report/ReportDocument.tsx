import type { ReactNode } from 'react';
import { formatNumber, isoTime } from './formats.ts';
import { ReportActions } from './ReportActions.tsx';
import { ReportApproachSection } from './ReportApproachSection.tsx';
import { ReportGlance } from './ReportGlance.tsx';
import { ReportNotes } from './ReportNotes.tsx';
import { ReportSummary } from './ReportSummary.tsx';
import { ReportRounds } from './ReportRounds.tsx';
import { ReportPolls } from './ReportPolls.tsx';
import { sectionsOf, type Report } from './model.ts';
import { reportTexts, type ReportTexts } from './texts.ts';

/**
 * A whole report as semantic HTML, to be styled with `reportCss`. Shown by the client and, as static
 * markup, by the server; it holds no state and needs no script.
 * @param props.picture SVG markup from `boardPicture`, which has escaped everything in it
 */
export function ReportDocument({ report, picture }: { report: Report; picture: string }): ReactNode {
  const texts = reportTexts(report.language);
  return (
    <article className="report" lang={report.language}>
      <ReportHeader report={report} texts={texts} />
      <Words title={texts.introduction} paragraphs={report.introduction} />
      <ReportGlance report={report} texts={texts} />
      <ReportSummary report={report} texts={texts} />
      <ReportActions report={report} texts={texts} />
      <ReportRounds report={report} texts={texts} />
      <ReportPolls report={report} texts={texts} />
      <figure className="report-picture">
        <h2>{texts.wholeBoard}</h2>
        {/* The picture is wider than a phone: it scrolls, by keyboard too (WCAG 2.2, 2.1.1). */}
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scroll container has to take the focus */}
        <section className="report-picture-frame" aria-label={texts.wholeBoard} tabIndex={0} dangerouslySetInnerHTML={{ __html: picture }} />
        <figcaption>{texts.pictureCaption}</figcaption>
      </figure>
      {sectionsOf(report).map((approach) => (
        <ReportApproachSection key={approach.id} approach={approach} report={report} texts={texts} />
      ))}
      <Outside title={texts.free} explained={texts.freeExplained} notes={report.free} report={report} texts={texts} />
      <Outside title={texts.aside} explained={texts.asideExplained} notes={report.aside} report={report} texts={texts} />
      <Words title={texts.conclusions} paragraphs={report.conclusions} />
      <ReportFooter report={report} texts={texts} />
    </article>
  );
}

function ReportHeader({ report, texts }: { report: Report; texts: ReportTexts }) {
  const { snapshot, totals } = report;
  const figures = [
    { number: totals.notes, unit: texts.units.notes(totals.notes) },
    { number: totals.people, unit: texts.units.people(totals.people) },
    { number: totals.sites, unit: texts.units.sites(totals.sites) },
    { number: report.approaches.length, unit: texts.units.approaches(report.approaches.length) },
  ];
  return (
    <header className="report-header">
      <p className="report-eyebrow">{texts.report}</p>
      <h1 dir="auto">{report.title}</h1>
      {report.workshop !== '' && (
        <p className="report-workshop" dir="auto">
          {report.workshop}
        </p>
      )}
      <p className="report-saved">
        <time dateTime={isoTime(snapshot.savedAt)}>{texts.savedOn(report.dates.saved)}</time>
        {report.dates.written !== null && <span>{texts.written(report.dates.written)}</span>}
        {snapshot.title !== '' && <span>{texts.snapshotTitle(snapshot.title)}</span>}
        {snapshot.savedBy !== '' && <span>{texts.savedBy(snapshot.savedBy)}</span>}
      </p>
      <ul className="report-figures">
        {figures.map(({ number, unit }) => (
          <li key={unit}>
            <strong>{formatNumber(number, report.language)}</strong> {unit}
          </li>
        ))}
      </ul>
    </header>
  );
}

/** What the facilitator has written for the report. */
function Words({ title, paragraphs }: { title: string; paragraphs: readonly string[] }) {
  if (paragraphs.length === 0) return null;
  return (
    <section className="report-words">
      <h2>{title}</h2>
      {paragraphs.map((paragraph) => (
        <p key={paragraph} dir="auto">
          {paragraph}
        </p>
      ))}
    </section>
  );
}

function Outside(props: { title: string; explained: string; notes: Report['free']; report: Report; texts: ReportTexts }) {
  if (props.notes.length === 0) return null;
  return (
    <section className="report-outside">
      <h2>{props.title}</h2>
      <p className="report-explained">{props.explained}</p>
      <ReportNotes notes={props.notes} report={props.report} texts={props.texts} />
    </section>
  );
}

function ReportFooter({ report, texts }: { report: Report; texts: ReportTexts }) {
  return (
    <footer className="report-footer">
      {report.omissions.length > 0 ? (
        <>
          <h2>{texts.notInThisReport}</h2>
          <ul>
            {report.omissions.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      ) : (
        <p>{texts.nothingMissing}</p>
      )}
      <p className="report-made">
        {texts.madeWith}
        {report.template !== '' && <span>{report.template}</span>}
        {report.dates.opened !== null && <span>{texts.opened(report.dates.opened)}</span>}
      </p>
    </footer>
  );
}
