import { EyeOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { currentStep } from '../../shared/stage/agenda.ts';
import { breadth } from '../../shared/desk/count.ts';
import type { Round } from '../../shared/stage/rounds.ts';
import { useNotes, useStage } from '../session/hooks.ts';
import { SiteMark } from '../sites/SiteMark.tsx';
import { useLastCounted, useOpenRound } from '../votes/hooks.ts';
import { useItemWords } from '../votes/useItemWords.ts';

/** As many items as a room can read. */
const SHOWN = 7;

/** While a round is open: what is asked, and how many have voted. */
export function OpenVote() {
  const { t } = useTranslation('votes');
  const round = useOpenRound();
  if (!round) return null;
  return (
    <section className="screen-vote">
      <h2 dir="auto">{round.terms.question}</h2>
      <p>{t('voted', { count: votersOf(round) })}</p>
      {round.terms.secret && (
        <p className="screen-secret">
          <EyeOff aria-hidden size={24} />
          {t('secret')}
        </p>
      )}
    </section>
  );
}

/**
 * The round whose count belongs before the room: an open one that hides nothing, else the last that
 * was counted, while it is talked over or until somebody writes something new.
 */
export function useShownCount(): Round | null {
  const open = useOpenRound();
  const last = useLastCounted();
  const { agenda } = useStage();
  const notes = useNotes();
  if (open) return open.terms.secret || open.tally.items.length === 0 ? null : open;
  const step = currentStep(agenda);
  // While people write privately, how much they have written stands there.
  if (!last || step?.allowed.notes === 'desk') return null;
  const isTalkedOver = step?.kind === 'discuss';
  return isTalkedOver || notes.every(({ createdAt }) => createdAt <= (last.closedAt ?? 0)) ? last : null;
}

/** How a round stands or what it came to: strength as bars, breadth as the sites behind each. */
export function VoteCount({ round }: { round: Round }) {
  const { t } = useTranslation('votes');
  const { sites } = useStage();
  const words = useItemWords();
  const { items, voters } = round.tally;
  const most = Math.max(1, ...items.map(({ votes }) => votes));
  return (
    <section className="screen-count" aria-label={t('title')}>
      <h2 dir="auto">{round.terms.question}</h2>
      <p>{t('people', { count: votersOf(round), sites: t('sites', { count: Object.keys(voters).length }) })}</p>
      {items.length === 0 && <p className="screen-none">{t('nothing')}</p>}
      <ol>
        {items.slice(0, SHOWN).map((item) => (
          <li key={item.item}>
            <p className="screen-count-words" dir="auto" {...words(item)} />
            <p className="screen-count-number">
              <b>{t('count', { count: item.votes })}</b> · {t('sites', { count: breadth(item) })}
            </p>
            <span className="screen-bar" aria-hidden>
              <span style={{ inlineSize: `${(item.votes / most) * 100}%` }} />
            </span>
            <ul>
              {Object.entries(item.bySite)
                .sort(([, a], [, b]) => b - a)
                .flatMap(([id, votes]) => {
                  const site = sites.get(id);
                  if (!site || votes === 0) return [];
                  return (
                    <li key={id}>
                      <SiteMark site={site} size={20} />
                      {site.name} {votes}
                    </li>
                  );
                })}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}

function votersOf({ tally }: Round): number {
  return Object.values(tally.voters).reduce((sum, some) => sum + some, 0);
}
