import { Pause, Play, Plus, X } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { paused, setTimer, started, timeLeft, withMinuteMore, type Timer } from '../../shared/stage/timer.ts';
import { useSession, useStage } from '../session/hooks.ts';
import { announce } from '../ui/announce.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import { useFocusHeir } from '../ui/useFocusHeir.ts';

/** For facilitators: lets the time run, stops it, gives a minute more, takes it away. */
export function TimerControls() {
  const { timer } = useStage();
  return timer && <Controls timer={timer} />;
}

function Controls({ timer }: { timer: Timer }) {
  const { t } = useTranslation('agenda');
  const { stageDoc, clock } = useSession();
  const controls = useRef<HTMLSpanElement>(null);
  useFocusHeir(controls, (part) => part.closest('.agenda')?.querySelector<HTMLElement>('.agenda-next'));
  const now = clock.now();
  const runs = timer.state === 'running' && timeLeft(timer, now) > 0;
  const toggle = () => {
    setTimer(stageDoc, runs ? paused(timer, clock.now()) : started(timer, clock.now()));
    announce(t(runs ? 'timer.paused' : 'timer.started'));
  };
  const Icon = runs ? Pause : Play;
  return (
    <span className="timer-acts" ref={controls}>
      <Button size="small" icon={<Icon aria-hidden size={16} />} onClick={toggle}>
        <span className="timer-word">{t(runs ? 'timer.pause' : 'timer.start')}</span>
      </Button>
      <Button
        size="small"
        variant="plain"
        icon={<Plus aria-hidden size={16} />}
        title={t('timer.more')}
        onClick={() => {
          setTimer(stageDoc, withMinuteMore(timer, clock.now()));
          announce(t('timer.moreDone'));
        }}
      >
        <span aria-hidden>{t('timer.moreShort')}</span>
        <span className="visually-hidden">{t('timer.more')}</span>
      </Button>
      <IconButton label={t('timer.remove')} onClick={() => setTimer(stageDoc, null)}>
        <X aria-hidden size={17} />
      </IconButton>
    </span>
  );
}
