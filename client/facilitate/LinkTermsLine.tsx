import { Clock } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../shared/report/formats.ts';
import { useLanguage } from '../i18n/index.ts';
import type { LinkTerms } from '../session/device.ts';
import { localZone } from '../ui/zone.ts';

/** Until when a link is good and what it asks for, where there is anything to say. */
export function LinkTermsLine({ terms }: { terms: LinkTerms | undefined }) {
  const { t } = useTranslation();
  const [language] = useLanguage();
  const [now] = useState(() => Date.now());
  if (!terms || (terms.expiresAt === null && !terms.passphrase)) return null;
  const { expiresAt, passphrase } = terms;
  const date = expiresAt === null ? '' : formatMoment(expiresAt, language, localZone());
  return (
    <p className="link-terms">
      <Clock aria-hidden size={17} />
      <span>
        {expiresAt !== null && t(expiresAt > now ? 'share.terms.until' : 'share.terms.over', { date })}{' '}
        {passphrase && t('share.terms.passphrase')}
      </span>
    </p>
  );
}
