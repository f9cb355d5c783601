import { Split } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { worksIn } from '../../shared/stage/breakout.ts';
import { approachTexts } from '../../shared/stage/texts.ts';
import { useFinding } from '../finding/finding.ts';
import { useLanguage } from '../i18n/index.ts';
import { useSession, useStage } from '../session/hooks.ts';
import { Button } from '../ui/Button.tsx';

/** Tells somebody in a breakout where their group works, and leads there. */
export function BreakoutBar() {
  const { t } = useTranslation('breakout');
  const [language] = useLanguage();
  const { participant } = useSession();
  const { approaches, participants } = useStage();
  const { guide } = useFinding();
  const person = participants.get(participant ?? '');
  const own = person && approaches.find(({ breakout }) => breakout && worksIn(breakout, person));
  if (!own) return null;
  return (
    <section className="board-banner board-news" aria-label={t('label')}>
      <Split aria-hidden size={17} />
      <p>{t('yours', { name: approachTexts(own, language).title })}</p>
      <Button size="small" onClick={() => guide.get()?.goToApproach(own.id)}>
        {t('go')}
      </Button>
    </section>
  );
}
