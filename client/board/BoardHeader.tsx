import { Archive, Camera, Keyboard, ListOrdered, LockKeyhole, LockKeyholeOpen, MessageSquareText, MonitorX, Redo2, Share2, Undo2, VenetianMask, Vote } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mayFacilitate } from '../../shared/protocol/roles.ts';
import { setLocked } from '../../shared/stage/document.ts';
import { AgendaBar } from '../agenda/AgendaBar.tsx';
import { AgendaDialog } from '../agenda/AgendaDialog.tsx';
import { CollectingDialog } from '../collecting/CollectingDialog.tsx';
import { ShareDialog } from '../facilitate/ShareDialog.tsx';
import { SnapshotsDialog } from '../facilitate/SnapshotsDialog.tsx';
import { useMediaQuery } from '../columns/useMediaQuery.ts';
import { FindButtons } from '../finding/FindButtons.tsx';
import { KeyMap } from '../keys/KeyMap.tsx';
import { useShortcut } from '../keys/useShortcut.ts';
import { LeadBar } from '../lead/LeadBar.tsx';
import { LeadMenu } from '../lead/LeadMenu.tsx';
import { PretendBar } from '../lead/PretendBar.tsx';
import { ActionsButton, ActionsDialog, ActionsItem } from '../note/ActionsDialog.tsx';
import { KeepingDialog } from '../keeping/KeepingDialog.tsx';
import { PollBar } from '../polls/PollBar.tsx';
import { PollDialog } from '../polls/PollDialog.tsx';
import { MakeAnonymous } from '../desk/MakeAnonymous.tsx';
import { AnonymousSign } from '../desk/AnonymousSign.tsx';
import { RoundBar, useHasVotes } from '../votes/RoundBar.tsx';
import { VotesDialog } from '../votes/VotesDialog.tsx';
import { useSession, useStage, useUndoState } from '../session/hooks.ts';
import { BoardSettings } from '../settings/BoardSettings.tsx';
import { OnlySiteBar } from '../sites/OnlySiteBar.tsx';
import { RoomVoice } from '../sites/RoomVoice.tsx';
import { SitesDialog } from '../sites/SitesDialog.tsx';
import { BoardItems, BoardMenu } from '../structure/StructureMenus.tsx';
import { announce } from '../ui/announce.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import { theBoard } from '../ui/focus.ts';
import { Logo } from '../ui/Logo.tsx';
import { MenuItem } from '../ui/Menu.tsx';
import { SettingsMenu } from '../ui/SettingsMenu.tsx';
import { useFocusHeir } from '../ui/useFocusHeir.ts';
import { useUndoRedo } from '../writing/useUndoRedo.ts';
import { ConnectionPill } from './ConnectionPill.tsx';
import { ForgetBoard } from './ForgetBoard.tsx';
import { People } from './People.tsx';
import { VIEWS, type View } from './view.ts';
import { ViewChoice } from './ViewChoice.tsx';

/** How wide a bar has to be for what is in it; below, some of its buttons stand in the menu. */
const ROOM = { all: '(min-width: 1181px)', most: '(min-width: 901px)', some: '(min-width: 481px)' };

type Dialogs = 'agenda' | 'share' | 'snapshots' | 'keys' | 'settings' | 'keeping' | 'forget' | 'sites' | 'poll' | 'collecting' | 'anonymous' | 'actions' | 'votes';

