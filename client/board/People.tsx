import { Eye, Users } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { mayFacilitate } from '../../shared/protocol/roles.ts';
import { useReadyIds } from '../agenda/ready.ts';
import { useAbsent, usePeople, useSession, useStage, type Person } from '../session/hooks.ts';
import { SiteHead } from '../sites/SiteHead.tsx';
import { SitesFoot } from '../sites/SitesFoot.tsx';
import { Face } from './Face.tsx';
import { PersonItem } from './PersonItem.tsx';
import { useHeldPlaces, type Places } from './held-places.ts';

/** How many faces stand in the bar before the number takes over. */
const FACES = 3;

/** Who is here: faces in the bar, and behind them everyone by site. */
export function People({ onSites }: { onSites: () => void }) {
  const { t } = useTranslation('board');
  const people = usePeople();
  const named = people.filter((person) => person.participant !== null);
  return (
    <Popover.Root>
      <Popover.Trigger className="board-people" title={t('people.label', { count: people.length })}>
        <span className="visually-hidden">{t('people.label', { count: people.length })}</span>
        {named.slice(0, FACES).map((person) => (
          <Face key={person.participant} person={person} />
        ))}
        <span className="board-people-count" aria-hidden>
          <Users aria-hidden size={16} />
          {people.length}
        </span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="board-people-list" sideOffset={8} align="end" collisionPadding={8} aria-label={t('people.title')}>
          <PeopleList people={people} onSites={onSites} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function PeopleList({ people, onSites }: { people: readonly Person[]; onSites: () => void }) {
  const { t } = useTranslation('board');
  const session = useSession();
  const ready = useReadyIds(useStage().agenda.current);
  const absent = useAbsent(people);
  const viewers = people.filter((person) => person.participant === null).length;
  const { here, away, hold } = useHeldPlaces({ here: people.filter((person) => person.participant !== null), away: absent });
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Whoever stood on a row that has gone stands at the head of the list, not nowhere; a menu that closes gives the focus back before.
    const later = setTimeout(() => document.activeElement === document.body && head.current?.focus());
    return () => clearTimeout(later);
  });

  const rows = (part: keyof Places, persons: readonly Person[]) => (
    <ul>
      {persons.map((person) => (
        <PersonItem key={person.participant} person={person} part={part} hold={hold} ready={ready.has(person.participant ?? '')} />
      ))}
    </ul>
  );
  return (
    <>
      <h2 ref={head} tabIndex={-1}>
        {t('people.title')}
      </h2>
      {[...bySite(here)].map(([site, itsPeople]) => (
        <section key={site}>
          <SiteHead site={site} here={itsPeople.length} />
          {rows('here', itsPeople)}
        </section>
      ))}
      {viewers > 0 && (
        <p className="board-people-viewers">
          <Eye aria-hidden size={17} />
          {t('people.viewers', { count: viewers })}
        </p>
      )}
      {mayFacilitate(session.role) && away.length > 0 && (
        <details className="board-people-away">
          <summary>{t('people.away', { count: away.length })}</summary>
          {rows('away', away)}
        </details>
      )}
      {mayFacilitate(session.role) && <SitesFoot onSites={onSites} />}
    </>
  );
}

function bySite(people: readonly Person[]): Map<string, Person[]> {
  const sites = new Map<string, Person[]>();
  for (const person of people) sites.set(person.siteId, [...(sites.get(person.siteId) ?? []), person]);
  return sites;
}
