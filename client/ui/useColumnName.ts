import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { StageColumn } from '../../shared/stage/document.ts';

/** Names a column: as it was named on this board, else by its kind in the reader's language. */
export function useColumnName(): (column: Pick<StageColumn, 'kind' | 'name'>) => string {
  const { t } = useTranslation();
  return useCallback((column) => column.name || t(`columns.${column.kind}`), [t]);
}
