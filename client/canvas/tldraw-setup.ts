import { defaultBindingUtils, defaultShapeUtils, type TLComponents, type TLUiActionsContextType, type TLUiOverrides } from '@tldraw/tldraw';
import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite';
import rubik from '@fontsource-variable/rubik/files/rubik-latin-wght-normal.woff2?url';
import type { Language } from '../../shared/languages.ts';
import { activeKeys, type ShortcutId } from '../keys/shortcuts.ts';
import type { Session } from '../session/session.ts';
import type { HistoryAct } from '../writing/useUndoRedo.ts';
import { DRAWN_TYPES } from './bind-drawings.ts';
import { NOTE_TOOL } from './add-note.ts';
import { NOTE, NoteShapeUtil } from './note-shape.tsx';

/** What of tldraw a workshop needs; its own menus and panels give way to the board's. */

export const SHAPE_UTILS = [...defaultShapeUtils.filter((util) => DRAWN_TYPES.includes(util.type)), NoteShapeUtil];
export const BINDING_UTILS = defaultBindingUtils;

const NO_PICTURE = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

/**
 * Icons and translations of tldraw, served by us: what has no address here comes from a content
 * network. Its four typefaces, a megabyte and more, give way to ours (see canvas.css); the signs of
 * what could be embedded, which nothing can be, to an empty picture.
 */
export const ASSET_URLS = lightened(getAssetUrlsByImport());

function lightened(urls: ReturnType<typeof getAssetUrlsByImport>): typeof urls {
  const all = <T extends object>(names: T, url: string) => Object.fromEntries(Object.keys(names).map((name) => [name, url])) as T;
  return { ...urls, fonts: all(urls.fonts, rubik), embedIcons: all(urls.embedIcons, NO_PICTURE) };
}

export const OPTIONS = {
  // A double click adds a note; see CanvasView.
  createTextOnCanvasDoubleClick: false,
  maxShapesPerPage: 20_000,
  maxPages: 1,
} as const;

/**
 * tldraw puts the caret before whatever was typed into a new text already, and a moment later behind
 * it: the first letters would change places.
 */
export const TEXT_OPTIONS = { tipTapConfig: { autofocus: 'end' } } as const;

/** Down to where a board of thousands of notes is in view as a whole. */
export const CAMERA = { zoomSteps: [0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8] };

export const HIDDEN_UI: TLComponents = {
  ContextMenu: null,
  ActionsMenu: null,
  HelpMenu: null,
  ZoomMenu: null,
  MainMenu: null,
  Minimap: null,
  StylePanel: null,
  PageMenu: null,
  NavigationPanel: null,
  Toolbar: null,
  ImageToolbar: null,
  VideoToolbar: null,
  KeyboardShortcutsDialog: null,
  QuickActions: null,
  HelperButtons: null,
  DebugPanel: null,
  DebugMenu: null,
  MenuPanel: null,
  TopPanel: null,
  SharePanel: null,
  CursorChatBubble: null,
};

const TOOLS = ['select', 'hand', 'draw', 'eraser', 'arrow', 'text'] as const;

/** Those that change what is drawn on the board. */
export const DRAWING_TOOLS: readonly string[] = ['draw', 'arrow', 'text', 'eraser'];

/** The commands of tldraw that are kept. Each has its keys from the board's own list, so that the keyboard map tells them all. */
const ACTIONS: readonly (ShortcutId & keyof TLUiActionsContextType)[] = [
  'align-bottom',
  'align-center-horizontal',
  'align-center-vertical',
  'align-left',
  'align-right',
  'align-top',
  'copy',
  'cut',
  'delete',
  'distribute-horizontal',
  'distribute-vertical',
  'duplicate',
  'paste',
  'redo',
  'select-all',
  'undo',
  'zoom-in',
  'zoom-out',
  'zoom-to-100',
  'zoom-to-fit',
  'zoom-to-selection',
];

/** What tldraw says of the selection, once more. */
const SAY_AGAIN = 'a11y-repeat-shape-announce';

/** The keys of a shortcut as tldraw writes them; `undefined` for none. */
function tldrawKeys(id: ShortcutId, singleKeys: boolean): string | undefined {
  const keys = activeKeys(id, singleKeys).flatMap((chord) => {
    const text = chord.toLowerCase();
    return text.startsWith('ctrl+') ? [text.replace('ctrl+', 'cmd+'), text] : [text];
  });
  return keys.join(',') || undefined;
}

/** Leaves tldraw the tools and commands of a workshop, and gives undo to the board's own history and 'fit' the whole board. */
export function overrides(
  session: Session,
  names: { tool: string; shape: string },
  fitBoard: () => void,
  undoRedo: (act: HistoryAct) => void,
  singleKeys: boolean,
): TLUiOverrides {
  // Who writes privately has no hand in the board's drawings.
  const ifAllowed = (id: (typeof TOOLS)[number], { onSelect }: { onSelect(source: never): void }) =>
    DRAWING_TOOLS.includes(id) && { onSelect: (source: unknown) => session.mayEditBoard() && onSelect(source as never) };
  // What tldraw calls a shape when it speaks of it to a screen reader.
  const spoken = { [`tool.${NOTE}`]: names.shape };
  return {
    translations: Object.fromEntries(Object.values(TLDRAW_LOCALE).map((locale) => [locale, spoken])),
    tools: (editor, tools) => ({
      ...Object.fromEntries(TOOLS.flatMap((id) => (tools[id] ? [[id, { ...tools[id], kbd: tldrawKeys(`tool-${id}`, singleKeys), ...ifAllowed(id, tools[id]) }]] : []))),
      [NOTE_TOOL]: {
        id: NOTE_TOOL,
        label: names.tool,
        icon: 'tool-note',
        kbd: tldrawKeys('tool-note', singleKeys),
        onSelect: () => void editor.setCurrentTool(NOTE_TOOL),
      },
    }),
    actions: (_editor, actions) => {
      const kept = pick(actions, [...ACTIONS, SAY_AGAIN]) as TLUiActionsContextType;
      for (const id of ACTIONS) kept[id] = { ...kept[id]!, kbd: tldrawKeys(id, singleKeys) };
      kept[SAY_AGAIN] = { ...kept[SAY_AGAIN]!, kbd: tldrawKeys('say-again', singleKeys) };
      const instead = (id: string, act: () => void) => ({ [id]: { ...kept[id]!, onSelect: act } });
      return {
        ...kept,
        ...instead('undo', () => undoRedo('undo')),
        ...instead('redo', () => undoRedo('redo')),
        ...instead('zoom-to-fit', fitBoard),
      };
    },
  };
}

function pick<T>(values: Record<string, T>, keys: readonly string[]): Record<string, T> {
  return Object.fromEntries(keys.flatMap((key) => (values[key] ? [[key, values[key]]] : [])));
}

/** tldraw's names of our languages. */
export const TLDRAW_LOCALE: Record<Language, string> = { en: 'en', pt: 'pt-pt' };
