import { Check, CircleCheckBig, Hourglass } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import type { Person } from '../session/hooks.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/Button.tsx';
import { useOwnReady, useReadiness } from './ready.ts';

/** For participants: 'I am ready', which can be taken back. */
export function ReadyButton({ step }: { step: string }) {
  const { t } = useTranslation('agenda');
  const [ready, setReady] = useOwnReady(step);
  return (
    <Button
      size="small"
      className="agenda-ready"
      aria-pressed={ready}
      icon={<Check aria-hidden size={17} />}
      onClick={() => {
        setReady(!ready);
        announce(t(ready ? 'ready.taken' : 'ready.said'));
      }}
    >
      <span>{t(ready ? 'ready.yes' : 'ready.say')}</span>
    </Button>
  );
}

/** For facilitators: how many are ready, and by site who is not. */
export function Readiness({ step }: { step: string }) {
  const { t } = useTranslation('agenda');
  const { here, ready } = useReadiness(step);
  const label = t('ready.count', { ready: ready.size, count: here.length });
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <Button size="small" variant="plain" className="agenda-readiness" icon={<CircleCheckBig aria-hidden size={17} />}>
          {label}
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="board-people-list" sideOffset={8} align="end" collisionPadding={8} aria-label={t('ready.title')}>
          <h2 tabIndex={-1}>{t('ready.title')}</h2>
          {here.length === 0 && <p>{t('ready.nobody')}</p>}
          {sitesOf(here).map(([site, people]) => {
            const waiting = people.filter(({ participant }) => !ready.has(participant!));
            return (
              <section key={site}>
                <h3>
                  {site || t('ready.noSite')} · {t('ready.count', { ready: people.length - waiting.length, count: people.length })}
                </h3>
                {waiting.length > 0 && (
                  <p className="agenda-waiting">
                    <Hourglass aria-hidden size={16} />
                    <span>{t('ready.waiting', { names: waiting.map(({ name }) => name).join(', ') })}</span>
                  </p>
                )}
              </section>
            );
          })}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function sitesOf(people: readonly Person[]): [string, Person[]][] {
  const sites = new Map<string, Person[]>();
  for (const person of people) sites.set(person.site, [...(sites.get(person.site) ?? []), person]);
  return [...sites].sort(([a], [b]) => a.localeCompare(b));
}
