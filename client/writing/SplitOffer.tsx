import { Rows3 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { pastedTexts, type Pasted } from './pasted.ts';
import './writing.css';

/** How many notes a paste would make, and how many texts it leaves out. */
export function countsOf(pasted: Pasted): { count: number; left: number } {
  return { count: pastedTexts(pasted).length, left: pasted.left };
}

/** In a form, below a text that was pasted with several lines or cells: a note for each, or the form sent as one. */
export function SplitOffer({ count, left, onSplit }: { count: number; left: number; onSplit: () => void }) {
  const { t } = useTranslation('writing');
  return (
    <div className="split-offer">
      <p>
        <Rows3 aria-hidden size={17} />
        <span>
          {t('pasted.lines', { count: count + left })} {left > 0 && t('pasted.most', { count })}
        </span>
      </p>
      <div className="split-offer-acts">
        <Button size="small" variant="primary" onClick={onSplit}>
          {t('pasted.addAll', { count })}
        </Button>
        <Button size="small" type="submit">
          {t('pasted.addOne')}
        </Button>
      </div>
    </div>
  );
}
