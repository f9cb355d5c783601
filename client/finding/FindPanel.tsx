import './finding.css';
import { ChevronDown, ChevronUp, Search, X } from 'lucide-react';
import { useCallback, useEffect, useId, useLayoutEffect, useRef, useState, type CSSProperties, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useCell } from '../columns/cell.ts';
import { useShortcutAnywhere } from '../keys/useShortcut.ts';
import { useSession } from '../session/hooks.ts';
import { announce } from '../ui/announce.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import { FindFilters } from './FindFilters.tsx';
import { useFinding } from './finding.ts';
import { FoundNote } from './FoundNote.tsx';
import { isAsking, NO_QUERY } from './search.ts';
import { useFound } from './useFound.ts';
import { useHeadHeight } from './useHeadHeight.ts';

/** The search, while it is open: beside the board, so that what is found is seen there at once. */
export function FindPanel() {
  const { open } = useFinding();
  return useCell(open, (value) => value) ? <OpenPanel /> : null;
}

/** How long one has to pause before the number of results is spoken. */
const PAUSE_MS = 700;

/**
 * The keyboard stays in the field: arrows and Enter lead through the results, and the board follows.
 * Escape ends on the note one has come to.
 */
function OpenPanel() {
  const { t } = useTranslation('finding');
  const finding = useFinding();
  const session = useSession();
  const query = useCell(finding.query, (value) => value);
  const at = useCell(finding.at, (value) => value);
  const { notes, words, choices } = useFound();
  const panel = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const head = useHeadHeight(panel);
  const listId = useId();
  // Where the screen is small, the list gives way to the note that was chosen.
  const [folded, setFolded] = useState(false);

  const asking = isAsking(query);
  const narrowed = query.author !== null || query.site !== null;
  const index = notes.findIndex((note) => note.id === at);
  const current = notes[index];
  const optionId = (note: string) => `${listId}-${note}`;

  useFieldFocus(field);
  useCountSpoken(asking ? notes.length : null);

  const change = (part: Partial<typeof query>) => {
    finding.query.set({ ...query, ...part });
    setFolded(false);
  };
  const step = (by: 1 | -1, focus = false) => {
    if (notes.length === 0) return;
    // From nowhere, the first step leads to the first result, or back to the last.
    const next = index === -1 ? (by === 1 ? 0 : notes.length - 1) : (index + by + notes.length) % notes.length;
    finding.goTo(notes[next]!.id, focus);
  };
  const close = () => {
    finding.open.set(false);
    if (current) finding.goTo(current.id, true);
  };
  const choose = useCallback(
    (id: string) => {
      finding.goTo(id, true);
      setFolded(true);
    },
    [finding],
  );
  const stepFrom = (by: 1 | -1) => step(by, document.activeElement !== field.current);
  useShortcutAnywhere('next-found', () => stepFrom(1));
  useShortcutAnywhere('previous-found', () => stepFrom(-1));

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  const onFieldKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const back = event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey);
    if (!back && event.key !== 'ArrowDown' && event.key !== 'Enter') return;
    event.preventDefault();
    const go = event.key === 'Enter';
    // The keyboard of a touch screen would cover what is shown: with the focus on the note it goes.
    step(back ? -1 : 1, go && matchMedia('(pointer: coarse)').matches);
    if (go && notes.length > 0) setFolded(true);
  };

  return (
    // It answers to Escape wherever the focus is inside of it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={panel}
      className="find"
      role="search"
      aria-label={t('panel')}
      data-folded={folded || undefined}
      style={{ '--find-top': `${head}px` } as CSSProperties}
      onKeyDown={onKeyDown}
    >
      <div className="find-head">
        <div className="find-field">
          <Search aria-hidden size={18} />
          <input
            ref={field}
            type="text"
            inputMode="search"
            enterKeyHint="search"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            role="combobox"
            aria-autocomplete="list"
            aria-label={t('field')}
            aria-expanded={notes.length > 0}
            aria-controls={notes.length > 0 ? listId : undefined}
            aria-activedescendant={current ? optionId(current.id) : undefined}
            aria-describedby={`${listId}-keys`}
            placeholder={t('field')}
            value={query.text}
            onChange={(event) => change({ text: event.target.value })}
            onFocus={() => {
              finding.inField.set(true);
              setFolded(false);
            }}
            onBlur={() => finding.inField.set(false)}
            onKeyDown={onFieldKeyDown}
          />
        </div>
        <IconButton label={t('previous')} aria-disabled={notes.length === 0} onClick={() => step(-1)}>
          <ChevronUp aria-hidden size={20} />
        </IconButton>
        <IconButton label={t('next')} aria-disabled={notes.length === 0} onClick={() => step(1)}>
          <ChevronDown aria-hidden size={20} />
        </IconButton>
        <IconButton label={t('close')} onClick={close}>
          <X aria-hidden size={20} />
        </IconButton>
      </div>
      <p className="visually-hidden" id={`${listId}-keys`}>
        {t('keys')}
      </p>
      <FindFilters query={query} choices={choices} onChange={change} />
      {!asking && <p className="find-hint">{t('hint')}</p>}
      {asking && (
        <p className="find-count">
          {notes.length === 0 ? t('none') : index === -1 ? t('found', { count: notes.length }) : t('position', { position: index + 1, count: notes.length })}
        </p>
      )}
      {asking && notes.length === 0 && (
        <div className="find-none">
          <p>{t(narrowed && session.isAnonymous() ? 'noneAnonymous' : 'noneHint')}</p>
          {narrowed && (
            <Button size="small" onClick={() => change({ author: NO_QUERY.author, site: NO_QUERY.site })}>
              {t('everyone')}
            </Button>
          )}
        </div>
      )}
      {notes.length > 0 && (
        <Results id={listId} current={index}>
          {(shown) =>
            notes.slice(0, shown).map((note, position) => (
              <FoundNote
                key={note.id}
                id={optionId(note.id)}
                note={note}
                words={words}
                position={position + 1}
                count={notes.length}
                current={position === index}
                onChoose={choose}
              />
            ))
          }
        </Results>
      )}
    </div>
  );
}

