import { stopEventPropagation } from '@tldraw/tldraw';
import { BookOpen } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';

/** What there is to read about an approach. */
export function MaterialList({ titles }: { titles: readonly string[] }) {
  return (
    <ul>
      {titles.map((title) => (
        <li key={title}>{title}</li>
      ))}
    </ul>
  );
}

/** The same behind a button, where the approach is too narrow for the list. */
export function MaterialsButton({ titles }: { titles: readonly string[] }) {
  const { t } = useTranslation('canvas');
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <Button
          className="canvas-materials-button"
          size="small"
          icon={<BookOpen aria-hidden size={18} />}
          onPointerDown={stopEventPropagation}
          onDoubleClick={stopEventPropagation}
        >
          {t('materials')}
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="canvas-materials-list" align="end" sideOffset={6} collisionPadding={12} aria-label={t('materials')} tabIndex={-1}>
          <h3>{t('materials')}</h3>
          <MaterialList titles={titles} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
