import { History } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { stepsSoFar, stepTexts } from '../../shared/stage/agenda.ts';
import { useLanguage } from '../i18n/index.ts';
import { useStage } from '../session/hooks.ts';
import { IconButton } from '../ui/Button.tsx';
import { StepIcon } from './StepIcon.tsx';

/** What was asked in the steps up to now; never what comes. */
export function StepsSoFar() {
  const { t } = useTranslation('agenda');
  const [language] = useLanguage();
  const { agenda } = useStage();
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <IconButton label={t('soFar.open')}>
          <History aria-hidden size={20} />
        </IconButton>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="board-people-list agenda-so-far" sideOffset={8} align="end" collisionPadding={8} aria-label={t('soFar.title')}>
          <h2 tabIndex={-1}>{t('soFar.title')}</h2>
          <ol>
            {stepsSoFar(agenda).map((step) => {
              const { title, instruction } = stepTexts(step, language);
              return (
                <li key={step.id} aria-current={step.id === agenda.current ? 'step' : undefined}>
                  <StepIcon kind={step.kind} size={18} />
                  <div>
                    <b>{title}</b>
                    <p>{instruction}</p>
                  </div>
                </li>
              );
            })}
          </ol>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
