import { Megaphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { weightOf } from '../../shared/stage/scribes.ts';
import { useRoomVoice } from '../session/room-voice.ts';
import { useSession, useStage } from '../session/hooks.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/Button.tsx';

/** For a scribe: whether the next notes are the room's words or their own. */
export function RoomVoice() {
  const { t } = useTranslation('sites');
  const voice = useRoomVoice();
  const { participant } = useSession();
  const stage = useStage();
  if (!voice) return null;
  const { forRoom } = voice;
  const weight = weightOf(stage, participant ?? '');
  return (
    <Button
      size="small"
      className="sites-voice"
      aria-pressed={forRoom}
      title={t(forRoom ? 'voice.roomHint' : 'voice.ownHint')}
      icon={<Megaphone aria-hidden size={17} />}
      onClick={() => {
        voice.set(!forRoom);
        announce(t(forRoom ? 'voice.ownHint' : 'voice.roomHint'));
      }}
    >
      <span className="sites-voice-word">{t('voice.room')} </span>({weight})
    </Button>
  );
}
