import { CalendarClock, CircleParking, Eye, Hand, Magnet, Navigation, NavigationOff, Presentation, Snowflake } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { addParkingLot, PARKING } from '../../shared/stage/edit-structure.ts';
import { bringEveryone, setLeader } from '../../shared/stage/lead.ts';
import { useFinding } from '../finding/finding.ts';
import { useLanguage } from '../i18n/index.ts';
import { addPublicNote } from '../session/acts.ts';
import { useSession, useStage } from '../session/hooks.ts';
import { announce } from '../ui/announce.tsx';
import { IconButton } from '../ui/Button.tsx';
import { Menu, MenuItem, MenuSeparator } from '../ui/Menu.tsx';
import { ICEBREAKERS } from './icebreakers.ts';
import { publicSight } from './public-sight.ts';

/** For facilitators: leads everybody's eyes, shows the board as they see it, and on the room's big screen. */
export function LeadMenu({ onOpen }: { onOpen: (dialog: 'poll' | 'collecting') => void }) {
  const { t } = useTranslation('lead');
  const session = useSession();
  const [language] = useLanguage();
  const { lead, approaches } = useStage();
  const { guide, goTo } = useFinding();
  const { stageDoc, participant } = session;
  const leads = lead.leader === participant;
  const bring = () => {
    const sight = publicSight(session, guide.get()?.sight());
    if (!sight || participant === null) return;
    bringEveryone(stageDoc, participant, sight);
    announce(t('call.done'));
  };
  const parked = approaches.some(({ id }) => id === PARKING);
  const breakTheIce = () => {
    const [approach] = approaches;
    const column = approach?.columns[0];
    const questions = ICEBREAKERS[language];
    const text = questions[Math.floor(Math.random() * questions.length)]!;
    const place = approach && column ? { approach: approach.id, column: column.id, index: 0 } : { x: 0, y: 0 };
    const id = addPublicNote(session, place, text, language, 'lilac');
    goTo(id, false);
    announce(t('icebreaker.done', { text }));
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
      <MenuItem icon={<Hand aria-hidden size={18} />} onSelect={() => onOpen('poll')}>
        {t('ask')}
      </MenuItem>
      <MenuItem icon={<Snowflake aria-hidden size={18} />} onSelect={breakTheIce}>
        {t('icebreaker.do')}
      </MenuItem>
      {!parked && (
        <MenuItem
          icon={<CircleParking aria-hidden size={18} />}
          onSelect={() => {
            addParkingLot(stageDoc);
            announce(t('parking.done'));
          }}
        >
          {t('parking.do')}
        </MenuItem>
      )}
      <MenuItem icon={<CalendarClock aria-hidden size={18} />} onSelect={() => onOpen('collecting')}>
        {t('collect')}
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
