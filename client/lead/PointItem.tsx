import { Pointer, PointerOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { mayFacilitate } from '../../shared/protocol/roles.ts';
import { pointAt } from '../../shared/stage/lead.ts';
import { useRole, useSession } from '../session/hooks.ts';
import { IconButton } from '../ui/Button.tsx';
import { MenuItem } from '../ui/Menu.tsx';
import { useIsSpot } from './useSpot.ts';

/** For facilitators, in the menu of a note: shows it to everybody. */
export function PointItem({ note }: { note: string }) {
  const { t } = useTranslation('lead');
  const point = usePoint(note);
  if (!point) return null;
  const Icon = point.is ? PointerOff : Pointer;
  return (
    <MenuItem icon={<Icon aria-hidden size={18} />} onSelect={point.toggle}>
      {t(point.is ? 'point.end' : 'point.do')}
    </MenuItem>
  );
}

/** The same as a button of a toolbar. */
export function PointButton({ note }: { note: string }) {
  const { t } = useTranslation('lead');
  const point = usePoint(note);
  if (!point) return null;
  const Icon = point.is ? PointerOff : Pointer;
  return (
    <IconButton label={t(point.is ? 'point.end' : 'point.do')} onClick={point.toggle}>
      <Icon aria-hidden size={19} />
    </IconButton>
  );
}

function usePoint(note: string): { is: boolean; toggle: () => void } | null {
  const { stageDoc, participant, desk } = useSession();
  const role = useRole();
  const is = useIsSpot(note);
  if (!mayFacilitate(role) || participant === null || desk?.has(note)) return null;
  return { is, toggle: () => pointAt(stageDoc, participant, is ? null : note) };
}
