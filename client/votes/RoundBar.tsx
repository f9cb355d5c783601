import './votes.css';
import { CirclePause, EyeOff, Vote, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { forgetLateVotes } from '../../shared/desk/ballots.ts';
import { currentStep } from '../../shared/stage/agenda.ts';
import { takeVotes } from '../../shared/stage/edit-agenda.ts';
import { mayFacilitate } from '../../shared/protocol/roles.ts';
import type { Round } from '../../shared/stage/rounds.ts';
import { useGoneOn } from '../board/useGoneOn.ts';
import { api } from '../session/api.ts';
import { useRole, useSession, useStage } from '../session/hooks.ts';
import { announce } from '../ui/announce.tsx';
import { Bar } from '../ui/Bar.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { FailureLine } from '../ui/FailureLine.tsx';
import { useRequest } from '../ui/useRequest.ts';
import { useBudget, useLateVotes, useOpenRound, useTakesVotes, useWeight } from './hooks.ts';
import { VotesDialog } from './VotesDialog.tsx';

/** Over both views while a round is open: what is asked, one's votes that are left, and for facilitators its end. */
export function RoundBar() {
  const { t } = useTranslation(['votes', 'common']);
  const round = useOpenRound();
  const role = useRole();
  const [ended, forget] = useRoundNews(round);
  const [shows, setShows] = useState<'results' | 'start' | null>(null);
  const { agenda } = useStage();
  const isTimeToVote = currentStep(agenda)?.allowed.voting === true;
  const takesVotes = useTakesVotes();
  const goneOn = useGoneOn(round ? `${round.id} ${takesVotes}` : '');
  return (
    <>
      <LateVotes />
      {ended && !round && (
        <Bar className="board-banner board-news" label={t('about')}>
          <p>{t('wasEnded', { question: ended.terms.question })}</p>
          <Button size="small" onClick={() => setShows('results')}>
            {t('see')}
          </Button>
          <IconButton label={t('common:close')} onClick={forget}>
            <X aria-hidden size={18} />
          </IconButton>
        </Bar>
      )}
      {!round && !ended && isTimeToVote && mayFacilitate(role) && (
        <Bar className="round-bar" label={t('bar')}>
          <Vote aria-hidden size={19} />
          <p className="round-bar-words">{t('timeToVote')}</p>
          <Button size="small" variant="primary" onClick={() => setShows('start')}>
            {t('start.act')}
          </Button>
        </Bar>
      )}
      <VotesDialog open={shows !== null} starts={shows === 'start'} onOpenChange={(next) => !next && setShows(null)} />
      {round && (
        <Bar className="round-bar" label={t('bar')} data-gone-on={goneOn || undefined}>
          <Vote aria-hidden size={19} />
          <div className="round-bar-words">
            <p className="round-question" dir="auto">
              {round.terms.question}
            </p>
            <p className="round-terms">
              {round.terms.secret && (
                <span>
                  <EyeOff aria-hidden size={14} /> {t('secret')}
                </span>
              )}
              {!takesVotes && (
                <span className="round-pause">
                  <CirclePause aria-hidden size={14} /> {t('paused')}
                </span>
              )}
              <span>{t('voted', { count: Object.values(round.tally.voters).reduce((sum, some) => sum + some, 0) })}</span>
            </p>
          </div>
          <Budget round={round} />
          {mayFacilitate(role) && !takesVotes && <TakeVotes />}
          {mayFacilitate(role) && <CloseRound round={round} />}
        </Bar>
      )}
    </>
  );
}

/** Lets the step that is now take votes. */
function TakeVotes() {
  const { t } = useTranslation('votes');
  const { stageDoc } = useSession();
  return (
    <Button size="small" onClick={() => takeVotes(stageDoc)}>
      {t('takeVotes')}
    </Button>
  );
}

function Budget({ round }: { round: Round }) {
  const { t } = useTranslation('votes');
  const weight = useWeight(round);
  const { left, all } = useBudget(round);
  if (weight === 0) return null;
  return (
    <p className="round-budget">
      <span className="round-pips" aria-hidden>
        {all <= 12 && Array.from({ length: all }, (_, pip) => <i key={pip} data-left={pip < left || undefined} />)}
      </span>
      {t('leftOf', { count: left, all })}
      {weight > 1 && <span className="round-weight"> {t('room', { count: weight })}</span>}
    </p>
  );
}

function CloseRound({ round }: { round: Round }) {
  const { t } = useTranslation(['votes', 'common']);
  const { board, token } = useSession();
  const [asks, setAsks] = useState(false);
  const request = useRequest();
  const close = (how: 'ended' | 'cancelled') =>
    request.run(async () => {
      await api.closeRound(board, round.id, how, token);
      setAsks(false);
    });
  return (
    <div className="round-acts">
      <FailureLine failure={request.failure} />
      <Button size="small" variant="primary" aria-disabled={request.busy} onClick={() => void close('ended')}>
        {t('end')}
      </Button>
      <Button size="small" variant="plain" onClick={() => setAsks(true)}>
        {t('cancel')}
      </Button>
      <Dialog open={asks} onOpenChange={setAsks} title={t('cancelAsk.title')} description={t('cancelAsk.description')}>
        <FailureLine failure={request.failure} />
        <div className="dialog-actions">
          <Button data-first onClick={() => setAsks(false)}>
            {t('cancelAsk.no')}
          </Button>
          <Button variant="danger" aria-disabled={request.busy} onClick={() => void close('cancelled')}>
            {t('cancelAsk.yes')}
          </Button>
        </div>
      </Dialog>
    </div>
  );
}

/** Tells whose votes came when the round was over that they did not count. */
function LateVotes() {
  const { t } = useTranslation(['votes', 'common']);
  const { desk } = useSession();
  const late = useLateVotes();
  const sentence = late ? t(late.inTime > 0 ? 'lateChange' : 'late', { count: late.inTime || late.votes, question: late.round.terms.question }) : '';
  useEffect(() => {
    if (sentence) announce(sentence);
  }, [sentence]);
  if (!late) return null;
  return (
    <Bar className="board-banner board-news" label={t('lateLabel')}>
      <p>{sentence}</p>
      <IconButton label={t('common:close')} onClick={() => forgetLateVotes(desk!.doc, late.round.id)}>
        <X aria-hidden size={18} />
      </IconButton>
    </Bar>
  );
}

/** Says aloud that a round has begun, pauses, goes on, has ended or was cancelled. @returns the round that has just ended, and how to think of it no more */
function useRoundNews(open: Round | null): [ended: Round | null, forget: () => void] {
  const { t } = useTranslation('votes');
  const { stage } = useSession();
  const paused = !useTakesVotes();
  const pausedBefore = useRef(paused);
  const known = useRef<Round | null | undefined>(undefined);
  const [ended, setEnded] = useState<Round | null>(null);
  useEffect(() => {
    const before = known.current;
    known.current = open;
    // What was there when the page was opened is no news.
    if (before === undefined || before?.id === open?.id) {
      if (before && open && pausedBefore.current !== paused) announce(t(paused ? 'paused' : 'resumed'));
      pausedBefore.current = paused;
      return;
    }
    pausedBefore.current = paused;
    setEnded(null);
    if (open) announce(t('began', { question: open.terms.question }));
    else if (before) {
      const state = stage.current().rounds.find(({ id }) => id === before.id)?.state;
      announce(t(state === 'cancelled' ? 'wasCancelled' : 'wasEnded', { question: before.terms.question }));
      if (state === 'ended') setEnded(before);
    }
  }, [open, paused, stage, t]);
  return [ended, () => setEnded(null)];
}

/** Whether there is anything about votes to open from the head of the board: results, and for facilitators a new round. */
export function useHasVotes(): boolean {
  const role = useRole();
  const { rounds } = useStage();
  return mayFacilitate(role) || rounds.some(({ state }) => state === 'ended');
}
