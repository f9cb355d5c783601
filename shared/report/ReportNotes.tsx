import { namesInARow } from './characters.ts';
import type { Report, ReportNote } from './model.ts';
import { ActionSign } from './ReportActions.tsx';
import { ReactionSign } from './ReactionSign.tsx';
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
          <Marks note={note} texts={texts} />
          <Signature note={note} texts={texts} />
          <Comments note={note} texts={texts} />
        </li>
      ))}
    </ul>
  );
}

/** That it is an action, and who reacted how. */
function Marks({ note, texts }: { note: ReportNote; texts: ReportTexts }) {
  const { action, reactions, votes, late } = note;
  const facts = [...(votes ? [texts.votesCount(votes)] : []), ...(late ? [texts.rounds.late] : [])];
  return (
    <>
      {facts.length > 0 && <p className="report-note-votes">{facts.join(' · ')}</p>}
      {action && (
        <p className="report-note-action">
          <ActionSign done={action.done} />
          <span>
            <strong>{texts.action}</strong> {action.done && `· ${texts.done} `}· <span dir="auto">{action.owner ?? texts.noOwner}</span>
            {action.day !== '' && ` · ${texts.by(action.day)}`}
          </span>
        </p>
      )}
      {reactions.length > 0 && (
        <ul className="report-note-reactions" aria-label={texts.reactionsTitle}>
          {reactions.map(({ kind, meaning, names }) => (
            <li key={kind}>
              <ReactionSign kind={kind} size={16} />
              <span>
                <span className="report-hidden">{meaning}: </span>
                <span>{namesInARow(names)}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Comments({ note, texts }: { note: ReportNote; texts: ReportTexts }) {
  if (note.comments.length === 0) return null;
  return (
    <ul className="report-comments" aria-label={texts.comments}>
      {note.comments.map((comment, index) => (
        // Comments of a snapshot never change their order.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index}>
          <p className="report-comment-text" dir="auto">
            {comment.text}
          </p>
          <p className="report-comment-by">
            <span dir="auto">{comment.author ?? texts.noAuthor}</span>
            {comment.moment !== '' && ` · ${comment.moment}`}
          </p>
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
      {note.saidInRoom && ` · ${texts.saidInRoom}`}
      {note.formerly !== null && <span className="report-note-formerly">{texts.formerlyIn(note.formerly)}</span>}
    </p>
  );
}

function sizeClass(text: string): string {
  if (text.length <= SHORT) return ' report-note--short';
  return text.length >= LONG ? ' report-note--long' : '';
}
