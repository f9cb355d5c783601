import { ArrowLeft, ArrowRight, ArrowUp, ArrowDown, Ellipsis, ListTree, Pencil, Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { STRUCTURE_LIMITS } from '../../shared/protocol/limits.ts';
import { BreakoutItems } from '../breakout/BreakoutItems.tsx';
import { useStage } from '../session/hooks.ts';
import { IconButton } from '../ui/Button.tsx';
import { Menu, MenuItem, MenuSeparator } from '../ui/Menu.tsx';
import { useStructure } from './context.ts';
import { useStructureActs } from './useStructureActs.ts';

/** Changes an approach from its heading; nothing for whoever may not. */
export function ApproachMenu({ id, stacked = false }: { id: string; /** Whether approaches stand below each other. */ stacked?: boolean }) {
  const { t } = useTranslation('structure');
  const structure = useStructure();
  const { approaches } = useStage();
  const acts = useStructureActs();
  const index = approaches.findIndex((approach) => approach.id === id);
  const approach = approaches[index];
  if (!structure || !approach) return null;
  const [Earlier, Later] = stacked ? [ArrowUp, ArrowDown] : [ArrowLeft, ArrowRight];
  return (
    <Menu
      align="start"
      trigger={
        <IconButton className="structure-menu" label={t('menu.approach', { name: acts.approachTitle(id) })}>
          <Ellipsis aria-hidden size={20} />
        </IconButton>
      }
    >
      <MenuItem icon={<Pencil aria-hidden size={17} />} onSelect={() => structure.open({ show: 'approach', approach: id })}>
        {t('menu.rename')}
      </MenuItem>
      <MenuItem icon={<Earlier aria-hidden size={17} />} disabled={index === 0} onSelect={() => acts.moveApproach(id, -1)}>
        {t('menu.earlier')}
      </MenuItem>
      <MenuItem icon={<Later aria-hidden size={17} />} disabled={index === approaches.length - 1} onSelect={() => acts.moveApproach(id, 1)}>
        {t('menu.later')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem
        icon={<Plus aria-hidden size={17} />}
        disabled={approach.columns.length >= STRUCTURE_LIMITS.columns}
        onSelect={() => structure.open({ show: 'new-column', approach: id, index: approach.columns.length })}
      >
        {t('menu.addColumn')}
      </MenuItem>
      <MenuItem
        icon={<Plus aria-hidden size={17} />}
        disabled={approaches.length >= STRUCTURE_LIMITS.approaches}
        onSelect={() => structure.open({ show: 'new-approach', index: index + 1 })}
      >
        {t('menu.addApproach')}
      </MenuItem>
      <MenuItem icon={<ListTree aria-hidden size={17} />} onSelect={() => structure.open({ show: 'all' })}>
        {t('menu.all')}
      </MenuItem>
      <BreakoutItems approach={approach} />
      <MenuSeparator />
      <MenuItem danger icon={<Trash2 aria-hidden size={17} />} onSelect={() => structure.open({ show: 'remove-approach', approach: id })}>
        {t('menu.removeApproach')}
      </MenuItem>
    </Menu>
  );
}

/** Changes a column from its heading; nothing for whoever may not. */
export function ColumnMenu({ approach, id }: { approach: string; id: string }) {
  const { t } = useTranslation('structure');
  const structure = useStructure();
  const { approaches } = useStage();
  const acts = useStructureActs();
  const columns = approaches.find((candidate) => candidate.id === approach)?.columns ?? [];
  const index = columns.findIndex((column) => column.id === id);
  if (!structure || index === -1) return null;
  return (
    <Menu
      align="end"
      trigger={
        <IconButton className="structure-menu" label={t('menu.column', { name: acts.columnTitle(approach, id), approach: acts.approachTitle(approach) })}>
          <Ellipsis aria-hidden size={20} />
        </IconButton>
      }
    >
      <MenuItem icon={<Pencil aria-hidden size={17} />} onSelect={() => structure.open({ show: 'column', approach, column: id })}>
        {t('menu.edit')}
      </MenuItem>
      <MenuItem icon={<ArrowLeft aria-hidden size={17} />} disabled={index === 0} onSelect={() => acts.moveColumn(approach, id, -1)}>
        {t('menu.earlier')}
      </MenuItem>
      <MenuItem icon={<ArrowRight aria-hidden size={17} />} disabled={index === columns.length - 1} onSelect={() => acts.moveColumn(approach, id, 1)}>
        {t('menu.later')}
      </MenuItem>
      <MenuItem
        icon={<Plus aria-hidden size={17} />}
        disabled={columns.length >= STRUCTURE_LIMITS.columns}
        onSelect={() => structure.open({ show: 'new-column', approach, index: index + 1 })}
      >
        {t('menu.addColumn')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem danger icon={<Trash2 aria-hidden size={17} />} onSelect={() => structure.open({ show: 'remove-column', approach, column: id })}>
        {t('menu.removeColumn')}
      </MenuItem>
    </Menu>
  );
}

/** Beside the board's title: its name, and all of its structure; nothing for whoever may not. */
export function BoardMenu() {
  const { t } = useTranslation('structure');
  const structure = useStructure();
  if (!structure) return null;
  return (
    <Menu
      align="start"
      trigger={
        <IconButton className="structure-menu" label={t('menu.board')}>
          <Pencil aria-hidden size={17} />
        </IconButton>
      }
    >
      <BoardItems />
    </Menu>
  );
}

/** The same in another menu, where there is no room for one of its own. */
export function BoardItems() {
  const { t } = useTranslation('structure');
  const structure = useStructure();
  if (!structure) return null;
  return (
    <>
      <MenuItem icon={<Pencil aria-hidden size={17} />} onSelect={() => structure.open({ show: 'board' })}>
        {t('menu.renameBoard')}
      </MenuItem>
      <MenuItem icon={<ListTree aria-hidden size={17} />} onSelect={() => structure.open({ show: 'all' })}>
        {t('menu.all')}
      </MenuItem>
    </>
  );
}
