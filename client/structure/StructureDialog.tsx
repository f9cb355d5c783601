import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BreakoutForm } from '../breakout/BreakoutForm.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ApproachForm } from './ApproachForm.tsx';
import { BoardForm } from './BoardForm.tsx';
import { ColumnForm } from './ColumnForm.tsx';
import type { Removal, StructurePage } from './context.ts';
import { NewApproachForm } from './NewApproachForm.tsx';
import { RemovePart } from './RemovePart.tsx';
import { StructureList } from './StructureList.tsx';
import { useStructureActs } from './useStructureActs.ts';

interface StructureDialogProps {
  page: StructurePage | null;
  onPage: (page: StructurePage | null) => void;
  onRemoved: (removal: Removal) => void;
  /** Where the focus goes when what opened the dialog has gone. */
  returnTo: () => HTMLElement | null;
}

/** Everything that is asked or shown about the structure, one thing at a time. */
export function StructureDialog({ page, onPage, onRemoved, returnTo }: StructureDialogProps) {
  const title = usePageTitle(page);
  // From the list one comes back to the list.
  const [listed, setListed] = useState(false);
  const close = () => {
    setListed(false);
    onPage(null);
  };
  const done = () => (listed ? onPage({ show: 'all' }) : close());
  return (
    <Dialog open={page !== null} onOpenChange={(open) => !open && close()} title={title} returnTo={returnTo}>
      {page && (
        <div className="structure" key={JSON.stringify(page)}>
          <Page
            page={page}
            onDone={done}
            onRemoved={onRemoved}
            onPage={(next) => {
              setListed(true);
              onPage(next);
            }}
          />
        </div>
      )}
    </Dialog>
  );
}

interface PageProps {
  page: StructurePage;
  onPage: (page: StructurePage) => void;
  onDone: () => void;
  onRemoved: (removal: Removal) => void;
}

function Page({ page, onPage, onDone, onRemoved }: PageProps) {
  switch (page.show) {
    case 'all':
      return <StructureList onPage={onPage} />;
    case 'board':
      return <BoardForm onDone={onDone} />;
    case 'new-approach':
      return <NewApproachForm index={page.index} onDone={onDone} />;
    case 'approach':
      return <ApproachForm id={page.approach} onDone={onDone} />;
    case 'new-column':
      return <ColumnForm approach={page.approach} index={page.index} onDone={onDone} />;
    case 'column':
      return <ColumnForm approach={page.approach} column={page.column} index={0} onDone={onDone} />;
    case 'remove-approach':
      return <RemovePart approach={page.approach} column={null} onDone={onDone} onRemoved={onRemoved} />;
    case 'breakout':
      return <BreakoutForm approach={page.approach} onDone={onDone} />;
    case 'remove-column':
      return <RemovePart approach={page.approach} column={page.column} onDone={onDone} onRemoved={onRemoved} />;
  }
}

function usePageTitle(page: StructurePage | null): string {
  const { t } = useTranslation(['structure', 'breakout']);
  const acts = useStructureActs();
  switch (page?.show) {
    case undefined:
    case 'all':
      return t('all.title');
    case 'board':
      return t('board.title');
    case 'new-approach':
      return t('approach.new');
    case 'approach':
      return t('approach.title', { name: acts.approachTitle(page.approach) });
    case 'new-column':
      return t('column.new', { name: acts.approachTitle(page.approach) });
    case 'column':
      return t('column.title', { name: acts.columnTitle(page.approach, page.column) });
    case 'remove-approach':
      return t('remove.title', { name: acts.approachTitle(page.approach) });
    case 'breakout':
      return t('breakout:title', { name: acts.approachTitle(page.approach) });
    case 'remove-column':
      return t('remove.title', { name: acts.columnTitle(page.approach, page.column) });
  }
}
