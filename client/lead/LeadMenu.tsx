import { Eye, Magnet, Navigation, NavigationOff, Presentation } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { bringEveryone, setLeader } from '../../shared/stage/lead.ts';
import { useFinding } from '../finding/finding.ts';
import { useSession, useStage } from '../session/hooks.ts';
import { announce } from '../ui/announce.tsx';
import { IconButton } from '../ui/Button.tsx';
import { Menu, MenuItem, MenuSeparator } from '../ui/Menu.tsx';

/** For facilitators: leads everybody's eyes, shows the board as they see it, and on the room's big screen. */
export function LeadMenu() {
  const { t } = useTranslation('lead');
  const session = useSession();
  const { lead } = useStage();
  const { guide } = useFinding();
  const { stageDoc, participant } = session;
  const leads = lead.leader === participant;
  const bring = () => {
    const sight = guide.get()?.sight();
    if (!sight || participant === null) return;
    bringEveryone(stageDoc, participant, sight);
    announce(t('call.done'));
  };
  const toggle = () => {
    setLeader(stageDoc, leads ? null : participant);
    announce(t(leads ? 'follow.ended' : 'follow.own'));
  };
  return (
    <Menu
      trigger={
        <IconButton label={t('menu')}>
          <Navigation aria-hidden size={20} />
        </IconButton>
      }
    >
      <MenuItem icon={<Magnet aria-hidden size={18} />} onSelect={bring}>
        {t('call.do')}
      </MenuItem>
      <MenuItem icon={leads ? <NavigationOff aria-hidden size={18} /> : <Navigation aria-hidden size={18} />} onSelect={toggle}>
        {t(leads ? 'follow.end' : 'follow.do')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<Eye aria-hidden size={18} />} onSelect={() => session.pretend(true)}>
        {t('pretend.do')}
      </MenuItem>
      <MenuItem icon={<Presentation aria-hidden size={18} />} onSelect={() => window.open(`/screen/${session.board}`, '_blank', 'noopener')}>
        {t('screen')}
      </MenuItem>
    </Menu>
  );
}
