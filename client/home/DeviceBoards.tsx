import { MonitorX } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { formatDay } from '../../shared/report/formats.ts';
import { ROLES, type Role } from '../../shared/protocol/roles.ts';
import { ForgetBoard } from '../board/ForgetBoard.tsx';
import { useLanguage } from '../i18n/index.ts';
import { savedBoards, type SavedBoard } from '../session/device.ts';
import { boardPath } from '../session/links.ts';
import { announce } from '../ui/announce.tsx';
import { IconButton } from '../ui/Button.tsx';
import { localZone } from '../ui/zone.ts';

/** The boards this device has been on, the latest first; nothing where there are none. */
export function DeviceBoards() {
  const { t } = useTranslation(['home', 'common']);
  const [boards, setBoards] = useState(read);
  const list = useRef<HTMLHeadingElement>(null);
  const forgotten = () => {
    setBoards(read());
    announce(t('common:forget.done'));
    list.current?.focus();
  };
  if (boards.length === 0) return null;
  return (
    <section className="home-device" aria-labelledby="device-title">
      <h2 id="device-title" tabIndex={-1} ref={list}>{t('device.title')}</h2>
      <ul>
        {boards.map(([id, board]) => (
          <DeviceBoard key={id} id={id} board={board} onForgotten={forgotten} />
        ))}
      </ul>
    </section>
  );
}

function read(): [string, SavedBoard][] {
  return Object.entries(savedBoards()).sort(([, a], [, b]) => b.seenAt - a.seenAt);
}

function DeviceBoard({ id, board, onForgotten }: { id: string; board: SavedBoard; onForgotten: () => void }) {
  const [asking, setAsking] = useState(false);
  const { t } = useTranslation(['home', 'common']);
  const [language] = useLanguage();
  const roles = rolesHere(board).map((role) => t(`common:roles.${role}`));
  return (
    <li className="home-device-board">
      <Link className="home-device-link" href={addressOf(id, board)}>
        {board.title || t('device.untitled')}
      </Link>
      <span>{board.workshop}</span>
      <span className="home-device-facts">
        {roles.length > 0 && <span>{t('device.you', { roles: roles.join(', ') })}</span>}
        <span>{t('device.seen', { date: formatDay(board.seenAt, language, localZone()) })}</span>
      </span>
      <IconButton
        className="home-device-forget"
        label={t('common:forget.named', { title: board.title || t('device.untitled') })}
        onClick={() => setAsking(true)}
      >
        <MonitorX aria-hidden size={18} />
      </IconButton>
      <ForgetBoard open={asking} onOpenChange={setAsking} board={id} onForgotten={onForgotten} />
    </li>
  );
}

/** As whom this device has been on the board; before that, as whom its first link leads there. */
function rolesHere(board: SavedBoard): Role[] {
  const joined = ROLES.filter((role) => board.sessions[role]);
  return joined.length > 0 ? joined : ROLES.filter((role) => board.links[role]).slice(0, 1);
}

/** A session needs no secret; a board nobody has opened from here yet is opened by its first link. */
function addressOf(id: string, board: SavedBoard): string {
  const [role] = rolesHere(board);
  const secret = role && !board.sessions[role] && board.links[role];
  return secret ? `${boardPath(id)}#${secret}` : boardPath(id);
}
