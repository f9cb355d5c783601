import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ErrorKey } from './useRequest.ts';

/** Says, beside what was tried, why it did not work; spoken as it appears. */
export function FailureLine({ failure }: { failure: ErrorKey | null }) {
  const { t } = useTranslation('errors');
  // The region stands before the failure does: some screen readers miss an alert that is born with its text.
  return (
    <div className="failure-slot" role="alert">
      {failure && (
        <p className="failure-line">
          <TriangleAlert aria-hidden size={20} />
          {t(failure)}
        </p>
      )}
    </div>
  );
}
