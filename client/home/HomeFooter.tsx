import { ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';

/** What a person may rely on, in one line. */
export function HomeFooter() {
  const { t } = useTranslation('home');
  return (
    <p className="home-footer">
      <ShieldCheck aria-hidden size={20} />
      {t('promise')}
    </p>
  );
}