/** The bar over both views: what board this is, who is here, how it stands, and what can be done with it. */
export function BoardHeader({ view, onView }: { view: View; onView: (view: View) => void }) {
  const { t } = useTranslation(['board', 'agenda', 'desk', 'keys', 'keeping', 'settings', 'votes', 'common']);
  const session = useSession();
  const { meta, locked } = useStage();
  const [open, setOpen] = useState<Dialogs | null>(null);
  const leads = mayFacilitate(session.role);
  const roomForAll = useMediaQuery(ROOM.all);
  const roomForMost = useMediaQuery(ROOM.most);
  const roomForSome = useMediaQuery(ROOM.some);
  const hasVotes = useHasVotes();
  const shows = {
    // Whoever does not lead has fewer buttons, and more room for them.
    snapshots: leads ? roomForAll : roomForSome,
    lock: leads && (roomForAll || (locked && roomForSome)),
    votes: !leads || roomForMost,
    actions: !leads || roomForSome,
    structure: roomForSome,
  };
  const close = (isOpen: boolean) => !isOpen && setOpen(null);
  useShortcut('help', () => setOpen('keys'));
  useShortcut('other-view', () => {
    const next = VIEWS[(VIEWS.indexOf(view) + 1) % VIEWS.length]!;
    onView(next);
    announce(t('view.shown', { view: t(`view.${next}`) }));
  });

  return (
    <header className="board-top">
      <div className="board-head">
        <a className="board-home" href="/">
          <Logo size={30} />
        </a>
        <div className="board-titles">
          <h1>{meta?.title}</h1>
          <p>{meta?.workshop}</p>
        </div>
        <AnonymousSign />
        {shows.structure && <BoardMenu />}
        <ViewChoice view={view} onView={onView} />

        <div className="board-acts">
          <FindButtons />
          {session.mayEdit() && <UndoButtons />}
          {session.mayEdit() && <RoomVoice />}
          <ConnectionPill />
          <People onSites={() => setOpen('sites')} />
          {leads && (
            <IconButton label={t('agenda:open')} onClick={() => setOpen('agenda')}>
              <ListOrdered aria-hidden size={21} />
            </IconButton>
          )}
          {leads && <LeadMenu onOpen={setOpen} />}
          {shows.lock && <LockButton />}
          {shows.actions && <ActionsButton onOpen={() => setOpen('actions')} />}
          {hasVotes && shows.votes && (
            <IconButton className="board-votes" label={t('votes:button')} onClick={() => setOpen('votes')}>
              <Vote aria-hidden size={21} />
            </IconButton>
          )}
          {shows.snapshots && (
            <IconButton label={t('snapshots')} onClick={() => setOpen('snapshots')}>
              <Camera aria-hidden size={21} />
            </IconButton>
          )}
          {leads && (
            <Button className="board-share" variant="primary" size="small" icon={<Share2 aria-hidden size={17} />} onClick={() => setOpen('share')}>
              <span>{t('share')}</span>
            </Button>
          )}
          <SettingsMenu
            first={
              !(shows.snapshots && shows.actions && shows.structure) && (
                <>
                  {!shows.structure && <BoardItems />}
                  {!shows.actions && <ActionsItem onOpen={() => setOpen('actions')} />}
                  {hasVotes && !shows.votes && (
                    <MenuItem icon={<Vote aria-hidden size={18} />} onSelect={() => setOpen('votes')}>
                      {t('votes:button')}
                    </MenuItem>
                  )}
                  {!shows.snapshots && (
                    <MenuItem icon={<Camera aria-hidden size={18} />} onSelect={() => setOpen('snapshots')}>
                      {t('snapshots')}
                    </MenuItem>
                  )}
                  {leads && !shows.lock && <LockItem />}
                </>
              )
            }
          >
            <MenuItem icon={<Keyboard aria-hidden size={18} />} onSelect={() => setOpen('keys')}>
              {t('keys:open')}
            </MenuItem>
            <MenuItem icon={<MessageSquareText aria-hidden size={18} />} onSelect={() => setOpen('settings')}>
              {t('settings:open')}
            </MenuItem>
            <MenuItem icon={<Archive aria-hidden size={18} />} onSelect={() => setOpen('keeping')}>
              {t('keeping:open')}
            </MenuItem>
            {leads && !meta?.anonymous && (
              <MenuItem icon={<VenetianMask aria-hidden size={18} />} onSelect={() => setOpen('anonymous')}>
                {t('desk:anonymous.make')}
              </MenuItem>
            )}
            <MenuItem icon={<MonitorX aria-hidden size={18} />} onSelect={() => setOpen('forget')}>
              {t('common:forget.open')}
            </MenuItem>
          </SettingsMenu>
        </div>
      </div>
      <AgendaBar />
      <PollBar />
      <RoundBar />
      <LeadBar />
      <PretendBar />
      <OnlySiteBar />

      <ForgetBoard
        open={open === 'forget'}
        onOpenChange={close}
        board={session.board}
        onForget={session.close}
        onForgotten={() => location.assign('/')}
      />
      {leads && <PollDialog open={open === 'poll'} onOpenChange={close} />}
      {leads && <CollectingDialog open={open === 'collecting'} onOpenChange={close} />}
      {leads && <SitesDialog open={open === 'sites'} onOpenChange={close} />}
      {leads && <AgendaDialog open={open === 'agenda'} onOpenChange={close} />}
      {leads && <ShareDialog open={open === 'share'} onOpenChange={close} board={session.board} token={session.token} />}
      <SnapshotsDialog
        open={open === 'snapshots'}
        onOpenChange={close}
        board={session.board}
        token={session.token}
        role={session.role}
        boardTitle={meta?.title ?? ''}
      />
      <ActionsDialog open={open === 'actions'} onOpenChange={close} />
      <VotesDialog open={open === 'votes'} onOpenChange={close} />
      <KeepingDialog open={open === 'keeping'} onOpenChange={close} />
      <MakeAnonymous open={open === 'anonymous'} onOpenChange={close} />
      <KeyMap open={open === 'keys'} onOpenChange={close} />
      <BoardSettings open={open === 'settings'} onOpenChange={close} />
    </header>
  );
}

/** Locks the board for participants while something is said, and unlocks it. */
function LockButton() {
  const { label, locked, toggle, Icon } = useLock();
  return (
    <IconButton label={label} pressed={locked} onClick={toggle}>
      <Icon aria-hidden size={20} />
    </IconButton>
  );
}

function LockItem() {
  const { label, toggle, Icon } = useLock();
  return (
    <MenuItem icon={<Icon aria-hidden size={18} />} onSelect={toggle}>
      {label}
    </MenuItem>
  );
}

function useLock() {
  const { t } = useTranslation('board');
  const { stageDoc } = useSession();
  const { locked } = useStage();
  const toggle = () => {
    setLocked(stageDoc, !locked);
    announce(t(locked ? 'nowUnlocked' : 'nowLocked'));
  };
  return { label: t(locked ? 'unlock' : 'lock'), locked, toggle, Icon: locked ? LockKeyhole : LockKeyholeOpen };
}

function UndoButtons() {
  const { t } = useTranslation('board');
  const undoRedo = useUndoRedo();
  const { canUndo, canRedo } = useUndoState();
  const buttons = useRef<HTMLDivElement>(null);
  useFocusHeir(buttons, theBoard);
  // Not `disabled`, which would drop the focus of who presses until there is nothing left to undo.
  return (
    <div className="board-undo" ref={buttons}>
      <IconButton label={t('undo')} aria-disabled={!canUndo} onClick={() => undoRedo('undo')}>
        <Undo2 aria-hidden size={20} />
      </IconButton>
      <IconButton label={t('redo')} aria-disabled={!canRedo} onClick={() => undoRedo('redo')}>
        <Redo2 aria-hidden size={20} />
      </IconButton>
    </div>
  );
}
