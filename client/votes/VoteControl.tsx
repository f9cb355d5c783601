import './votes.css';
import { Minus, Plus, Vote } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { dropStaleVotes, vote } from '../../shared/desk/ballots.ts';
import { budgetOf } from '../../shared/desk/count.ts';
import type { Round } from '../../shared/stage/rounds.ts';
import { useSession } from '../session/hooks.ts';
import { announce } from '../ui/announce.tsx';
import { theBoard } from '../ui/focus.ts';
import { useFocusHeir } from '../ui/useFocusHeir.ts';
import { useLastCounted, useOpenRound, useOwnVotes, useWeight, useTakesVotes, itemsIn, standing, weightIn } from './hooks.ts';
import { votesOf } from './items.ts';

interface VoteControlProps {
  /** A note's id, or a group's key. */
  item: string;
  /** What it says, shortened. */
  text: string;
  /** Whether it is voted on in the round. */
  isVotedOn: (round: Round) => boolean;
}

/** On a note or group: while a round is open one's votes, else how many it was given in the last one. */
export function VoteControl({ item, text, isVotedOn }: VoteControlProps) {
  const round = useOpenRound();
  const last = useLastCounted();
  const weight = useWeight(round);
  const takesVotes = useTakesVotes();
  if (!round) return last && <Count votes={votesOf(last.tally, item)} />;
  if (!isVotedOn(round)) return null;
  return (
    <>
      {!round.terms.secret && <Count votes={votesOf(round.tally, item)} />}
      {weight > 0 && (takesVotes ? <Stepper round={round} item={item} text={text} /> : <OwnVotes round={round} item={item} />)}
    </>
  );
}

function Count({ votes }: { votes: number }) {
  const { t } = useTranslation('votes');
  if (votes === 0) return null;
  const label = t('count', { count: votes });
  return (
    <span className="vote-count" role="img" aria-label={label} title={label}>
      <Vote aria-hidden size={14} />
      {votes}
    </span>
  );
}

/** What one has voted, while nothing can be changed about it. */
function OwnVotes({ round, item }: { round: Round; item: string }) {
  const { t } = useTranslation('votes');
  const { on } = useOwnVotes(round, item);
  if (on === 0) return null;
  return (
    <span className="vote-stepper" data-voted>
      <span className="vote-own" aria-label={t('yours', { count: on })} role="img">
        {on}
      </span>
    </span>
  );
}

function Stepper({ round, item, text }: { round: Round; item: string; text: string }) {
  const { t } = useTranslation('votes');
  const session = useSession();
  const { on, left, most } = useOwnVotes(round, item);
  const stepper = useRef<HTMLSpanElement>(null);
  useFocusHeir(stepper, votedOn);
  const change = (by: 1 | -1) => {
    const weight = weightIn(session, round);
    const now = standing(session, round, weight, item);
    const next = Math.min(Math.max(0, now.on + by), budgetOf(round.terms, weight).most);
    // Not `disabled`, which would drop the focus of who presses once too often: said instead.
    if (next === now.on || (by > 0 && now.left === 0)) {
      announce(by < 0 ? t('none') : t(now.left === 0 ? 'noneLeft' : 'mostReached', { count: most }));
      return;
    }
    dropStaleVotes(session.desk!.doc, round.id, itemsIn(session, round));
    vote(session.desk!.doc, round.id, item, next);
    announce(t('said', { text, on: t('yours', { count: next }), left: t('left', { count: now.left - by }) }));
  };
  return (
    <span ref={stepper} className="vote-stepper" role="group" aria-label={t('for', { text })} data-voted={on > 0 || undefined}>
      <button type="button" className="vote-step" aria-label={t('less', { text })} aria-disabled={on === 0} onClick={() => change(-1)}>
        <Minus aria-hidden size={16} />
      </button>
      <span className="vote-own" aria-label={t('yours', { count: on })} role="img">
        {on}
      </span>
      <button type="button" className="vote-step" aria-label={t('more', { text })} aria-disabled={left === 0 || on >= most} onClick={() => change(1)}>
        <Plus aria-hidden size={16} />
      </button>
    </span>
  );
}

/** When the round ends, whoever stands on its buttons stands on the note or the group; on the canvas, on the board. */
function votedOn(part: HTMLElement): HTMLElement | null {
  const group = part.closest('.note-group')?.querySelector<HTMLElement>('.note-group-fold');
  return part.closest<HTMLElement>('.note-slot') ?? group ?? theBoard();
}
