import type { TFunction } from 'i18next';
import { inColumn } from '../../shared/board/index.ts';
import { columnKey } from '../../shared/board/layout.ts';
import type { Loudness } from '../settings/preferences.ts';
import { excerpt } from '../ui/excerpt.ts';
import type { AroundChange } from './around.ts';
import type { Happening, NewsItem } from './gather.ts';

/** What the sentences are made with. */
export interface Words {
  t: TFunction<'news'>;
  placeName: (approach: string, column: string) => string;
  /** A participant's name; `null` where nobody of that id is known. */
  name: (participant: string | null) => string | null;
}

/** So many notes are told one by one at most; of more, only their number. */
const ONE_BY_ONE = 4;
/** So many columns are named at most. */
const COLUMNS = 3;

/** What others did, in words, as loudly as somebody wants it: nothing where there is nothing they want to hear. */
export function tell(items: readonly NewsItem[], loudness: Loudness, words: Words): string {
  if (loudness === 'off') return '';
  const mine = items.filter((item) => item.mine && !item.happenings.has('came'));
  const others = loudness === 'mine' ? [] : items.filter((item) => !mine.includes(item));
  const sentences = [
    ...(mine.length > ONE_BY_ONE ? sumUp(mine, words, true) : mine.flatMap((item) => one(item, words))),
    ...(loudness === 'all' && others.length <= ONE_BY_ONE ? others.flatMap((item) => one(item, words)) : sumUp(others, words, false)),
  ];
  return sentences.join(' ');
}

/** What others did to the groups, approaches and columns, in words; only for those who want to hear of more than their own notes. */
export function tellAround(changes: readonly AroundChange[], loudness: Loudness, { t }: Pick<Words, 't'>): string {
  if (loudness === 'off' || loudness === 'mine' || changes.length === 0) return '';
  if (changes.length > ONE_BY_ONE) return t('around.many', { count: changes.length });
  return changes.map(({ of, did, title, was }) => t(`around.${of}.${did}`, { title: title || t('around.untitled'), was: was || t('around.untitled') })).join(' ');
}

/** One note with its words, what was done and by whom. */
function one({ note, happenings, by, mine }: NewsItem, { t, placeName, name }: Words): string[] {
  const who = name(by);
  const text = excerpt(note.text) || t('empty');
  const place = inColumn(note.placement) ? placeName(note.placement.approach, note.placement.column) : t('free');
  const context = mine ? 'mine' : undefined;
  return [...happenings].map((happening) => t(`one.${happening}`, { name: who ?? t('someone'), text, place, context }));
}

/** The same in numbers: new notes by column, then what happened to those that were there. */
function sumUp(items: readonly NewsItem[], words: Words, mine: boolean): string[] {
  const { t, name } = words;
  const context = mine ? 'mine' : undefined;
  const counted = (['moved', 'edited', 'went', 'commented', 'tagged'] as const).flatMap((happening) => {
    const of = having(items, happening);
    if (of.length === 0) return [];
    const people = new Set(of.map((item) => item.by));
    const who = people.size === 1 ? name([...people][0]!) : null;
    return who === null ? t(`sum.${happening}`, { count: of.length, context }) : t(`sumBy.${happening}`, { count: of.length, name: who, context });
  });
  return [...newNotes(having(items, 'came'), words), ...counted];
}

function newNotes(items: readonly NewsItem[], { t, placeName }: Words): string[] {
  const places = new Map<string, { place: string; count: number }>();
  for (const { note } of items) {
    const { placement } = note;
    const key = inColumn(placement) ? columnKey(placement.approach, placement.column) : '';
    const place = inColumn(placement) ? placeName(placement.approach, placement.column) : '';
    places.set(key, { place, count: (places.get(key)?.count ?? 0) + 1 });
  }
  if (places.size > COLUMNS) return [t('sum.cameMany', { count: items.length, places: places.size })];
  return [...places.values()].map(({ place, count }) => (place ? t('sum.came', { count, place }) : t('sum.cameFree', { count })));
}

function having(items: readonly NewsItem[], happening: Happening): NewsItem[] {
  return items.filter((item) => item.happenings.has(happening));
}
