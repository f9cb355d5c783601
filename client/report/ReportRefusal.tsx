import { useTranslation } from 'react-i18next';
import BringBack from '../keeping/BringBack.tsx';
import { findSession } from '../session/device.ts';
import { boardPath, historyPath } from '../session/links.ts';
import { Button } from '../ui/Button.tsx';
import { RefusalPage } from '../ui/Failure.tsx';
import type { ErrorKey } from '../ui/useRequest.ts';

/** The server's ways of saying that the credential is missing or not right. */
const NEED_LINK: ReadonlySet<ErrorKey> = new Set(['no-credential', 'wrong-session', 'wrong-link', 'not-allowed']);

/** Those that may have passed a moment later. */
const PASSING: ReadonlySet<ErrorKey> = new Set(['unreachable', 'server-error', 'reports-busy', 'report-failed']);

/** Those that are told here in other words than on a board: whoever reads a report may know nobody on one. */
const OWN_WORDS = {
  'unknown-board': 'refused.unknown',
  'unknown-snapshot': 'refused.unknown',
  'expired-link': 'refused.expired',
  'revoked-link': 'refused.revoked',
  'damaged-snapshot': 'refused.damaged',
  'deleted-board': 'refused.deleted',
} as const satisfies Partial<Record<ErrorKey, string>>;

interface ReportRefusalProps {
  board: string;
  code: ErrorKey;
}

/** Why a report cannot be shown, in the words of somebody who has no board, only a link to a report; and where to go on. */
export function ReportRefusal({ board, code }: ReportRefusalProps) {
  const { t } = useTranslation(['report', 'errors', 'common']);
  const isMember = findSession(board) !== null;
  const sentence = () => {
    if (NEED_LINK.has(code)) return t('needLink');
    return code in OWN_WORDS ? t(OWN_WORDS[code as keyof typeof OWN_WORDS]) : t(`errors:${code}`);
  };
  return (
    <RefusalPage sentence={sentence()}>
      {code === 'damaged-snapshot' && <p>{t('refused.damagedWhat')}</p>}
      {PASSING.has(code) && <Button onClick={() => location.reload()}>{t('common:retry')}</Button>}
      {code === 'deleted-board' && <BringBack board={board} />}
      {isMember && code === 'damaged-snapshot' && <a href={historyPath(board)}>{t('snapshots.history')}</a>}
      {isMember && code !== 'deleted-board' && code !== 'unknown-board' && <a href={boardPath(board)}>{t('refused.board')}</a>}
    </RefusalPage>
  );
}
