import { Undo2, X } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStage } from '../session/hooks.ts';
import { announce } from '../ui/announce.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import { useStructure, type Removal } from './context.ts';
import { useStructureActs } from './useStructureActs.ts';

/** The id of the notice in the page. */
export const REMOVAL_NOTICE = 'removal-notice';

/** What this person has just removed, how many notes lie aside because of it, and the way back. */
export function RemovalNotice() {
  const structure = useStructure();
  const { approaches } = useStage();
  if (!structure?.removal) return null;
  const { removal, forgetRemoval } = structure;
  const there = approaches.find(({ id }) => id === removal.approach);
  const isBack = removal.column === null ? there !== undefined : there?.columns.some(({ id }) => id === removal.column);
  return isBack ? <Forget onBack={forgetRemoval} /> : <Notice key={`${removal.approach}/${removal.column}`} removal={removal} onClose={forgetRemoval} />;
}

/** Whoever put it back: there is nothing left to tell. */
function Forget({ onBack }: { onBack: () => void }) {
  useEffect(() => onBack(), [onBack]);
  return null;
}

function Notice({ removal, onClose }: { removal: Removal; onClose: () => void }) {
  const { t } = useTranslation(['structure', 'common']);
  const acts = useStructureActs();
  const sentence = `${t('removed.done', { name: removal.name })} ${t('removed.aside', { count: removal.notes })}`;
  useEffect(() => announce(sentence), [sentence]);
  const close = () => {
    onClose();
    document.querySelector<HTMLElement>('#content')?.focus();
  };
  return (
    <div className="board-banner board-news" id={REMOVAL_NOTICE}>
      <p>{sentence}</p>
      <Button
        size="small"
        icon={<Undo2 aria-hidden size={17} />}
        onClick={() => {
          if (removal.column === null) acts.putApproachBack(removal.approach);
          else acts.putColumnBack(removal.approach, removal.column);
          close();
        }}
      >
        {t('removed.putBack')}
      </Button>
      <IconButton label={t('close', { ns: 'common' })} onClick={close}>
        <X aria-hidden size={18} />
      </IconButton>
    </div>
  );
}
