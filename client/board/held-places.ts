import { useCallback, useState } from 'react';
import { PEOPLE_ORDER, type Person } from '../session/hooks.ts';

/** Who stands in which part of the list of people. */
export interface Places {
  here: readonly Person[];
  away: readonly Person[];
}

/** A person about whom something is being done, and where they stood as that began. */
export interface Held {
  participant: string;
  site: string;
  part: keyof Places;
}

/**
 * The list with held people where they were, though their connection dropped, came back or their site got
 * another name meanwhile: their row would else be made anew, and with it an open menu or a question would
 * be gone. Who was removed from the board is in neither part, and held no longer.
 */
export function holdPlaces(places: Places, held: readonly Held[]): Places {
  return held.reduce(holdPlace, places);
}

function holdPlace(places: Places, { participant, site, part }: Held): Places {
  const now = [...places.here, ...places.away].find((person) => person.participant === participant);
  if (!now) return places;
  const without = (people: readonly Person[]) => people.filter((person) => person.participant !== participant);
  const rest = { here: without(places.here), away: without(places.away) };
  return { ...rest, [part]: [...rest[part], { ...now, site }].sort(PEOPLE_ORDER[part]) };
}

/** The list of people, in which the row of whom something is being done about keeps its place; `hold` returns how to let go. */
export function useHeldPlaces(places: Places): Places & { hold: (held: Held) => () => void } {
  const [all, setAll] = useState<readonly Held[]>([]);
  const hold = useCallback((held: Held) => {
    setAll((before) => [...before, held]);
    return () => setAll((before) => before.filter((other) => other !== held));
  }, []);
  return { ...holdPlaces(places, all), hold };
}
