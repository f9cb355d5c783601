import '@tldraw/tldraw/tldraw.css';
import './canvas.css';
import { Box, createTLStore, DefaultFontStyle, Tldraw, useTldrawUser, type Editor, type TLUserPreferences } from '@tldraw/tldraw';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoteColor } from '../../shared/board/index.ts';
import { useLanguage } from '../i18n/index.ts';
import { addNote } from '../session/acts.ts';
import { useSession, useStage } from '../session/hooks.ts';
import type { Session } from '../session/session.ts';
import { useTheme } from '../ui/theme.ts';
import { noteTool, startNote, targetAt } from './add-note.ts';
import { bindDrawings } from './bind-drawings.ts';
import { bindNotes, type NotesBinding } from './bind-notes.ts';
import { bindPresence } from './bind-presence.ts';
import { CanvasContext, type CanvasContextValue } from './canvas-context.ts';
import { SelectionBar } from './SelectionBar.tsx';
import { Structure } from './Structure.tsx';
import { ASSET_URLS, BINDING_UTILS, HIDDEN_UI, OPTIONS, overrides, SHAPE_UTILS, TLDRAW_LOCALE } from './tldraw-setup.ts';
import { Toolbar } from './Toolbar.tsx';
import { ZoomBar } from './ZoomBar.tsx';

const COMPONENTS = { ...HIDDEN_UI, OnTheCanvas: Structure };

/** The board as a canvas. Mounted once the stage has arrived. */
export default function CanvasView() {
  const { t } = useTranslation('canvas');
  const session = useSession();
  const stage = useStage();
  const [language] = useLanguage();
  const theme = useTheme();
  const [store] = useState(() => createTLStore({ shapeUtils: SHAPE_UTILS, bindingUtils: BINDING_UTILS }));
  const [bound, setBound] = useState<{ editor: Editor; notes: NotesBinding } | null>(null);
  const [paper, choosePaper] = useState<NoteColor>('sun');

  // tldraw keeps its tools for as long as it lives; what they need of now they find here.
  const now = useRef({ language, paper, bound });
  now.current = { language, paper, bound };

  const context = useMemo<CanvasContextValue>(
    () => ({
      layout: () => now.current.bound?.notes.layout() ?? EMPTY_LAYOUT,
      onLayout: (listener) => now.current.bound?.notes.onLayout(listener) ?? (() => {}),
      startNote: (target) => now.current.bound && startNote(now.current.bound.editor, session, target, now.current.language, now.current.paper),
      paper,
      choosePaper,
    }),
    // `bound` makes those who read the layout subscribe again once it is there.
    [session, paper, bound],
  );

  const [tools] = useState(() => [
    noteTool((_editor, point) => context.startNote(targetAt(now.current.bound?.notes.layout() ?? EMPTY_LAYOUT, point))),
  ]);
  const uiOverrides = useMemo(() => overrides(session, t('tools.add-note')), [session, t]);

  const [preferences, setPreferences] = useState<TLUserPreferences>({ id: session.participant ?? 'viewer' });
  const user = useTldrawUser({
    userPreferences: { ...preferences, colorScheme: theme.shown, locale: TLDRAW_LOCALE[language], isSnapMode: false },
    setUserPreferences: setPreferences,
  });

  const onMount = (editor: Editor) => {
    editor.setStyleForNextShapes(DefaultFontStyle, 'sans');
    editor.updateInstanceState({ isReadonly: !session.mayEdit(), isGridMode: false, isDebugMode: false });
    keepOthersOut(editor, session, () => now.current);
    const notes = bindNotes(editor, session);
    const stopDrawings = bindDrawings(editor, session);
    const stopPresence = bindPresence(editor, session);
    const onEvent = (info: { name?: string; phase?: string; target?: string }) => {
      if (info.name !== 'double_click' || info.phase !== 'up' || info.target !== 'canvas') return;
      if (!editor.isIn('select.idle') || editor.getIsReadonly()) return;
      const { x, y } = editor.inputs.currentPagePoint;
      startNote(editor, session, targetAt(notes.layout(), { x, y }), now.current.language, now.current.paper);
    };
    editor.on('event', onEvent as never);
    setBound({ editor, notes });
    fit(editor, notes, false);
    if (import.meta.env.DEV) Object.assign(globalThis, { editor });
    return () => {
      editor.off('event', onEvent as never);
      stopDrawings();
      stopPresence();
      notes.stop();
      setBound(null);
    };
  };

  useEffect(() => {
    bound?.editor.updateInstanceState({ isReadonly: !session.mayEdit() });
  }, [bound, session, stage]);

  return (
    <CanvasContext value={context}>
      <div className="canvas" data-testid="canvas">
        <Tldraw
          store={store}
          user={user}
          tools={tools}
          shapeUtils={SHAPE_UTILS}
          bindingUtils={BINDING_UTILS}
          components={COMPONENTS}
          overrides={uiOverrides}
          options={OPTIONS}
          assetUrls={ASSET_URLS}
          onMount={onMount}
        >
          {bound && (
            <>
              {session.mayEdit() && <Toolbar />}
              <ZoomBar onFit={() => fit(bound.editor, bound.notes, true)} />
              <SelectionBar />
            </>
          )}
        </Tldraw>
      </div>
    </CanvasContext>
  );
}

const EMPTY_LAYOUT = { approaches: [], notes: new Map(), aside: [] };

/** Shows the whole board. */
function fit(editor: Editor, notes: NotesBinding, animated: boolean): void {
  const boxes = notes.layout().approaches.map(({ x, y, width, height }) => new Box(x, y, width, height));
  const drawn = editor.getCurrentPageBounds();
  if (drawn) boxes.push(drawn);
  if (boxes.length === 0) return;
  editor.zoomToBounds(Box.Common(boxes), { inset: 56, targetZoom: 1, ...(animated && { animation: { duration: 220 } }) });
}

/** Pasted text becomes a note; files, addresses and pictures from elsewhere do not come onto a board. */
function keepOthersOut(editor: Editor, session: Session, now: () => { language: 'en' | 'pt'; paper: NoteColor; bound: { notes: NotesBinding } | null }): void {
  editor.registerExternalContentHandler('text', ({ text, point }) => {
    const { bound, language, paper } = now();
    if (!bound || editor.getIsReadonly() || text.trim() === '') return;
    addNote(session, targetAt(bound.notes.layout(), point ?? editor.getViewportPageBounds().center), text.trim(), language, paper);
  });
  for (const kind of ['files', 'file-replace', 'url', 'svg-text', 'embed', 'excalidraw'] as const) {
    editor.registerExternalContentHandler(kind, null);
  }
}
