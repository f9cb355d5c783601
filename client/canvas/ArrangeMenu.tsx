import { useActions } from '@tldraw/tldraw';
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
  Ruler,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { tidy } from '../session/acts.ts';
import { useSession } from '../session/hooks.ts';
import { announce } from '../ui/announce.tsx';
import { IconButton } from '../ui/Button.tsx';
import { Menu, MenuItem, MenuSeparator } from '../ui/Menu.tsx';

/** What tldraw calls them; lucide names its signs by the line along which things are aligned. */
const ALIGN = [
  { id: 'align-left', Icon: AlignStartVertical },
  { id: 'align-center-horizontal', Icon: AlignCenterVertical },
  { id: 'align-right', Icon: AlignEndVertical },
  { id: 'align-top', Icon: AlignStartHorizontal },
  { id: 'align-center-vertical', Icon: AlignCenterHorizontal },
  { id: 'align-bottom', Icon: AlignEndHorizontal },
] as const;

const DISTRIBUTE = [
  { id: 'distribute-horizontal', Icon: AlignHorizontalDistributeCenter },
  { id: 'distribute-vertical', Icon: AlignVerticalDistributeCenter },
] as const;

/** With fewer, there is nothing between the outermost. */
const DISTRIBUTED = 3;

/** Puts what lies free in order: notes into a grid, notes and drawings in line or at equal distances. */
export function ArrangeMenu({ notes, shapes }: { notes: readonly string[]; shapes: number }) {
  const { t } = useTranslation('canvas');
  const { t: tg } = useTranslation('groups');
  const session = useSession();
  const actions = useActions();
  const item = ({ id, Icon }: (typeof ALIGN | typeof DISTRIBUTE)[number]) => (
    <MenuItem key={id} icon={<Icon aria-hidden size={18} />} onSelect={() => void actions[id]?.onSelect('toolbar')}>
      {t(`arrange.${id}`)}
    </MenuItem>
  );
  return (
    <Menu
      align="center"
      trigger={
        <IconButton label={t('arrange.label')}>
          <Ruler aria-hidden size={19} />
        </IconButton>
      }
    >
      {notes.length > 1 && notes.length === shapes && (
        <>
          <MenuItem
            icon={<LayoutGrid aria-hidden size={18} />}
            onSelect={() => {
              tidy(session, notes);
              announce(tg('said.tidied', { count: notes.length }));
            }}
          >
            {t('arrange.tidy')}
          </MenuItem>
          <MenuSeparator />
        </>
      )}
      {ALIGN.map(item)}
      {shapes >= DISTRIBUTED && (
        <>
          <MenuSeparator />
          {DISTRIBUTE.map(item)}
        </>
      )}
    </Menu>
  );
}
