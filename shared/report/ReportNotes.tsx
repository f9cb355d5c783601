import type { Report, ReportNote } from './model.ts';
import type { ReportTexts } from './texts.ts';

/** Up to this many characters a note is a slogan, and is set larger. */
const SHORT = 48;
/** From this many characters on a note takes the whole width. */
const LONG = 320;

/** Notes on their papers, in reading order. */
export function ReportNotes({ notes, report, texts }: { notes: readonly ReportNote[]; report: Report; texts: ReportTexts }) {
  if (notes.length === 0) return <p className="report-empty">{texts.noNotes}</p>;
  return (
    <ul className="report-notes">
      {notes.map((note) => (
        <li key={note.id} className={`report-note report-note--${note.color}${sizeClass(note.text)}`}>
          {note.text.trim() === '' ? (
            <p className="report-note-text report-note-text--empty">{texts.emptyNote}</p>
          ) : (
            <p className="report-note-text" dir="auto" lang={note.language === report.language ? undefined : note.language}>
              {note.text}
            </p>
          )}
          <Signature note={note} texts={texts} />
        </li>
      ))}
    </ul>
  );
}

function Signature({ note, texts }: { note: ReportNote; texts: ReportTexts }) {
  return (
    <p className="report-note-by">
      <span dir="auto">{note.author ?? texts.noAuthor}</span>
      {note.site !== null && (
        <>
          {' · '}
          <span dir="auto">{note.site}</span>
        </>
      )}
      {note.formerly !== null && <span className="report-note-formerly">{texts.formerlyIn(note.formerly)}</span>}
    </p>
  );
}

function sizeClass(text: string): string {
  if (text.length <= SHORT) return ' report-note--short';
  return text.length >= LONG ? ' report-note--long' : '';
}
