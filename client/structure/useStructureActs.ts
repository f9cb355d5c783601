import { useTranslation } from 'react-i18next';
import type { ColumnKind } from '../../shared/stage/columns.ts';
import * as edit from '../../shared/stage/edit-structure.ts';
import { inColumn } from '../../shared/board/index.ts';
import type { StageApproach, StageColumn } from '../../shared/stage/document.ts';
import { approachTexts } from '../../shared/stage/texts.ts';
import { useLanguage } from '../i18n/index.ts';
import { useSession } from '../session/hooks.ts';
import { announce } from '../ui/announce.tsx';
import { useColumnName } from '../ui/useColumnName.ts';

/** What a facilitator does to the structure: each act is done and said in words. Reads the stage when it is called. */
export function useStructureActs() {
  const { t } = useTranslation('structure');
  const [language] = useLanguage();
  const { stage, stageDoc, live } = useSession();
  const columnName = useColumnName();

  /** Also of what has been removed. */
  const approach = (id: string): StageApproach | undefined => {
    const { approaches, removed } = stage.current();
    return [...approaches, ...removed.approaches].find((candidate) => candidate.id === id);
  };
  const column = (approachId: string, id: string): StageColumn | undefined =>
    approach(approachId)?.columns.find((candidate) => candidate.id === id) ??
    stage.current().removed.columns.find((gone) => gone.approach === approachId && gone.column.id === id)?.column;
  const approachTitle = (id: string) => {
    const found = approach(id);
    return found ? approachTexts(found, language).title : '';
  };
  const columnTitle = (approachId: string, id: string) => {
    const found = column(approachId, id);
    return found ? columnName(found) : '';
  };

  return {
    approach,
    column,
    approachTitle,
    columnTitle,
    /** How many notes lie in an approach, or in one column of it; also in one that has been removed. */
    notesIn(approachId: string, columnId?: string): number {
      return live.notes().filter(({ placement }) => inColumn(placement) && placement.approach === approachId && (columnId === undefined || placement.column === columnId)).length;
    },
    moveApproach(id: string, by: -1 | 1) {
      const { approaches } = stage.current();
      const to = approaches.findIndex((candidate) => candidate.id === id) + by;
      if (to < 0 || to >= approaches.length) return;
      edit.moveApproach(stageDoc, id, to);
      announce(t('said.moved', { name: approachTitle(id), position: to + 1, total: approaches.length }));
    },
    moveColumn(approachId: string, id: string, by: -1 | 1) {
      const columns = approach(approachId)?.columns ?? [];
      const to = columns.findIndex((candidate) => candidate.id === id) + by;
      if (to < 0 || to >= columns.length) return;
      edit.moveColumn(stageDoc, approachId, id, to);
      announce(t('said.moved', { name: columnTitle(approachId, id), position: to + 1, total: columns.length }));
    },
    addApproach(wanted: Parameters<typeof edit.addApproach>[1], index: number) {
      const id = edit.addApproach(stageDoc, wanted, index);
      if (id !== null) announce(t('said.added', { name: approachTitle(id) }));
    },
    addColumn(approachId: string, wanted: { name: string; kind: ColumnKind; prompts: readonly string[] }, index: number) {
      stageDoc.transact(() => {
        const id = edit.addColumn(stageDoc, approachId, wanted, index);
        if (id !== null) edit.setPrompts(stageDoc, approachId, id, wanted.prompts, language);
      });
      announce(t('said.added', { name: wanted.name }));
    },
    removeApproach(id: string) {
      edit.removeApproach(stageDoc, id);
    },
    removeColumn(approachId: string, id: string) {
      edit.removeColumn(stageDoc, approachId, id);
    },
    putApproachBack(id: string) {
      edit.putApproachBack(stageDoc, id);
      announce(t('said.back', { name: approachTitle(id) }));
    },
    putColumnBack(approachId: string, id: string) {
      edit.putColumnBack(stageDoc, approachId, id);
      announce(t('said.back', { name: columnTitle(approachId, id) }));
    },
  };
}
