import { useTranslation } from 'react-i18next';
import { ColumnsPicture } from './ColumnsPicture.tsx';

/** What Plenary is, in one sentence and one picture. */
export function Welcome() {
  const { t } = useTranslation('home');
  return (
    <section className="home-welcome">
      <div className="home-welcome-words">
        <h1>{t('headline')}</h1>
        <p>{t('lead')}</p>
      </div>
      <ColumnsPicture />
    </section>
  );
}
