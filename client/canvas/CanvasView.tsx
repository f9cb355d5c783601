import '@tldraw/tldraw/tldraw.css';
import './canvas.css';
import { DefaultFontStyle, Tldraw, useTldrawUser, type Editor, type TLUserPreferences } from '@tldraw/tldraw';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Note, NoteColor } from '../../shared/board/index.ts';
import { approachHeadAt } from '../../shared/board/layout.ts';
import { GroupDialog } from '../groups/GroupDialog.tsx';
import { useFinding } from '../finding/finding.ts';
import { useLanguage } from '../i18n/index.ts';
import { chordText } from '../keys/KeyChord.tsx';
import { SHORTCUTS } from '../keys/shortcuts.ts';
import { useSession, useStage } from '../session/hooks.ts';
import { createWriters } from '../session/writers.ts';
import { usePreferences } from '../settings/preferences.ts';
import { useTheme } from '../ui/theme.ts';
import { announce } from '../ui/announce.tsx';
import { useUndoRedo } from '../writing/useUndoRedo.ts';
import { ReadNote } from '../writing/ReadNote.tsx';
import { noteTool, startNote, targetAt } from './add-note.ts';
import { bindDrawings } from './bind-drawings.ts';
import { bindNotes, type GroupsInHand, type NotesBinding } from './bind-notes.ts';
import { bindFinding, followHere } from './bind-finding.ts';
import { bindPresence } from './bind-presence.ts';
import { bindTaps } from './bind-taps.ts';
import { CanvasContext, type CanvasContextValue } from './canvas-context.ts';
import { comeNearToWrite } from './come-near.ts';
import { DropMark } from './DropMark.tsx';
import { EmptyBoard } from './EmptyBoard.tsx';
import { Indicators } from './far/Indicators.tsx';
import { manageMounting, type Mounting } from './far/mounting.ts';
import { watchNotes, type NotesInPage } from './far/notes-in-page.ts';
import { hideFolded } from './hide-folded.ts';
import { OnTheCanvas } from './OnTheCanvas.tsx';
import { bindPaste, pasteNotes, type Made } from './paste.ts';
import { PastedNotice } from './PastedNotice.tsx';
import { bindReading } from './read.ts';
import { SelectionBar } from './SelectionBar.tsx';
import { bindFitting, type Fitting } from './show.ts';
import { createCanvasStore } from './store.ts';
import { TakenNotice } from './TakenNotice.tsx';
import { ASSET_URLS, BINDING_UTILS, CAMERA, HIDDEN_UI, OPTIONS, overrides, SHAPE_UTILS, TEXT_OPTIONS, TLDRAW_LOCALE } from './tldraw-setup.ts';
import { Toolbar } from './Toolbar.tsx';
import { ZoomBar } from './ZoomBar.tsx';

/** What is there once the editor is. */
interface Bound {
  editor: Editor;
  notes: NotesBinding;
  notesInPage: NotesInPage;
  mounting: Mounting;
  fitting: Fitting;
}

const COMPONENTS = { ...HIDDEN_UI, OnTheCanvas, ShapeIndicators: Indicators };

