import { stopEventPropagation } from '@tldraw/tldraw';
import { Plus } from 'lucide-react';
import { memo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { LAYOUT, type ApproachLayout, type ColumnLayout } from '../../shared/board/layout.ts';
import { fitText } from '../../shared/board/text-fit.ts';
import type { Language } from '../../shared/languages.ts';
import type { StageApproach } from '../../shared/stage/document.ts';
import { approachTexts, columnPrompts } from '../../shared/stage/texts.ts';
import { useLanguage } from '../i18n/index.ts';
import { useSession, useStage } from '../session/hooks.ts';
import { ColumnIcon } from '../ui/ColumnIcon.tsx';
import { useColumnName } from '../ui/useColumnName.ts';
import { useCanvas } from './canvas-context.ts';
import { GroupRegion } from './GroupRegion.tsx';

/**
 * The approaches with their columns and prompts, drawn on the page below all shapes. They are no
 * shapes of tldraw: nothing in the hand can select, move or edit them.
 */
export function Structure() {
  const canvas = useCanvas();
  const layout = useSyncExternalStore(canvas.onLayout, canvas.layout);
  const stage = useStage();
  const [language] = useLanguage();
  return (
    <div className="canvas-structure">
      {layout.approaches.map((box) => {
        const approach = stage.approaches.find((candidate) => candidate.id === box.approach);
        return approach && <ApproachRegion key={box.approach} box={box} approach={approach} language={language} />;
      })}
    </div>
  );
}

const PROMPT_SIZES = [16, 15, 14, 13, 12, 11];
const QUESTION_SIZES = [22, 20, 18, 16];

function ApproachRegion({ box, approach, language }: { box: ApproachLayout; approach: StageApproach; language: Language }) {
  const { t } = useTranslation('canvas');
  const mayEdit = useSession().mayEdit();
  const texts = approachTexts(approach, language);
  return (
    <section className="canvas-approach" style={{ left: box.x, top: box.y, width: box.width, height: box.height }} aria-label={texts.title}>
      <div className="canvas-approach-head" style={{ height: LAYOUT.approachHeader - LAYOUT.approachPadding }}>
        <div className="canvas-approach-words">
          <h2>{texts.title}</h2>
          <p className="canvas-approach-question" style={{ fontSize: fitText(texts.question, { width: 560, height: 90 }, QUESTION_SIZES).size }}>
            {texts.question}
          </p>
        </div>
        {approach.materials.length > 0 && (
          <div className="canvas-materials">
            <h3>{t('materials')}</h3>
            <ul>
              {approach.materials.map((title) => (
                <li key={title}>{title}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
      {box.columns.map((column) => (
        <ColumnRegion key={column.column} box={column} left={column.x - box.x} approach={approach} language={language} count={column.notes.length} mayEdit={mayEdit} />
      ))}
    </section>
  );
}

interface ColumnRegionProps {
  box: ColumnLayout;
  left: number;
  approach: StageApproach;
  language: Language;
  count: number;
  mayEdit: boolean;
}

const ColumnRegion = memo(
  function ColumnRegion({ box, left, approach, language, count, mayEdit }: ColumnRegionProps) {
    const { t } = useTranslation('canvas');
    const columnName = useColumnName();
    const canvas = useCanvas();
    const name = columnName(approach.columns.find(({ id }) => id === box.column) ?? box);
    const width = box.width - LAYOUT.columnPadding * 2 - 28;
    return (
      <div
        className="canvas-column"
        data-column={`${box.approach}/${box.column}`}
        style={{
          left,
          top: box.y,
          width: box.width,
          height: box.height,
          color: `var(--column-${box.kind})`,
          background: `var(--column-${box.kind}-tint)`,
          padding: `0 ${LAYOUT.columnPadding}px`,
        }}
      >
        <div className="canvas-column-head" style={{ height: LAYOUT.columnHeader }}>
          <ColumnIcon kind={box.kind} size={28} />
          <h3>{name}</h3>
          <span className="canvas-column-count" aria-label={t('count', { count })}>
            {count}
          </span>
        </div>
        <ul className="canvas-prompts" style={{ gap: LAYOUT.promptGap }}>
          {columnPrompts(approach, box.column, language).map((prompt) => (
            <li key={prompt.id} style={{ height: LAYOUT.prompt, fontSize: fitText(prompt.text, { width, height: LAYOUT.prompt - 8 }, PROMPT_SIZES).size }}>
              {prompt.text}
            </li>
          ))}
        </ul>
        {box.blocks.map(
          (block) => block.group !== null && <GroupRegion key={block.group} block={block} left={block.x - box.x} top={block.y - box.y} id={block.group} />,
        )}
        {mayEdit && (
          <button
            type="button"
            className="canvas-column-add"
            onPointerDown={stopEventPropagation}
            onClick={() => canvas.startNote({ approach: box.approach, column: box.column })}
          >
            <Plus aria-hidden size={20} />
            {t('add')}
            <span className="visually-hidden">{name}</span>
          </button>
        )}
      </div>
    );
  },
  (a, b) => JSON.stringify({ ...a, approach: null }) === JSON.stringify({ ...b, approach: null }) && a.approach === b.approach,
);
