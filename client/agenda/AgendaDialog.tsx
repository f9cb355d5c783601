import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/Dialog.tsx';
import { AgendaList } from './AgendaList.tsx';
import { StepForm } from './StepForm.tsx';

/** What the dialog shows: the whole agenda, or one step of it; `step` is left out for a new one. */
type Page = { show: 'all' } | { show: 'step'; step?: string };

/** For facilitators: the agenda as a whole, to be prepared, led and changed on the way. */
export function AgendaDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const { t } = useTranslation('agenda');
  const [page, setPage] = useState<Page>({ show: 'all' });
  const title = page.show === 'all' ? t('dialog.title') : t(page.step === undefined ? 'form.new' : 'form.title');
  const change = (next: boolean) => {
    if (!next) setPage({ show: 'all' });
    onOpenChange(next);
  };
  return (
    <Dialog open={open} onOpenChange={change} title={title} {...(page.show === 'all' && { description: t('dialog.lead') })}>
      <div className="structure" key={JSON.stringify(page)}>
        {page.show === 'all' ? (
          <AgendaList onStep={(step) => setPage({ show: 'step', ...(step !== undefined && { step }) })} onDone={() => change(false)} />
        ) : (
          <StepForm {...(page.step !== undefined && { id: page.step })} onDone={() => setPage({ show: 'all' })} />
        )}
      </div>
    </Dialog>
  );
}