/** The board as a canvas. Mounted once the stage has arrived. */
export default function CanvasView() {
  const { t } = useTranslation('canvas');
  const { t: tw } = useTranslation('writing');
  const session = useSession();
  const finding = useFinding();
  // Whether one may edit depends on the stage.
  useStage();
  const [language] = useLanguage();
  const theme = useTheme();
  const [store] = useState(createCanvasStore);
  const [bound, setBound] = useState<Bound | null>(null);
  const [paper, choosePaper] = useState<NoteColor>('sun');
  const [taken, setTaken] = useState<Note | null>(null);
  const [pasted, setPasted] = useState<Made | null>(null);
  const [reading, setReading] = useState<string | null>(null);
  const [writers] = useState(() => createWriters(session.awareness));

  const context = useMemo<CanvasContextValue>(
    () => ({
      layout: () => bound?.notes.layout() ?? EMPTY_LAYOUT,
      onLayout: (listener) => bound?.notes.onLayout(listener) ?? (() => {}),
      notesInPage: bound?.notesInPage ?? null,
      mounting: bound?.mounting ?? null,
      groups: bound?.notes.groups ?? NOTHING_IN_HAND,
      startNote: (target) => bound && startNote(bound.editor, session, target, language, paper),
      paste(text, point) {
        const made = bound && pasteNotes(bound.editor, session, bound.notes.layout(), { text, point, language, color: paper });
        if (!made) return;
        const left = made.left > 0 ? tw('pasted.left', { count: made.left }) : '';
        announce([tw('pasted.made', { count: made.count }), left, tw('pasted.key', { keys: chordText(SHORTCUTS['one-note'].keys[0]) })].join(' '));
        setPasted(made);
      },
      read: setReading,
      fit: () => bound?.fitting.all(),
      zoomToApproach: (id) => bound?.fitting.approach(id),
      paper,
      choosePaper,
      writers,
    }),
    [session, bound, language, paper, writers, tw],
  );
  // tldraw keeps its tools for as long as it lives; what they need of now they find here.
  const latest = useRef(context);
  useLayoutEffect(() => {
    latest.current = context;
  });
  const startAt = (point: { x: number; y: number }) => latest.current.startNote(targetAt(latest.current.layout(), point));

  const [tools] = useState(() => [noteTool(startAt)]);
  const { singleKeys } = usePreferences();
  const undoRedo = useUndoRedo();
  const uiOverrides = useMemo(
    () => overrides(session, { tool: t('tools.add-note'), shape: t('note') }, () => latest.current.fit(), undoRedo, singleKeys),
    [session, t, undoRedo, singleKeys],
  );

  const [preferences, setPreferences] = useState<TLUserPreferences>({ id: session.participant ?? 'viewer' });
  const user = useTldrawUser({
    userPreferences: { ...preferences, colorScheme: theme.shown, locale: TLDRAW_LOCALE[language], isSnapMode: false },
    setUserPreferences: setPreferences,
  });

  const onMount = (editor: Editor) => {
    editor.setStyleForNextShapes(DefaultFontStyle, 'sans');
    editor.updateInstanceState({ isReadonly: !session.mayEdit(), isGridMode: false, isDebugMode: false });
    // A finger that moves means the view, as everywhere on a phone.
    if (matchMedia('(pointer: coarse)').matches) editor.setCurrentTool('hand');
    const notesInPage = watchNotes(editor);
    const following = followHere(finding);
    const mounting = manageMounting(editor, notesInPage, following.here);
    keepOthersOut(editor, (text, point) => latest.current.paste(text, point));
    const stopPaste = bindPaste(editor, (text, point) => latest.current.paste(text, point));
    const stopReading = bindReading(editor, setReading);
    const stopTaps = bindTaps(editor, setReading);
    const notes = bindNotes(editor, session, setTaken, setReading);
    const stopDrawings = bindDrawings(editor, session);
    const stopPresence = bindPresence(editor, session);
    const stopComing = comeNearToWrite(editor);
    const onEvent = (info: { name?: string; phase?: string; target?: string }) => {
      if (info.name !== 'double_click' || info.phase !== 'up' || info.target !== 'canvas') return;
      const { x, y } = editor.inputs.currentPagePoint;
      const head = approachHeadAt(latest.current.layout(), { x, y });
      // After the hand, which has a use of its own for two taps.
      if (head && editor.isInAny('select.idle', 'hand')) queueMicrotask(() => latest.current.zoomToApproach(head));
      else if (editor.isIn('select.idle') && !editor.getIsReadonly()) startAt({ x, y });
    };
    editor.on('event', onEvent as never);
    const fitting = bindFitting(editor, notes.layout);
    setBound({ editor, notes, notesInPage, mounting, fitting });
    fitting.first();
    const stopFinding = bindFinding(editor, notes, notesInPage, finding);
    const stopFolding = hideFolded(editor, session, notesInPage);
    if (import.meta.env.DEV) Object.assign(globalThis, { editor });
    return () => {
      editor.off('event', onEvent as never);
      stopFinding();
      stopFolding();
      following.stop();
      stopDrawings();
      stopPresence();
      stopComing();
      stopPaste();
      stopReading();
      stopTaps();
      fitting.stop();
      notes.stop();
      mounting.stop();
      notesInPage.stop();
      setBound(null);
    };
  };

  // The comma presses the pointer for those without one; it is no command that could be left out above.
  useEffect(() => {
    const container = bound?.editor.getContainer();
    if (!container || singleKeys) return;
    const silence = (event: KeyboardEvent) => event.key === ',' && event.stopPropagation();
    container.addEventListener('keydown', silence);
    return () => container.removeEventListener('keydown', silence);
  }, [bound, singleKeys]);

  // Where the map is shown, the board leaves room for it from the beginning.
  useLayoutEffect(() => {
    const isMapShown = bound?.editor.getContainer().querySelector('.canvas-map');
    if (isMapShown && finding.here.get() === null) bound!.fitting.first();
  }, [bound, finding]);

  const closePasted = useCallback(() => setPasted(null), []);

  const mayEdit = session.mayEdit();
  useEffect(() => {
    bound?.editor.updateInstanceState({ isReadonly: !mayEdit });
  }, [bound, mayEdit]);

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
          textOptions={TEXT_OPTIONS}
          cameraOptions={CAMERA}
          assetUrls={ASSET_URLS}
          onMount={onMount}
        >
          {bound && (
            <>
              {mayEdit && <Toolbar />}
              <ZoomBar />
              <SelectionBar />
              <DropMark />
              <EmptyBoard />
              {session.mayEditBoard() && <GroupDialog />}
              {taken && <TakenNotice key={taken.id} note={taken} onClose={() => setTaken(null)} />}
              {pasted && !taken && <PastedNotice made={pasted} onClose={closePasted} />}
              {reading !== null && <ReadNote id={reading} onClose={() => setReading(null)} />}
            </>
          )}
        </Tldraw>
      </div>
    </CanvasContext>
  );
}

const NOTHING_IN_HAND: GroupsInHand = { drag: () => {}, offset: () => '', over: () => null, onChange: () => () => {} };
const EMPTY_LAYOUT = { approaches: [], notes: new Map(), aside: [] };

/** Text that is dropped becomes notes; files, addresses and pictures from elsewhere do not come onto a board. */
function keepOthersOut(editor: Editor, onText: (text: string, point: { x: number; y: number }) => void): void {
  editor.registerExternalContentHandler('text', ({ text, point }) => {
    if (editor.getIsReadonly() || text.trim() === '') return;
    onText(text, point ?? editor.getViewportPageBounds().center);
  });
  for (const kind of ['files', 'file-replace', 'url', 'svg-text', 'embed', 'excalidraw'] as const) {
    editor.registerExternalContentHandler(kind, null);
  }
}
