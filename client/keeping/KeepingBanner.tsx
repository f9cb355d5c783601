import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../shared/report/formats.ts';
import { useLanguage } from '../i18n/index.ts';
import { useSession } from '../session/hooks.ts';
import { localZone } from '../ui/zone.ts';
import { useKeeping } from './useKeeping.ts';

/** From how many milliseconds before its end on everybody is told. */
const SOON = 14 * 24 * 3_600_000;

/** Tells everybody on a board that its time is nearly over. */
export function KeepingBanner() {
  const { t } = useTranslation('keeping');
  const [language] = useLanguage();
  const { board, token } = useSession();
  const [now] = useState(() => Date.now());
  const keptUntil = useKeeping(board, token)?.keptUntil ?? null;
  if (keptUntil === null || keptUntil - now > SOON) return null;
  return (
    <p className="board-banner" role="status">
      {t('soon', { date: formatDay(keptUntil, language, localZone()) })}
    </p>
  );
}
