import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentStep, stepTexts } from '../../shared/stage/agenda.ts';
import { useLanguage } from '../i18n/index.ts';
import { useStage } from '../session/hooks.ts';
import { preferences } from '../settings/preferences.ts';
import { announce } from '../ui/announce.tsx';
import { chime } from './chime.ts';
import { SHORT_SECONDS } from './useTimerFace.ts';
import { useSecondsLeft } from './useSecondsLeft.ts';

/** How long a new step stands out, in milliseconds. */
const FRESH = 8_000;

/**
 * Tells of each new step in words, and of the end of the time in words and with a sound.
 * @returns whether the step has just begun
 */
export function useAgendaNews(): boolean {
  const { t } = useTranslation('agenda');
  const [language] = useLanguage();
  const { meta, agenda } = useStage();
  const step = currentStep(agenda);
  const arrived = meta !== null;
  const known = useRef<string | null | undefined>(undefined);
  const [fresh, setFresh] = useState<string | null>(null);
  const id = step?.id ?? null;

  const tell = useEffectEvent(() => {
    if (!step) return announce(t('news.ended'));
    const { title, instruction } = stepTexts(step, language);
    announce(t('news.step', { title, instruction }));
  });
  useEffect(() => {
    if (!arrived) return;
    const before = known.current;
    known.current = id;
    // What was so when the page was opened is no news.
    if (before === undefined || before === id) return;
    tell();
    if (id === null) return;
    setFresh(id);
    const timer = setTimeout(() => setFresh(null), FRESH);
    return () => clearTimeout(timer);
  }, [arrived, id]);

  useTimeNews();
  return fresh !== null && fresh === id;
}

function useTimeNews(): void {
  const { t } = useTranslation('agenda');
  const { timer } = useStage();
  const seconds = useSecondsLeft();
  const before = useRef<number | null>(null);
  const runs = timer?.state === 'running';
  useEffect(() => {
    const was = before.current;
    before.current = runs ? seconds : null;
    if (!runs || seconds === null || was === null || was <= seconds) return;
    if (was > SHORT_SECONDS && seconds <= SHORT_SECONDS && seconds > 0) announce(t('news.short'));
    if (was > 0 && seconds === 0) {
      announce(t('news.over'));
      if (preferences.get().sound) chime();
    }
  }, [runs, seconds, t]);
}
