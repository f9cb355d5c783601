import { CornerUpLeft, Split } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { bringBack } from '../../shared/board/bring-back.ts';
import type { StageApproach } from '../../shared/stage/document.ts';
import { removeApproach } from '../../shared/stage/edit-structure.ts';
import { useSession, useStage } from '../session/hooks.ts';
import { keepFirst } from '../session/keep-first.ts';
import { useStructure } from '../structure/context.ts';
import { announce } from '../ui/announce.tsx';
import { MenuItem, MenuSeparator } from '../ui/Menu.tsx';

/** In the menu of an approach: sends people off to work on copies of it; in that of a copy, brings it back. */
export function BreakoutItems({ approach }: { approach: StageApproach }) {
  const { t } = useTranslation('breakout');
  const structure = useStructure();
  const session = useSession();
  const { approaches } = useStage();
  const { breakout } = approach;
  const original = approaches.find(({ id }) => id === breakout?.of);
  const back = async () => {
    if (!breakout || !original) return;
    await keepFirst(session, 'breakout', breakout.name);
    const { boardDoc, stageDoc, history } = session;
    const known = new Set(original.columns.map(({ id }) => id));
    const columns = approach.columns.map(({ id }) => [id, known.has(id) ? id : (original.columns[0]?.id ?? id)] as const);
    history.mark();
    const count = bringBack(boardDoc, approach.id, original.id, columns, breakout.name);
    history.mark();
    removeApproach(stageDoc, approach.id);
    announce(t('brought', { name: breakout.name, count }));
  };
  if (breakout && !original) return null;
  return (
    <>
      <MenuSeparator />
      {breakout ? (
        <MenuItem icon={<CornerUpLeft aria-hidden size={17} />} onSelect={() => void back()}>
          {t('back')}
        </MenuItem>
      ) : (
        <MenuItem icon={<Split aria-hidden size={17} />} onSelect={() => structure?.open({ show: 'breakout', approach: approach.id })}>
          {t('do')}
        </MenuItem>
      )}
    </>
  );
}
