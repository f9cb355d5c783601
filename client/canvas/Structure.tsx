import { stopEventPropagation } from '@tldraw/tldraw';
import { Plus, ScanSearch } from 'lucide-react';
import { memo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { asideBox, LAYOUT, type ApproachLayout, type Block, type Box, type ColumnLayout } from '../../shared/board/layout.ts';
import { fitText } from '../../shared/board/text-fit.ts';
import type { Language } from '../../shared/languages.ts';
import type { StageApproach } from '../../shared/stage/document.ts';
import { approachTexts, columnPrompts } from '../../shared/stage/texts.ts';
import { useLanguage } from '../i18n/index.ts';
import { useSession, useStage } from '../session/hooks.ts';
import { ApproachMenu, ColumnMenu } from '../structure/StructureMenus.tsx';
import { IconButton } from '../ui/Button.tsx';
import { ColumnIcon } from '../ui/ColumnIcon.tsx';
import { useColumnName } from '../ui/useColumnName.ts';
import { useCanvas } from './canvas-context.ts';
import { GroupRegion } from './GroupRegion.tsx';
import { MaterialList, MaterialsButton } from './Materials.tsx';

/**
 * The approaches with their columns and prompts, drawn on the page below all shapes. They are no
 * shapes of tldraw: nothing in the hand can select, move or edit them.
 */
export function Structure() {
  const canvas = useCanvas();
  const layout = useSyncExternalStore(canvas.onLayout, canvas.layout);
  const stage = useStage();
  const [language] = useLanguage();
  const mayEdit = useSession().mayEdit();
  return (
    <div className="canvas-structure">
      {layout.approaches.map((box) => {
        const approach = stage.approaches.find((candidate) => candidate.id === box.approach);
        return approach && <ApproachRegion key={box.approach} box={box} approach={approach} language={language} mayEdit={mayEdit} />;
      })}
      {layout.aside.length > 0 && <AsideLabel count={layout.aside.length} place={asideBox(layout)} />}
    </div>
  );
}

const NAME_SIZES = [25, 22, 20, 18, 16];
const PROMPT_SIZES = [16, 15, 14, 13, 12, 11];
const TITLE_SIZES = [46, 40, 34, 28, 24, 20];
const QUESTION_SIZES = [22, 20, 18, 16, 15];
/** How wide the words of an approach are, and its heading's margins. */
const WORDS = 600;
const MARGINS = 88;
/** The buttons beside a title, as large as they are from afar. */
const BUTTONS = 152;
/** Headings are semi-bold, and so much wider than text of the widths we know. */
const SEMI_BOLD = 1.1;
/** Below this an approach has no room for its materials beside its words; they stand behind a button. */
const ROOM_FOR_MATERIALS = 1_400;

interface ApproachRegionProps {
  box: ApproachLayout;
  approach: StageApproach;
  language: Language;
  mayEdit: boolean;
}

function sameBox(a: Box, b: Box): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

/** Whether two columns look the same but for their notes, which are shapes above them. */
function sameColumn(a: ColumnLayout, b: ColumnLayout): boolean {
  if (!sameBox(a, b) || a.column !== b.column || a.kind !== b.kind || a.notes.length !== b.notes.length) return false;
  return JSON.stringify(groupsOf(a)) === JSON.stringify(groupsOf(b));
}

function groupsOf({ blocks }: ColumnLayout): Block[] {
  return blocks.filter(({ group }) => group !== null);
}

/** Drawn anew where it looks otherwise, which it does not when notes only change places. */
const ApproachRegion = memo(function ApproachRegion({ box, approach, language, mayEdit }: ApproachRegionProps) {
  const { t } = useTranslation('canvas');
  const canvas = useCanvas();
  const columnName = useColumnName();
  const texts = approachTexts(approach, language);
  const width = Math.min(WORDS, box.width - MARGINS);
  return (
    <section className="canvas-approach" style={{ left: box.x, top: box.y, width: box.width, height: box.height }} aria-label={texts.title}>
      <div className="canvas-approach-head" style={{ height: LAYOUT.approachHeader - LAYOUT.approachPadding }}>
        <div className="canvas-approach-words" style={{ width }}>
          <div className="canvas-approach-title">
            <h2 style={{ fontSize: fitText(texts.title, { width: (width - BUTTONS) / SEMI_BOLD, height: 62 }, TITLE_SIZES).size }}>{texts.title}</h2>
            <span className="canvas-approach-buttons" onPointerDown={stopEventPropagation} onDoubleClick={stopEventPropagation}>
              <IconButton label={t('zoomTo', { name: texts.title })} onClick={() => canvas.zoomToApproach(approach.id)}>
                <ScanSearch aria-hidden size={20} />
              </IconButton>
              <ApproachMenu id={approach.id} />
            </span>
          </div>
          <p className="canvas-approach-question" style={{ fontSize: fitText(texts.question, { width: width - 20, height: 80 }, QUESTION_SIZES).size }}>
            {texts.question}
          </p>
        </div>
        <ul className="canvas-approach-counts" aria-label={t('counts')}>
          <li>{t('count', { count: box.columns.reduce((sum, column) => sum + column.notes.length, 0) })}</li>
          {box.columns.map(({ column, kind, notes }, index) => (
            <li key={column} style={{ color: `var(--column-${kind})` }}>
              <ColumnIcon kind={kind} size={18} />
              <span className="visually-hidden">{columnName(approach.columns[index] ?? { kind })}: </span>
              <span aria-hidden>{notes.length}</span>
              <span className="visually-hidden">{t('count', { count: notes.length })}</span>
            </li>
          ))}
        </ul>
        {approach.materials.length > 0 && box.width >= ROOM_FOR_MATERIALS && (
          <div className="canvas-materials">
            <h3>{t('materials')}</h3>
            <MaterialList titles={approach.materials} />
          </div>
        )}
        {approach.materials.length > 0 && box.width < ROOM_FOR_MATERIALS && <MaterialsButton titles={approach.materials} />}
      </div>
      {box.columns.map((column) => (
        <ColumnRegion key={column.column} box={column} left={column.x - box.x} approach={approach} language={language} mayEdit={mayEdit} />
      ))}
    </section>
  );
}, sameApproach);

function sameApproach(a: ApproachRegionProps, b: ApproachRegionProps): boolean {
  if (a.approach !== b.approach || a.language !== b.language || a.mayEdit !== b.mayEdit || !sameBox(a.box, b.box)) return false;
  const [before, after] = [a.box.columns, b.box.columns];
  return before.length === after.length && before.every((column, index) => sameColumn(column, after[index]!));
}

/** Above the notes whose column is gone. */
function AsideLabel({ count, place }: { count: number; place: Box }) {
  const { t } = useTranslation('canvas');
  return (
    <p className="canvas-aside" style={{ left: place.x, top: place.y - 56 }}>
      {t('aside', { count })}
    </p>
  );
}

interface ColumnRegionProps {
  box: ColumnLayout;
  left: number;
  approach: StageApproach;
  language: Language;
  mayEdit: boolean;
}

const ColumnRegion = memo(
  function ColumnRegion({ box, left, approach, language, mayEdit }: ColumnRegionProps) {
    const { t } = useTranslation('canvas');
    const columnName = useColumnName();
    const canvas = useCanvas();
    const count = box.notes.length;
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
          <h3 style={{ fontSize: fitText(name, { width: 250 / SEMI_BOLD, height: 58 }, NAME_SIZES).size }}>{name}</h3>
          <span className="canvas-column-count">
            <span aria-hidden>{count}</span>
            <span className="visually-hidden">{t('count', { count })}</span>
          </span>
          <span className="canvas-column-menu" onPointerDown={stopEventPropagation} onDoubleClick={stopEventPropagation}>
            <ColumnMenu approach={box.approach} id={box.column} />
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
  (a, b) => a.approach === b.approach && a.language === b.language && a.left === b.left && a.mayEdit === b.mayEdit && sameColumn(a.box, b.box),
);
