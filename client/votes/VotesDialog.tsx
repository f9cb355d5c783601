import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mayFacilitate } from '../../shared/protocol/roles.ts';
import { countedRounds, openRound } from '../../shared/stage/rounds.ts';
import { useRole, useStage } from '../session/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { RoundResult } from './RoundResult.tsx';
import { StartRound } from './StartRound.tsx';

interface VotesDialogProps {
  open: boolean;
  /** Whether it opens with a new round, not with the results. */
  starts?: boolean;
  onOpenChange: (open: boolean) => void;
}

/** The results of all rounds, and the way to begin one. */
export function VotesDialog({ open, starts = false, onOpenChange }: VotesDialogProps) {
  const { t } = useTranslation('votes');
  const [wanted, setStarting] = useState(false);
  const starting = starts || wanted;
  const close = (next: boolean) => {
    if (!next) setStarting(false);
    onOpenChange(next);
  };
  return (
    <Dialog open={open} onOpenChange={close} title={t(starting ? 'start.title' : 'title')}>
      {starting ? <StartRound onStarted={() => close(false)} onBack={() => (starts ? close(false) : setStarting(false))} /> : <Results onStart={() => setStarting(true)} />}
    </Dialog>
  );
}

function Results({ onStart }: { onStart: () => void }) {
  const { t } = useTranslation('votes');
  const role = useRole();
  const { rounds } = useStage();
  const counted = countedRounds(rounds);
  return (
    <div className="votes">
      {mayFacilitate(role) && (
        <div className="votes-begin">
          {openRound(rounds) ? (
            <p>{t('start.open')}</p>
          ) : (
            <Button variant="primary" icon={<Plus aria-hidden size={18} />} onClick={onStart}>
              {t('start.act')}
            </Button>
          )}
        </div>
      )}
      {counted.length === 0 && <p className="votes-none">{t('noResults')}</p>}
      {counted.map((round, index) => (
        <RoundResult key={round.id} round={round} shown={index === 0} />
      ))}
    </div>
  );
}
