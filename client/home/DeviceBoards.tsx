import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { formatDay } from '../../shared/report/formats.ts';
import { ROLES, type Role } from '../../shared/protocol/roles.ts';
import { useLanguage } from '../i18n/index.ts';
import { savedBoards, type SavedBoard } from '../session/device.ts';
import { boardPath } from '../session/links.ts';
import { localZone } from '../ui/zone.ts';

/** The boards this device has been on, the latest first; nothing where there are none. */
export function DeviceBoards() {
  const { t } = useTranslation('home');
  const [boards] = useState(() => Object.entries(savedBoards()).sort(([, a], [, b]) => b.seenAt - a.seenAt));
  if (boards.length === 0) return null;
  return (
    <section className="home-device" aria-labelledby="device-title">
      <h2 id="device-title">{t('device.title')}</h2>
      <ul>
        {boards.map(([id, board]) => (
          <DeviceBoard key={id} id={id} board={board} />
        ))}
      </ul>
    </section>
  );
}

function DeviceBoard({ id, board }: { id: string; board: SavedBoard }) {
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
