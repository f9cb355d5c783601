import type { StageApproach, StageColumn } from '../../shared/stage/document.ts';

/** What notes lie in: the groups of the board by id, with their titles, and its approaches with their columns. */
export interface Around {
  groups: ReadonlyMap<string, string>;
  approaches: readonly StageApproach[];
}

/** One thing that others did to what notes lie in. */
export interface AroundChange {
  of: 'group' | 'approach' | 'column';
  did: 'made' | 'renamed' | 'went';
  title: string;
  /** What it was called before. */
  was: string;
}

/** What approaches and columns are called in the reader's language. */
export interface PartNames {
  approach(approach: StageApproach): string;
  column(approach: StageApproach, column: StageColumn): string;
}

/** What differs between two states, in the reader's words. The columns of an approach that came or went are part of it. */
export function changesAround(before: Around, after: Around, names: PartNames): AroundChange[] {
  const columns = ({ approaches }: Around, others: Around) =>
    new Map(
      approaches
        .filter(({ id }) => others.approaches.some((other) => other.id === id))
        .flatMap((approach) => approach.columns.map((column): [string, string] => [`${approach.id}/${column.id}`, names.column(approach, column)])),
    );
  const titles = ({ approaches }: Around) => new Map(approaches.map((approach): [string, string] => [approach.id, names.approach(approach)]));
  return [
    ...differences('group', before.groups, after.groups),
    ...differences('approach', titles(before), titles(after)),
    ...differences('column', columns(before, after), columns(after, before)),
  ];
}

function differences(of: AroundChange['of'], before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): AroundChange[] {
  const changes: AroundChange[] = [];
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const [was, title] = [before.get(id), after.get(id)];
    if (was === title) continue;
    const did = was === undefined ? 'made' : title === undefined ? 'went' : 'renamed';
    changes.push({ of, did, title: title ?? was ?? '', was: was ?? '' });
  }
  return changes;
}
