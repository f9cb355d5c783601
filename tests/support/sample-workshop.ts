import * as Y from 'yjs';
import { addComment, createGroup, createNote, placeInColumn, readNotes, setActionDue, tagAction, toggleReaction, type NoteColor, type ReactionKind } from '../../shared/board/index.ts';
import type { Language } from '../../shared/languages.ts';
import type { CreatedBoard } from '../../shared/protocol/api.ts';
import { openStock } from './stock-client.ts';
import { until } from './until.ts';
import { call, joinAs } from './workshop.ts';

/** A workshop as it might have been: six sites, two approaches, some forty notes. */
const PEOPLE = [
  { name: 'Ana Sousa', site: 'Évora', color: 'sun' },
  { name: 'Kovács Béla', site: 'Pécs', color: 'sky' },
  { name: 'Ioana Munteanu', site: 'Iași', color: 'rose' },
  { name: 'Jordi Ferrer', site: 'Lleida', color: 'peach' },
  { name: 'Carys Llŷr', site: 'Swansea', color: 'leaf' },
  { name: 'Giulia Conti', site: 'Perugia', color: 'lilac' },
] as const satisfies readonly { name: string; site: string; color: NoteColor }[];

type Place = `${'partnership' | 'global'}/${'opportunities' | 'challenges' | 'obstacles'}`;

/** Notes by column: who wrote it (an index of PEOPLE), and what. */
const NOTES: Record<Place, readonly (readonly [number, string, Language?])[]> = {
  'partnership/opportunities': [
    [0, 'The health centre wants to open its evening courses to everyone'],
    [4, 'Our two libraries could share one reading programme'],
    [1, 'Craftspeople teach in the school workshop on Saturdays'],
    [3, 'The university brings researchers, we bring the questions'],
    [5, 'A museum ticket for every family that joins'],
    [2, 'Young people as guides for older people, and the other way round'],
    [0, 'Uma carrinha partilhada entre as três aldeias', 'pt'],
  ],
  'partnership/challenges': [
    [1, 'Who speaks for those who never come to meetings?'],
    [4, 'Volunteers are tired. What do we stop doing?'],
    [2, 'Agree on one calendar between six organisations'],
    [5, 'Explain to the members why we want this partner'],
    [3, 'Money arrives in spring, the work starts in autumn'],
  ],
  'partnership/obstacles': [
    [2, 'The big foundation wants its name on everything'],
    [0, 'Two associations have not talked since 2019'],
    [4, 'The rooms are only free when people work'],
    [1, 'Data protection forms nobody understands'],
  ],
  'global/opportunities': [
    [5, 'Learn from cities of our own size, not only from capitals'],
    [3, 'Healthy cities: our walking groups already fit'],
    [0, 'Exchange visits for those who do the work'],
    [4, 'A Welsh and Catalan pair: two small languages, one project'],
    [1, 'Show the mayor what neighbours have done'],
  ],
  'global/challenges': [
    [2, 'Who has time for the annual report of the network?'],
    [5, 'Keep the neighbourhood in the plan, not only the city'],
    [3, 'English in every meeting leaves people out'],
    [4, 'How do we tell if it changes anything here?'],
  ],
  'global/obstacles': [
    [1, 'A logo for the town hall, nothing for the quarter'],
    [0, 'Membership fee: half of our yearly budget'],
    [2, 'Elections next year'],
  ],
};

/** Groups: a title, a column, and how many of its first notes are in it. */
const GROUPS: readonly (readonly [Place, string, number])[] = [
  ['partnership/opportunities', 'Learning together', 4],
  ['global/challenges', 'Time, and who has it', 2],
];

/** What is said about notes, found by their first words: people are indices of PEOPLE. */
const TALK: readonly { note: string; comments?: readonly (readonly [number, string])[]; reactions?: readonly (readonly [number, ReactionKind])[]; due?: string }[] = [
  { note: 'Our two libraries', comments: [[5, 'Ours would join at once.'], [1, 'Who writes the list of books?']], reactions: [[0, 'love'], [2, 'agree'], [3, 'agree']] },
  { note: 'Agree on one calendar', comments: [[4, 'Carys brings a draft to the next meeting.']], due: '2026-11-20' },
  { note: 'Volunteers are tired', reactions: [[0, 'agree'], [1, 'agree'], [5, 'agree']] },
];

/** Writes the sample workshop onto a board of both approaches, each note by its own author. */
export async function fillBoard(server: { url: string }, created: CreatedBoard): Promise<void> {
  const authors = [];
  for (const { name, site } of PEOPLE) authors.push(await joinAs(server, created, 'participant', name, site));
  const writer = openStock(server, `${created.board}/board`, authors[0]!.token);
  await writer.synced();
  let createdAt = Date.parse('2026-10-14T09:30:00Z');
  for (const [place, notes] of Object.entries(NOTES)) {
    const [approach, column] = place.split('/') as [string, string];
    for (const [author, text, language = 'en'] of notes) {
      createdAt += 47_000;
      createNote(writer.doc, {
        text,
        language,
        createdAt,
        color: PEOPLE[author]!.color,
        author: authors[author]!.participant,
        placement: placeInColumn(writer.doc, approach, column),
      });
    }
  }
  for (const [place, title, count] of GROUPS) {
    const [approach, column] = place.split('/') as [string, string];
    const notes = NOTES[place].slice(0, count).map(([, text]) => noteSaying(writer.doc, text));
    createGroup(writer.doc, { title, approach, column, notes });
  }
  for (const { note: words, comments = [], reactions = [], due } of TALK) {
    const note = noteSaying(writer.doc, words);
    for (const [author, text] of comments) addComment(writer.doc, note, { text, author: authors[author]!.participant, createdAt: (createdAt += 20_000) });
    for (const [person, kind] of reactions) toggleReaction(writer.doc, note, kind, authors[person]!.participant!);
    if (!due) continue;
    tagAction(writer.doc, [note], true);
    setActionDue(writer.doc, note, due);
  }
  const reader = openStock(server, `${created.board}/board`, authors[1]!.token);
  const state = (doc: Y.Doc) => Buffer.from(Y.encodeStateVector(doc));
  await until('the whole workshop is on the server', () => state(reader.doc).equals(state(writer.doc)));
  writer.provider.destroy();
  reader.provider.destroy();
}

/** The id of the note that begins with these words. */
function noteSaying(doc: Y.Doc, words: string): string {
  return readNotes(doc).notes.find(({ text }) => text.startsWith(words))!.id;
}

/** Saves a snapshot as the facilitator; returns its id. */
export async function saveSampleSnapshot(server: { url: string }, created: CreatedBoard): Promise<string> {
  const facilitator = await joinAs(server, created, 'facilitator', 'Maria Alves', 'Évora');
  const saved = await call<{ id: string }>(server, `/boards/${created.board}/snapshots`, {
    body: { title: 'End of the first day' },
    secret: facilitator.token,
  });
  return saved.body.id;
}
