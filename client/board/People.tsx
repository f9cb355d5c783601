import { Eye, Users } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { mayFacilitate } from '../../shared/protocol/roles.ts';
import { useAbsent, usePeople, useSession, type Person } from '../session/hooks.ts';
import { Face } from './Face.tsx';
import { PersonItem } from './PersonItem.tsx';

/** How many faces stand in the bar before the number takes over. */
const FACES = 3;

/** Who is here: faces in the bar, and behind them everyone by site. */
export function People() {
  const { t } = useTranslation('board');
  const session = useSession();
  const people = usePeople();
  const named = people.filter((person) => person.participant !== null);
  const viewers = people.length - named.length;
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
          <h2 tabIndex={-1}>{t('people.title')}</h2>
          {[...bySite(named, t('people.noSite'))].map(([site, here]) => (
            <section key={site}>
              <h3>{site}</h3>
              <ul>
                {here.map((person) => (
                  <PersonItem key={person.participant} person={person} />
                ))}
              </ul>
            </section>
          ))}
          {viewers > 0 && (
            <p className="board-people-viewers">
              <Eye aria-hidden size={17} />
              {t('people.viewers', { count: viewers })}
            </p>
          )}
          {mayFacilitate(session.role) && <Absent here={people} />}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** For facilitators: those who could come back, folded away. */
function Absent({ here }: { here: readonly Person[] }) {
  const { t } = useTranslation('board');
  const absent = useAbsent(here);
  if (absent.length === 0) return null;
  return (
    <details className="board-people-away">
      <summary>{t('people.away', { count: absent.length })}</summary>
      <ul>
        {absent.map((person) => (
          <PersonItem key={person.participant} person={person} />
        ))}
      </ul>
    </details>
  );
}

function bySite(people: Person[], noSite: string): Map<string, Person[]> {
  const sites = new Map<string, Person[]>();
  for (const person of people) {
    const site = person.site || noSite;
    sites.set(site, [...(sites.get(site) ?? []), person]);
  }
  return sites;
}
