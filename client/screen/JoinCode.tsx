import { QRCodeSVG } from 'qrcode.react';
import { useTranslation } from 'react-i18next';
import { savedBoards } from '../session/device.ts';
import { useSession } from '../session/hooks.ts';
import { boardLink } from '../session/links.ts';

/** The quiet zone around the code that scanners need, in modules (ISO/IEC 18004). */
const QUIET_ZONE = 3;

/** The way in for everybody in the room; nothing where this device does not know the participant link. */
export function JoinCode() {
  const { t } = useTranslation('screen');
  const { board } = useSession();
  const secret = savedBoards()[board]?.links.participant;
  if (!secret) return null;
  return (
    <figure className="screen-join">
      <QRCodeSVG value={boardLink(board, secret)} size={220} marginSize={QUIET_ZONE} title={t('join.code')} />
      <figcaption>
        <b>{t('join.title')}</b>
        <span>{t('join.how')}</span>
        <code>{location.host}</code>
      </figcaption>
    </figure>
  );
}
