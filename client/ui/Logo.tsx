import { useTranslation } from 'react-i18next';

/** The mark of the product: three columns in a rounded room. */
export function Logo({ size = 32, named = false }: { size?: number; named?: boolean }) {
  const { t } = useTranslation();
  return (
    <span className="logo">
      <img src="/icon.svg" width={size} height={size} alt={named ? '' : t('product')} />
      {named && <span className="logo-name">{t('product')}</span>}
    </span>
  );
}
