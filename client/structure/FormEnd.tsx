import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';

/** The ways out of a form of the dialog. */
export function FormEnd({ submit, onDone, children }: { submit: string; onDone: () => void; children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className="dialog-actions">
      {children}
      <Button onClick={onDone}>{t('cancel')}</Button>
      <Button type="submit" variant="primary">
        {submit}
      </Button>
    </div>
  );
}
