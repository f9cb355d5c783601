import './agenda.css';
import { ArrowDown, ArrowUp, Pencil, Play, Plus, Square, Trash2, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { stepTexts, type Step } from '../../shared/stage/agenda.ts';
import { goToStep, moveStep, putStepBack, removeStep, seedAgenda } from '../../shared/stage/edit-agenda.ts';
import { setTimer, started, timerOf } from '../../shared/stage/timer.ts';
import { AGENDA_LIMITS } from '../../shared/protocol/limits.ts';
import { useLanguage } from '../i18n/index.ts';
import { useSession, useStage } from '../session/hooks.ts';
import { announce } from '../ui/announce.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import { StepIcon } from './StepIcon.tsx';

interface AgendaListProps {
  /** Asks for the form of a step, or of a new one. */
  onStep: (step?: string) => void;
  /** Called when something was chosen that is seen on the board. */
  onDone: () => void;
}

/** All steps in their order, with the way to each; what was removed; and a timer that belongs to no step. */
export function AgendaList({ onStep, onDone }: AgendaListProps) {
  const { t } = useTranslation('agenda');
  const { stageDoc } = useSession();
  const { agenda, meta } = useStage();
  const { steps, current, removed } = agenda;
  const minutes = steps.reduce((sum, step) => sum + step.minutes, 0);
  const go = (id: string | null) => {
    goToStep(stageDoc, id);
    onDone();
  };
  return (
    <>
      <div className="agenda-ends">
        <p>{t('dialog.length', { count: steps.length, minutes })}</p>
        {current !== null ? (
          <Button size="small" icon={<Square aria-hidden size={15} />} onClick={() => go(null)}>
            {t('end')}
          </Button>
        ) : (
          steps[0] && (
            <Button size="small" variant="primary" icon={<Play aria-hidden size={16} />} onClick={() => go(steps[0]!.id)}>
              {t('dialog.start')}
            </Button>
          )
        )}
      </div>
      {steps.length > 0 && (
        <ol className="agenda-steps">
          {steps.map((step, index) => (
            <StepRow key={step.id} step={step} index={index} onEdit={() => onStep(step.id)} onGo={() => go(step.id)} />
          ))}
        </ol>
      )}
      <div className="agenda-quick">
        <Button size="small" icon={<Plus aria-hidden size={17} />} disabled={steps.length >= AGENDA_LIMITS.steps} onClick={() => onStep()}>
          {t('dialog.add')}
        </Button>
        {steps.length === 0 && removed.length === 0 && (
          <Button size="small" variant="plain" onClick={() => seedAgenda(stageDoc, meta?.template ?? 'empty')}>
            {t('dialog.seed')}
          </Button>
        )}
      </div>
      {removed.length > 0 && <RemovedSteps steps={removed} />}
      <QuickTimer onDone={onDone} />
    </>
  );
}

function StepRow({ step, index, onEdit, onGo }: { step: Step; index: number; onEdit: () => void; onGo: () => void }) {
  const { t } = useTranslation('agenda');
  const [language] = useLanguage();
  const { stageDoc } = useSession();
  const { agenda } = useStage();
  const { title } = stepTexts(step, language);
  const isNow = step.id === agenda.current;
  const last = index === agenda.steps.length - 1;
  // A row that changes its place is taken out of the page for a moment, and the focus with it.
  const move = (by: -1 | 1, button: HTMLElement) => {
    if (by === -1 ? index === 0 : last) return;
    moveStep(stageDoc, step.id, index + by);
    announce(t('dialog.moved', { title, place: index + by + 1 }));
    requestAnimationFrame(() => button.focus());
  };
  const remove = () => {
    removeStep(stageDoc, step.id);
    announce(t('dialog.removed', { title }));
  };
  return (
    <li className="agenda-row" aria-current={isNow ? 'step' : undefined}>
      <span className="agenda-row-name">
        <StepIcon kind={step.kind} />
        <span>
          {title}
          <small>
            {[t('minutes', { count: step.minutes }), step.allowed.notes !== 'board' && t(`rule.${step.allowed.notes}`), isNow && t('dialog.now')]
              .filter(Boolean)
              .join(' · ')}
          </small>
        </span>
      </span>
      <span className="structure-acts">
        {!isNow && (
          <IconButton label={t('dialog.go', { title })} onClick={onGo}>
            <Play aria-hidden size={17} />
          </IconButton>
        )}
        <IconButton label={t('dialog.earlier', { title })} aria-disabled={index === 0} onClick={(event) => move(-1, event.currentTarget)}>
          <ArrowUp aria-hidden size={18} />
        </IconButton>
        <IconButton label={t('dialog.later', { title })} aria-disabled={last} onClick={(event) => move(1, event.currentTarget)}>
          <ArrowDown aria-hidden size={18} />
        </IconButton>
        <IconButton label={t('dialog.edit', { title })} onClick={onEdit}>
          <Pencil aria-hidden size={17} />
        </IconButton>
        {!isNow && (
          <IconButton label={t('dialog.remove', { title })} onClick={remove}>
            <Trash2 aria-hidden size={17} />
          </IconButton>
        )}
      </span>
    </li>
  );
}

function RemovedSteps({ steps }: { steps: readonly Step[] }) {
  const { t } = useTranslation('agenda');
  const [language] = useLanguage();
  const { stageDoc } = useSession();
  return (
    <div className="structure-removed">
      <h3>{t('dialog.removedTitle')}</h3>
      <ul>
        {steps.map((step) => {
          const { title } = stepTexts(step, language);
          return (
            <li key={step.id} className="structure-row">
              <span className="structure-column">{title}</span>
              <Button size="small" icon={<Undo2 aria-hidden size={16} />} onClick={() => putStepBack(stageDoc, step.id)}>
                {t('dialog.putBack')}
                <span className="visually-hidden">{title}</span>
              </Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

const QUICK = [1, 3, 5, 10, 15];

/** A timer for whatever is wanted, beside the agenda or without one. */
function QuickTimer({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('agenda');
  const { stageDoc, clock } = useSession();
  return (
    <fieldset className="agenda-kinds agenda-quick">
      <legend>{t('timer.quick')}</legend>
      {QUICK.map((minutes) => (
        <Button
          key={minutes}
          size="small"
          onClick={() => {
            setTimer(stageDoc, started(timerOf(minutes), clock.now()));
            announce(t('timer.started'));
            onDone();
          }}
        >
          {t('minutes', { count: minutes })}
        </Button>
      ))}
    </fieldset>
  );
}
