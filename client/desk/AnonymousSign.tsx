import './desk.css';
import { VenetianMask } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStage } from '../session/hooks.ts';
import { Dialog } from '../ui/Dialog.tsx';

/** Beside the title of an anonymous board: that it is one, and what that protects against and what not. */
export function AnonymousSign() {
  const { t } = useTranslation('desk');
  const { meta } = useStage();
  const [open, setOpen] = useState(false);
  if (!meta?.anonymous) return null;
  return (
    <>
      <button type="button" className="anonymous-sign" aria-haspopup="dialog" title={t('anonymous.sign')} onClick={() => setOpen(true)}>
        <VenetianMask aria-hidden size={17} />
        <span>{t('anonymous.sign')}</span>
      </button>
      <Dialog open={open} onOpenChange={setOpen} title={t('anonymous.title')}>
        <div className="anonymous-words">
          <p>{t('anonymous.is')}</p>
          <h3>{t('anonymous.butTitle')}</h3>
          <ul>
            <li>{t('anonymous.butOperator')}</li>
            <li>{t('anonymous.butStyle')}</li>
            <li>{t('anonymous.butSite')}</li>
            <li>{t('anonymous.butPolls')}</li>
          </ul>
          <p>{t('anonymous.reactions')}</p>
        </div>
      </Dialog>
    </>
  );
}
