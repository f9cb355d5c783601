import { Eye, Users } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { personColor } from '../ui/person-color.ts';
import { usePeople, useStage, type Person } from '../session/hooks.ts';

/** How many faces stand in the bar before the number takes over. */
const FACES = 3;

/** Who is here: faces in the bar, and behind them everyone by site. */
export function People() {
  const { t } = useTranslation('board');
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
          <h2>{t('people.title')}</h2>
          {[...bySite(named, t('people.noSite'))].map(([site, here]) => (
            <section key={site}>
              <h3>{site}</h3>
              <ul>
                {here.map((person) => (
                  <li key={person.participant}>
                    <Face person={person} />
                    <span>{person.self ? t('people.you', { name: person.name }) : person.name}</span>
                    <RoleName person={person} />
                  </li>
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
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function RoleName({ person }: { person: Person }) {
  const { t } = useTranslation();
  return person.role === 'facilitator' ? <em>{t('roles.facilitator')}</em> : null;
}

function Face({ person }: { person: Person }) {
  const { participants } = useStage();
  return (
    <span className="board-face" aria-hidden style={{ background: personColor(participants, person.participant) }}>
      {initials(person.name)}
    </span>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
  return letters.map((word) => [...word][0]!.toLocaleUpperCase()).join('');
}

function bySite(people: Person[], noSite: string): Map<string, Person[]> {
  const sites = new Map<string, Person[]>();
  for (const person of people) {
    const site = person.site || noSite;
    sites.set(site, [...(sites.get(site) ?? []), person]);
  }
  return sites;
}
