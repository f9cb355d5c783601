import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalDistributeCenter,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalDistributeCenter,
  LayoutGrid,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ALIGNMENTS, DISTRIBUTIONS, LEAST_DISTRIBUTED, type Arrangement } from '../../shared/board/arrange.ts';
import { announce } from '../ui/announce.tsx';
import { Menu, MenuItem, MenuSeparator } from '../ui/Menu.tsx';

/** lucide names its signs by the line along which things are aligned. */
const SIGNS: Record<Arrangement, LucideIcon> = {
  'align-left': AlignStartVertical,
  'align-center-horizontal': AlignCenterVertical,
  'align-right': AlignEndVertical,
  'align-top': AlignStartHorizontal,
  'align-center-vertical': AlignCenterHorizontal,
  'align-bottom': AlignEndHorizontal,
  'distribute-horizontal': AlignHorizontalDistributeCenter,
  'distribute-vertical': AlignVerticalDistributeCenter,
};

interface ArrangeMenuProps {
  trigger: ReactNode;
  /** How many things lie free and are to be put in order; at least two. */
  count: number;
  /** Puts them into a grid; left out where they are not all notes. */
  onTidy?: (() => void) | undefined;
  onArrange: (way: Arrangement) => void;
}

/** Puts what lies free on the canvas in order: notes into a grid, notes and drawings in line or at equal distances. */
export function ArrangeMenu({ trigger, count, onTidy, onArrange }: ArrangeMenuProps) {
  const { t } = useTranslation('groups');
  const item = (way: Arrangement) => {
    const Sign = SIGNS[way];
    const arrange = () => {
      onArrange(way);
      announce(t('said.arranged', { way: t(`arrange.${way}`) }));
    };
    return (
      <MenuItem key={way} icon={<Sign aria-hidden size={18} />} onSelect={arrange}>
        {t(`arrange.${way}`)}
      </MenuItem>
    );
  };
  const tidy = () => {
    onTidy?.();
    announce(t('said.tidied', { count }));
  };
  return (
    <Menu align="center" trigger={trigger}>
      {onTidy && (
        <>
          <MenuItem icon={<LayoutGrid aria-hidden size={18} />} onSelect={tidy}>
            {t('arrange.tidy')}
          </MenuItem>
          <MenuSeparator />
        </>
      )}
      {ALIGNMENTS.map(item)}
      {count >= LEAST_DISTRIBUTED && (
        <>
          <MenuSeparator />
          {DISTRIBUTIONS.map(item)}
        </>
      )}
    </Menu>
  );
}
