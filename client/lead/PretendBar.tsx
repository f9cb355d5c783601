import { Eye } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useRole, useSession } from '../session/hooks.ts';
import { Bar } from '../ui/Bar.tsx';
import { Button } from '../ui/Button.tsx';
import { focusNow } from '../ui/focus.ts';

/** While a facilitator looks at the board as a participant does: says so, and leads back. */
export function PretendBar() {
  const { t } = useTranslation('lead');
  const session = useSession();
  useRole();
  if (!session.pretends()) return null;
  return (
    <Bar className="board-banner board-news">
      <Eye aria-hidden size={17} />
      <p>{t('pretend.is')}</p>
      <Button ref={focusNow} size="small" onClick={() => session.pretend(false)}>
        {t('pretend.end')}
      </Button>
    </Bar>
  );
}
