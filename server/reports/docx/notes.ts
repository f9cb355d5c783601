import { Paragraph, TextRun } from 'docx';
import { below, inARow, isolated, namesInARow, readsRightToLeft } from '../../../shared/report/characters.ts';
import { LOCALES } from '../../../shared/report/formats.ts';
import type { ReportComment, ReportNote } from '../../../shared/report/model.ts';
import type { ReportTexts } from '../../../shared/report/texts.ts';
import { paragraph, runs } from './parts.ts';
import { COLORS, noteList } from './styles.ts';

const SMALL = { size: 16, color: COLORS.soft };

/** Notes as one list, each with who wrote it and what was said about it; comments are a list within. */
export function noteParagraphs(notes: readonly ReportNote[], texts: ReportTexts): Paragraph[] {
  if (notes.length === 0) return [paragraph(texts.noNotes, { style: 'Soft' })];
  return notes.flatMap((note) => [told(note, texts), ...note.comments.map((comment) => said(comment, note, texts))]);
}

function told(note: ReportNote, texts: ReportTexts): Paragraph {
  const empty = note.text.trim() === '';
  const { action } = note;
  const facts = action && inARow([texts.action, action.done ? texts.done : texts.toDo, action.owner ?? texts.noOwner, action.day && texts.by(action.day)]);
  return new Paragraph({
    style: 'Note',
    numbering: { reference: noteList(note.color), level: 0 },
    bidirectional: readsRightToLeft(note.text),
    children: [
      ...(empty ? runs(texts.emptyNote, { italics: true, color: COLORS.soft }) : runs(note.text, { language: { value: LOCALES[note.language] } })),
      ...(facts ? [new TextRun({ break: 1, text: '' }), ...runs(below(note.text, facts), { size: 18, bold: true, color: COLORS.accent })] : []),
      new TextRun({ break: 1, text: '' }),
      ...runs(below(note.text, signature(note, texts)), SMALL),
    ],
  });
}

function signature(note: ReportNote, texts: ReportTexts): string {
  const parts = [
    note.author ?? texts.noAuthor,
    note.site,
    note.saidInRoom && texts.saidInRoom,
    note.formerly && texts.formerlyIn(isolated(note.formerly)),
    note.late && texts.rounds.late,
    note.votes && texts.votesCount(note.votes),
    ...note.reactions.map(({ meaning, names }) => `${meaning}: ${namesInARow(names)}`),
  ];
  return inARow(parts);
}

function said({ text, author, site, moment }: ReportComment, note: ReportNote, texts: ReportTexts): Paragraph {
  return new Paragraph({
    style: 'NoteComment',
    numbering: { reference: noteList(note.color), level: 1 },
    bidirectional: readsRightToLeft(text),
    children: [...runs(text), new TextRun({ break: 1, text: '' }), ...runs(below(text, inARow([author ?? texts.noAuthor, site, moment])), SMALL)],
  });
}
