import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { RefusalPage } from '../ui/Failure.tsx';
import type { ErrorKey } from '../ui/useRequest.ts';

/** The server's ways of saying that the credential is missing or not right. */
const NEED_LINK: ReadonlySet<ErrorKey> = new Set(['no-credential', 'wrong-session', 'wrong-link', 'not-allowed']);

/** Those that may have passed a moment later. */
const PASSING: ReadonlySet<ErrorKey> = new Set(['unreachable', 'server-error', 'reports-busy', 'report-failed']);

/** Why a report cannot be shown, in the words of somebody who has no board, only a link to a report. */
export function ReportRefusal({ code }: { code: ErrorKey }) {
  const { t } = useTranslation(['report', 'errors', 'common']);
  return (
    <RefusalPage sentence={NEED_LINK.has(code) ? t('needLink') : t(`errors:${code}`)}>
      {PASSING.has(code) && <Button onClick={() => location.reload()}>{t('common:retry')}</Button>}
    </RefusalPage>
  );
}
