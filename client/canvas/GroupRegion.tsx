import { stopEventPropagation, useEditor, useValue } from '@tldraw/tldraw';
import { ChevronDown, Ellipsis } from 'lucide-react';
import { memo, useEffect, useId, useRef, useSyncExternalStore, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { groupKey } from '../../shared/board/index.ts';
import { groupDropTarget, LAYOUT, type Block } from '../../shared/board/layout.ts';
import { fitText, SEMI_BOLD } from '../../shared/board/text-fit.ts';
import { usePlaceName } from '../columns/useNames.ts';
import { asked } from '../groups/asking.ts';
import { foldGroup, useFolded } from '../groups/folded.ts';
import { GroupMenuItems } from '../groups/GroupMenuItems.tsx';
import { useGroup, useGroupTitle } from '../groups/hooks.ts';
import { placeGroup } from '../session/acts.ts';
import { useSession, useStage } from '../session/hooks.ts';
import { announce } from '../ui/announce.tsx';
import { IconButton } from '../ui/Button.tsx';
import { Menu } from '../ui/Menu.tsx';
import { useOpenRound } from '../votes/hooks.ts';
import { isGroupVotedOn } from '../votes/items.ts';
import { VoteControl } from '../votes/VoteControl.tsx';
import { useCanvas } from './canvas-context.ts';
import { shapeId } from './note-shape.tsx';

interface GroupRegionProps {
  id: string;
  block: Block;
  /** Within the column, in page units. */
  left: number;
  top: number;
}

const TITLE_SIZES = [20, 18, 16, 14, 12];
/** Below so many pixels of the screen a title cannot be read. */
const LEGIBLE = 11;
/** The header's room beside the title: the count and two buttons; while the group is voted on, the votes. */
const BESIDE_TITLE = 180;
const VOTES = 100;

/** A group's frame and header on the page; its notes are shapes above it. The header drags the whole group. */
export const GroupRegion = memo(
  function GroupRegion({ id, block, left, top }: GroupRegionProps) {
    const { t } = useTranslation('groups');
    const editor = useEditor();
    const session = useSession();
    // Whether one may edit depends on the stage.
    useStage();
    const { groups } = useCanvas();
    const group = useGroup(id);
    const title = useGroupTitle()(group);
    const offset = useSyncExternalStore(groups.onChange, () => groups.offset(id));
    const isOver = useSyncExternalStore(groups.onChange, () => groups.over() === id);
    const grip = useGroupGrip(id, block);
    const round = useOpenRound();
    const room = block.width - BESIDE_TITLE - (round && group && isGroupVotedOn(round.terms, group) ? VOTES : 0);
    const { size } = fitText(title, { width: room / SEMI_BOLD, height: LAYOUT.groupHeader - 4 }, TITLE_SIZES);
    const isSmall = useValue('title too small', () => size * editor.getZoomLevel() < LEGIBLE, [editor, size]);
    const [folded, fold] = useFolded(id);
    const body = useId();
    if (!group) return null;
    const mayEdit = session.mayEditBoard();
    const [dx, dy] = offset.split(',').map(Number);
    return (
      <section
        className="canvas-group"
        aria-label={title}
        data-group={id}
        data-over={isOver || undefined}
        data-folded={folded || undefined}
        data-dragged={offset !== '' || undefined}
        style={{ left, top, width: block.width, height: block.height, ...(offset !== '' && { transform: `translate(${dx}px, ${dy}px)` }) }}
      >
        {/* By pointer only: the menu beside it does the same by keyboard. */}
        <div className="canvas-group-head" data-grip={mayEdit || undefined} style={{ height: LAYOUT.groupHeader }} {...(mayEdit && grip)}>
          {/* From afar in one line, as large as the header allows. */}
          <h4 dir="auto" title={title} data-small={isSmall || undefined} {...(!isSmall && { style: { fontSize: size } })}>
            {title}
          </h4>
          <span className="canvas-column-count" aria-label={t('notes', { count: block.notes.length })}>
            {block.notes.length}
          </span>
          <span className="canvas-group-votes" onPointerDown={stopEventPropagation} onDoubleClick={stopEventPropagation}>
            <VoteControl item={groupKey(id)} text={title} isVotedOn={(round) => isGroupVotedOn(round.terms, group)} />
          </span>
          <span className="canvas-group-fold-place" onPointerDown={stopEventPropagation} onDoubleClick={stopEventPropagation}>
            <IconButton
              className="canvas-group-menu canvas-group-fold"
              label={t(folded ? 'open' : 'fold', { title })}
              aria-expanded={!folded}
              aria-controls={body}
              onClick={() => fold(!folded)}
            >
              <ChevronDown aria-hidden size={22} />
            </IconButton>
          </span>
          {mayEdit && (
            // The menu stands elsewhere on the page, but what is pressed in it is told to the grip, too.
            <span onPointerDown={stopEventPropagation}>
              <Menu
                trigger={
                  <IconButton className="canvas-group-menu" label={t('more', { title })}>
                    <Ellipsis aria-hidden size={22} />
                  </IconButton>
                }
              >
                <GroupMenuItems
                  id={id}
                  onSelect={() => {
                    fold(false);
                    editor.setCurrentTool('select').select(...block.notes.map(shapeId));
                  }}
                />
              </Menu>
            </span>
          )}
        </div>
        <div id={body}>
          {block.notes.length === 0 && <p className="canvas-group-empty">{t('empty')}</p>}
          {folded && block.notes.length > 0 && <p className="canvas-group-empty">{t('foldedAway', { count: block.notes.length })}</p>}
        </div>
      </section>
    );
  },
  (a, b) => JSON.stringify(a) === JSON.stringify(b),
);

/** A hand moves so far before it drags, in pixels of the screen. */
const SLACK = 4;

/** Lets a header drag its group: shown while it lasts, written once when it is let go over a column. A click selects its notes. */
function useGroupGrip(id: string, block: Block) {
  const { t } = useTranslation('groups');
  const editor = useEditor();
  const session = useSession();
  const canvas = useCanvas();
  const placeName = usePlaceName();
  const start = useRef<{ x: number; y: number; clientX: number; clientY: number; dragging: boolean } | null>(null);
  const giveUp = () => {
    start.current = null;
    canvas.groups.drag(null);
  };
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && start.current) giveUp();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  });

  const pointOf = (event: PointerEvent) => editor.screenToPage({ x: event.clientX, y: event.clientY });
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      // With another tool in hand, a press means that tool.
      if (event.button !== 0 || editor.getCurrentToolId() !== 'select') return;
      stopEventPropagation(event);
      event.currentTarget.setPointerCapture(event.pointerId);
      const { x, y } = pointOf(event);
      start.current = { x, y, clientX: event.clientX, clientY: event.clientY, dragging: false };
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const from = start.current;
      if (!from) return;
      from.dragging ||= Math.hypot(event.clientX - from.clientX, event.clientY - from.clientY) > SLACK;
      if (!from.dragging) return;
      const { x, y } = pointOf(event);
      canvas.groups.drag({ id, x: Math.round(block.x + x - from.x), y: Math.round(block.y + y - from.y) });
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      const from = start.current;
      start.current = null;
      if (!from) return;
      stopEventPropagation(event);
      if (!from.dragging) {
        foldGroup(session.board, id, false);
        editor.select(...block.notes.map(shapeId));
        return;
      }
      const target = groupDropTarget(canvas.layout(), pointOf(event), id);
      if (target && session.live.group(id)) {
        placeGroup(session, id, target);
        announce(t('said.moved', { place: placeName(target.approach, target.column) }));
      }
      canvas.groups.drag(null);
    },
    onPointerCancel: giveUp,
    onDoubleClick: () => asked.set({ kind: 'rename', group: id }),
  };
}
