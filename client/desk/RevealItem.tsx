import { Eye } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/hooks.ts';
import { MenuItem } from '../ui/Menu.tsx';
import { useReveal } from './useReveal.ts';

/** In the menu of a private note: to show it to everybody, once people write on the board again. */
export function RevealItem({ id }: { id: string }) {
  const { t } = useTranslation('desk');
  const session = useSession();
  const { reveal } = useReveal();
  const mayReveal = session.mayEditBoard();
  return (
    <MenuItem icon={<Eye aria-hidden size={18} />} disabled={!mayReveal} onSelect={() => void reveal({ notes: [id] })}>
      {t(mayReveal ? 'show.one' : 'show.later')}
    </MenuItem>
  );
}