/** So many results are built at first; more as one comes to the end of them. */
const BATCH = 60;

function Results({ id, current, children }: { id: string; current: number; children: (shown: number) => ReactNode }) {
  const { t } = useTranslation('finding');
  const list = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState(BATCH);
  const shown = Math.max(wanted, Math.ceil((current + 2) / BATCH) * BATCH);
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <div
      ref={list}
      id={id}
      className="find-results"
      role="listbox"
      aria-label={t('results')}
      tabIndex={-1}
      onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
        if (scrollTop + 2 * clientHeight > scrollHeight) setWanted(shown + BATCH);
      }}
    >
      {children(shown)}
    </div>
  );
}

/** The field has the focus whenever the search is asked for; where one does not go on to a note, it goes back afterwards. */
function useFieldFocus(field: RefObject<HTMLInputElement | null>): void {
  const { asked, inField } = useFinding();
  const times = useCell(asked, (value) => value);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [field, times]);
  useLayoutEffect(() => {
    const opener = document.activeElement;
    return () => {
      inField.set(false);
      // The panel is gone with what had the focus in it.
      queueMicrotask(() => {
        if (document.activeElement === document.body && opener instanceof HTMLElement && opener.isConnected) opener.focus();
      });
    };
  }, [inField]);
}

/** Speaks how many notes are found, once the number has come to rest. */
function useCountSpoken(count: number | null): void {
  const { t } = useTranslation('finding');
  useEffect(() => {
    if (count === null) return;
    const timer = setTimeout(() => announce(count === 0 ? t('none') : t('found', { count })), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [count, t]);
}
