import './agenda.css';
import { ChevronDown, ChevronLeft, ChevronRight, ChevronUp, Flag } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentStep, nextStep, stepTexts, type Step } from '../../shared/stage/agenda.ts';
import { goToStep } from '../../shared/stage/edit-agenda.ts';
import { mayFacilitate } from '../../shared/protocol/roles.ts';
import { useGoneOn } from '../board/useGoneOn.ts';
import { useLanguage } from '../i18n/index.ts';
import { useRole, useSession, useStage } from '../session/hooks.ts';
import { Bar } from '../ui/Bar.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import { Readiness, ReadyButton } from './Readiness.tsx';
import { StepIcon } from './StepIcon.tsx';
import { StepsSoFar } from './StepsSoFar.tsx';
import { TimerControls } from './TimerControls.tsx';
import { TimerFace } from './TimerFace.tsx';
import { useAgendaNews } from './useAgendaNews.ts';

/** What is to be done now and how much time is left; for facilitators with what leads on. */
export function AgendaBar() {
  const { t } = useTranslation('agenda');
  const role = useRole();
  const { agenda, timer } = useStage();
  const fresh = useAgendaNews();
  const step = currentStep(agenda);
  if (!step && !timer) return null;
  const leads = mayFacilitate(role);
  return (
    <Bar className="agenda" label={t('label')} data-leads={leads || undefined} data-fresh={fresh || undefined}>
      {step && <StepNow step={step} />}
      <div className="agenda-acts">
        <TimerFace />
        {leads && <TimerControls />}
        {step && role === 'participant' && <ReadyButton step={step.id} />}
        {step && leads && <Readiness step={step.id} />}
        {step && !leads && <StepsSoFar />}
        {step && leads && <Leading />}
      </div>
    </Bar>
  );
}

function StepNow({ step }: { step: Step }) {
  const { t } = useTranslation('agenda');
  const [language] = useLanguage();
  const { agenda } = useStage();
  const { participant } = useSession();
  const [unfolded, setUnfolded] = useState(true);
  const goneOn = useGoneOn(step.id);
  useEffect(() => setUnfolded(!goneOn), [step.id, goneOn]);
  const { title, instruction } = stepTexts(step, language);
  const place = { number: agenda.steps.findIndex(({ id }) => id === step.id) + 1, count: agenda.steps.length };
  return (
    <div className="agenda-now" data-unfolded={unfolded || undefined}>
      <span className="agenda-sign">
        <StepIcon kind={step.kind} size={22} />
      </span>
      <div className="agenda-title">
        <p className="agenda-place">
          <span>{t('place', place)}</span>
          {(step.allowed.notes === 'none' || (step.allowed.notes === 'desk' && participant !== null)) && <span className="agenda-rule">{t(`rule.${step.allowed.notes}`)}</span>}
        </p>
        <p className="agenda-name">{title}</p>
      </div>
      <p className="agenda-instruction" id="agenda-instruction">
        {instruction}
      </p>
      <IconButton
        className="agenda-fold"
        label={t(unfolded ? 'fold' : 'unfold')}
        aria-expanded={unfolded}
        aria-controls="agenda-instruction"
        onClick={() => setUnfolded(!unfolded)}
      >
        {unfolded ? <ChevronUp aria-hidden size={18} /> : <ChevronDown aria-hidden size={18} />}
      </IconButton>
    </div>
  );
}

/** For facilitators: on to the next step, or back to the one before. */
function Leading() {
  const { t } = useTranslation('agenda');
  const [language] = useLanguage();
  const { stageDoc } = useSession();
  const { agenda } = useStage();
  const next = nextStep(agenda);
  const before = agenda.steps[agenda.steps.findIndex(({ id }) => id === agenda.current) - 1];
  return (
    <span className="agenda-lead">
      <IconButton className="agenda-back" label={t('back')} aria-disabled={!before} onClick={() => before && goToStep(stageDoc, before.id)}>
        <ChevronLeft aria-hidden size={20} />
      </IconButton>
      <Button
        size="small"
        variant="primary"
        className="agenda-next"
        icon={next ? <ChevronRight aria-hidden size={17} /> : <Flag aria-hidden size={16} />}
        onClick={() => goToStep(stageDoc, next?.id ?? null)}
      >
        <span>{next ? t('next', { title: stepTexts(next, language).title }) : t('end')}</span>
      </Button>
    </span>
  );
}
