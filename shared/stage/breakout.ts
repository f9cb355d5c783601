import type * as Y from 'yjs';
import { createId } from '../ids.ts';
import { STRUCTURE_LIMITS, TEXT_LIMITS } from '../protocol/limits.ts';
import type { Role } from '../protocol/roles.ts';
import { ordersAt } from '../board/order.ts';
import { oneLine } from '../text.ts';
import { changeStage, record } from './change.ts';
import { stageTypes } from './records.ts';
import { isPresent, partKey, readParts } from './structure.ts';

/**
 * Breakouts: parts of the people work on an approach each on a copy of their own, side by side on
 * the same board, and bring back what they have. A copy is an approach like any other, with the
 * columns and prompts of the one it is of and a mark of whose it is.
 */

/** Whose copy an approach is. */
export interface Breakout {
  /** The approach it is a copy of. */
  of: string;
  /** What its people are called: a site's name, or a group's. */
  name: string;
  /** The participants who were meant to work there. */
  members: readonly string[];
  /** The site whose people work there, also those who join later; left out for a mixed group. */
  site?: string | undefined;
}

/** Whether somebody works in a breakout. */
export function worksIn({ members, site }: Pick<Breakout, 'members' | 'site'>, person: { id: string; site: string; role: Role }): boolean {
  return members.includes(person.id) || (person.role === 'participant' && site !== undefined && site === person.site);
}

/** Those who work together, and under which name. */
export type BreakoutGroup = Pick<Breakout, 'name' | 'members' | 'site'>;

/**
 * Makes a copy of an approach for each group, right behind it and in their order.
 * @returns their ids; none where there is no such approach, or the board has no room for all of them
 */
export function startBreakout(doc: Y.Doc, approach: string, groups: readonly BreakoutGroup[]): string[] {
  const { approaches, columns, prompts } = readParts(doc);
  const present = approaches.filter(isPresent);
  const index = present.findIndex(({ id }) => id === approach);
  const original = present[index];
  if (!original || present.length + groups.length > STRUCTURE_LIMITS.approaches) return [];
  const orders = ordersAt(present, index + 1, groups.length);
  const theirs = <T extends { approach: string; removed?: number | null | undefined }>(parts: readonly T[]) =>
    parts.filter((part) => part.approach === approach && isPresent(part));
  return groups.map(({ name, members, site }, turn) => {
    const id = createId();
    changeStage(doc, () => {
      const types = stageTypes(doc);
      const { template, title, question } = original;
      const breakout: Breakout = { of: approach, name: oneLine(name, TEXT_LIMITS.site), members: [...members], ...(site !== undefined && { site }) };
      types.approaches.set(id, record({ id, template, title, question, order: orders[turn]!, materials: [], breakout }));
      for (const column of theirs(columns)) {
        const copy = { ...column, approach: id };
        types.columns.set(partKey(copy), record(copy));
      }
      for (const prompt of theirs(prompts)) {
        const copy = { ...prompt, approach: id };
        types.prompts.set(partKey(copy), record(copy));
      }
    });
    return id;
  });
}

/**
 * Mixes people into groups so that each group has people of as many sites as can be, and no group
 * more than one person more than another.
 * @param people in an order that decides who goes where
 */
export function mixGroups(people: readonly { id: string; site: string }[], count: number): string[][] {
  const groups: string[][] = Array.from({ length: Math.max(1, Math.min(count, people.length)) }, () => []);
  const bySite = new Map<string, string[]>();
  for (const { id, site } of people) bySite.set(site, [...(bySite.get(site) ?? []), id]);
  // Dealt out like cards, one site after the other, the largest first.
  const dealt = [...bySite].sort(([a, mine], [b, theirs]) => theirs.length - mine.length || (a < b ? -1 : 1)).flatMap(([, ids]) => ids);
  dealt.forEach((id, turn) => groups[turn % groups.length]!.push(id));
  return groups;
}
