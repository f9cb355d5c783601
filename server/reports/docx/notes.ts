import { Paragraph, TextRun } from 'docx';
import { LOCALES } from '../../../shared/report/formats.ts';
import type { ReportNote } from '../../../shared/report/model.ts';
import type { ReportTexts } from '../../../shared/report/texts.ts';
import { paragraph, runs } from './parts.ts';
import { COLORS, noteList } from './styles.ts';

/** Notes as a list; each is followed by who wrote it and what was said about it. */
export function noteParagraphs(notes: readonly ReportNote[], texts: ReportTexts): Paragraph[] {
  if (notes.length === 0) return [paragraph(texts.noNotes, { style: 'Soft' })];
  return notes.flatMap((note) => [told(note, texts), signature(note, texts), ...talk(note, texts)]);
}

function told(note: ReportNote, texts: ReportTexts): Paragraph {
  const options = { style: 'Note', numbering: { reference: noteList(note.color), level: 0 } };
  if (note.text.trim() === '') return paragraph(texts.emptyNote, options, { italics: true, color: COLORS.soft });
  return paragraph(note.text, options, { language: { value: LOCALES[note.language] } });
}

function signature(note: ReportNote, texts: ReportTexts): Paragraph {
  const parts = [
    note.author ?? texts.noAuthor,
    note.site,
    note.formerly && texts.formerlyIn(note.formerly),
    note.votes === null ? null : texts.votesCount(note.votes),
    ...note.reactions.map(({ meaning, names }) => `${meaning}: ${names.join(', ')}`),
  ];
  return paragraph(parts.filter(Boolean).join(' · '), { style: 'NoteBy' });
}

function talk({ action, comments }: ReportNote, texts: ReportTexts): Paragraph[] {
  const facts = action && [action.done ? texts.done : texts.toDo, action.owner ?? texts.noOwner, action.day && texts.by(action.day)].filter(Boolean).join(' · ');
  return [
    ...(facts ? [new Paragraph({ style: 'NoteTalk', children: [new TextRun({ text: `${texts.action}: `, bold: true, color: COLORS.accent }), ...runs(facts)] })] : []),
    ...comments.map(
      ({ text, author, site, moment }) =>
        new Paragraph({
          style: 'NoteTalk',
          children: [...runs(text), ...runs(`\n— ${[author ?? texts.noAuthor, site, moment].filter(Boolean).join(' · ')}`, { size: 15, color: COLORS.soft })],
        }),
    ),
  ];
}
