import './polls.css';
import { Hand } from 'lucide-react';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { mayFacilitate } from '../../shared/protocol/roles.ts';
import { closePoll, countAnswers, endPoll, type Poll } from '../../shared/stage/polls.ts';
import { useConnection, useRole, useSession, useStage } from '../session/hooks.ts';
import { announce } from '../ui/announce.tsx';
import { Bar } from '../ui/Bar.tsx';
import { Button } from '../ui/Button.tsx';
import { useAnswers, useOwnAnswer } from './answers.ts';

/** The question that is before everybody, what people answer while they do, and then its result. */
export function PollBar() {
  const { poll } = useStage();
  usePollNews(poll);
  return poll && <Question key={poll.id} poll={poll} />;
}

function Question({ poll }: { poll: Poll }) {
  const { t } = useTranslation('polls');
  const { stageDoc, participant } = useSession();
  const { readers } = useStage();
  const leads = mayFacilitate(useRole());
  const answers = useAnswers(poll.id);
  const [own, answer] = useOwnAnswer(poll.id);
  const counts = poll.result ?? countAnswers(poll, answers);
  const most = Math.max(1, ...counts);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const open = poll.result === null;
  // Without a connection nobody's answer is here, and a result is kept for good.
  const uncountable = useConnection().state !== 'connected';
  const end = () => {
    if (!open) closePoll(stageDoc);
    else if (uncountable) announce(t('uncountable'));
    else endPoll(stageDoc, poll.id, answers);
  };
  const mayAnswer = participant !== null && !readers.has(participant);
  return (
    <Bar className="poll" label={t('label')}>
      <p className="poll-question">
        <Hand aria-hidden size={19} />
        <span>
          <b>{poll.question || t(`kinds.${poll.kind}`)}</b> <small>{t(open ? 'answered' : 'ended', { count: total })}</small>
        </span>
      </p>
      <ul className="poll-options" data-kind={poll.kind}>
        {poll.options.map((option, index) => {
          const label = poll.kind === 'yes-no' ? t(option === 'yes' ? 'yes' : 'no') : option;
          const count = counts[index] ?? 0;
          const face = (
            <>
              <span className="poll-share" style={{ width: `${(count / most) * 100}%` }} aria-hidden />
              <span className="poll-option-name">{label}</span>
              <span className="poll-count">
                {count}
                <span className="visually-hidden">{t('answers', { count })}</span>
              </span>
            </>
          );
          return (
            <li key={option}>
              {mayAnswer ? (
                <button
                  type="button"
                  className="poll-option"
                  aria-pressed={own === index}
                  // Not gone when the answers are counted, which would drop the focus of who has just given one.
                  aria-disabled={!open}
                  onClick={() => {
                    if (!open) return;
                    answer(own === index ? null : index);
                    announce(t(own === index ? 'taken' : 'given', { answer: label }));
                  }}
                >
                  {face}
                </button>
              ) : (
                <span className="poll-option">{face}</span>
              )}
            </li>
          );
        })}
      </ul>
      {leads && (
        <Button size="small" className="poll-end" aria-label={t(open ? 'end' : 'close')} aria-disabled={open && uncountable} title={open && uncountable ? t('uncountable') : undefined} onClick={end}>
          <span className="poll-end-words" aria-hidden>
            {t(open ? 'end' : 'close')}
          </span>
          <span className="poll-end-word" aria-hidden>
            {t(open ? 'endShort' : 'close')}
          </span>
        </Button>
      )}
    </Bar>
  );
}

/** Tells of a new question, and of its result. */
function usePollNews(poll: Poll | null): void {
  const { t } = useTranslation('polls');
  const { meta } = useStage();
  const arrived = meta !== null;
  const now = poll && `${poll.id} ${poll.result !== null}`;
  const known = useRef<string | null | undefined>(undefined);
  const tell = useEffectEvent(() => {
    if (!poll) return;
    const question = poll.question || t(`kinds.${poll.kind}`);
    const label = (option: string) => (poll.kind === 'yes-no' ? t(option === 'yes' ? 'yes' : 'no') : option);
    const counts = poll.options.map((option, index) => `${label(option)}: ${poll.result?.[index] ?? 0}`).join(', ');
    announce(poll.result ? t('news.result', { question, counts }) : t('news.asked', { question }));
  });
  useEffect(() => {
    if (!arrived) return;
    const before = known.current;
    known.current = now;
    if (before !== undefined && now !== null && now !== before) tell();
  }, [arrived, now]);
}
