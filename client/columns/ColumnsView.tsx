import './columns.css';
import './groups.css';
import './select.css';
import { useLayoutEffect, useMemo, useRef, useState, type CSSProperties, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { GroupDialog } from '../groups/GroupDialog.tsx';
import { useLanguage } from '../i18n/index.ts';
import { useConnection, useSession, useStage } from '../session/hooks.ts';
import { ApproachSection } from './ApproachSection.tsx';
import { createCell, useCell } from './cell.ts';
import { ColumnsContext, type ColumnsScope, type Gone } from './context.ts';
import { createFocusKeeper } from './focus.ts';
import { NoApproach } from '../structure/NoApproach.tsx';
import { createInSight } from './in-sight.ts';
import { JumpNav } from './JumpNav.tsx';
import { ASIDE, FREE } from './lists.ts';
import { LooseNotes } from './LooseNotes.tsx';
import { QuickWrite } from './QuickWrite.tsx';
import { inTab, recall } from '../session/storage.ts';
import { Stranded } from './Stranded.tsx';
import { useColumnKeys } from './useColumnKeys.ts';
import { SelectBar } from './SelectBar.tsx';
import { SelectStart } from './SelectStart.tsx';
import { useEditing } from './useEditing.ts';
import { useGuide } from './useGuide.ts';
import { useLists } from './useLists.ts';
import { PHONE, useMediaQuery } from './useMediaQuery.ts';
import { useSorted } from './useSorted.ts';
import { useStickyHead } from './useStickyHead.ts';
import { useUndoKeys } from './useUndoKeys.ts';
import { SortByVotes } from '../votes/SortByVotes.tsx';
import { createWriters } from '../session/writers.ts';

/**
 * The whole board as plain HTML: every act on notes by keyboard, on phones, with a screen reader.
 * Needs the session of an open board around it.
 */
export function ColumnsView() {
  const { t } = useTranslation(['columns', 'common']);
  const [language] = useLanguage();
  const session = useSession();
  const { meta, approaches } = useStage();
  // Whether one may edit can change when the board's newest state has arrived.
  useConnection();
  const mayEdit = session.mayEdit();
  const mayEditBoard = session.mayEditBoard();
  const { shown: lists, sorted, sort } = useSorted(useLists());
  const phone = useMediaQuery(PHONE);
  const [kept] = useState(() => ({
    editing: createCell<string | null>(null),
    gone: createCell<readonly Gone[]>([]),
    selection: createCell<ReadonlySet<string> | null>(null),
    focus: createFocusKeeper(),
    writingTo: createCell(recall(inTab, `plenary.place/${session.board}`)),
    inSight: createInSight(),
  }));
  const selecting = useCell(kept.selection, (selected) => selected !== null);
  const writers = useMemo(() => createWriters(session.awareness), [session]);
  const scope = useMemo<ColumnsScope>(() => ({ ...kept, writers, mayEdit, mayEditBoard, sorted, language }), [kept, writers, mayEdit, mayEditBoard, sorted, language]);

  const shown = useRef(lists);
  useLayoutEffect(() => {
    kept.focus.settleIn(shown.current, lists);
    shown.current = lists;
  }, [kept, lists]);
  useEditing(kept, shown);
  useGuide(kept.inSight);
  useUndoKeys(mayEdit);
  useColumnKeys(scope);

  // Before the stage has come, every note would seem to have lost its column.
  if (!meta) return <p className="columns-loading">{t('loading', { ns: 'common' })}</p>;
  return (
    <ColumnsContext value={scope}>
      <Frame>
        <JumpNav approaches={approaches} lists={lists} />
        <SortByVotes sorted={sorted} onChange={sort} />
        {mayEditBoard && <SelectStart />}
        {approaches.map((approach) => (
          <ApproachSection key={approach.id} approach={approach} lists={lists} />
        ))}
        {approaches.length === 0 && <NoApproach />}
        <LooseNotes kind={FREE} lists={lists} />
        <Stranded />
        <LooseNotes kind={ASIDE} lists={lists} />
        {mayEdit && phone && !selecting && <QuickWrite approaches={approaches} />}
        {mayEditBoard && selecting && <SelectBar lists={lists} />}
        {mayEditBoard && <GroupDialog />}
      </Frame>
    </ColumnsContext>
  );
}

function Frame({ children }: { children: ReactNode }) {
  const view = useRef<HTMLDivElement>(null);
  const head = useStickyHead(view);
  return (
    <div className="columns-view" ref={view} style={{ '--columns-top': `${head}px` } as CSSProperties}>
      {children}
    </div>
  );
}
