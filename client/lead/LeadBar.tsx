import { Navigation, Pointer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { mayFacilitate } from '../../shared/protocol/roles.ts';
import { pointAt, setLeader } from '../../shared/stage/lead.ts';
import { useFinding } from '../finding/finding.ts';
import { useNote, useRole, useSession, useStage } from '../session/hooks.ts';
import { announce } from '../ui/announce.tsx';
import { Bar } from '../ui/Bar.tsx';
import { Button } from '../ui/Button.tsx';
import { excerpt } from '../ui/excerpt.ts';
import { useFollowing } from './useFollowing.ts';

/** Says who leads and which note is pointed at, with the way out of both. */
export function LeadBar() {
  const following = useFollowing();
  const { lead } = useStage();
  return (
    <>
      {lead.leader !== null && <LeaderLine leader={lead.leader} {...following} />}
      {lead.spotlight && <SpotLine note={lead.spotlight.note} by={lead.spotlight.by} />}
    </>
  );
}

function LeaderLine({ leader, follows, follow, leave }: { leader: string } & ReturnType<typeof useFollowing>) {
  const { t } = useTranslation('lead');
  const { stageDoc, participant } = useSession();
  const { participants } = useStage();
  const name = participants.get(leader)?.name ?? '';
  const own = leader === participant;
  const end = () => {
    if (own) setLeader(stageDoc, null);
    else if (follows) leave();
    else follow();
    announce(t(own ? 'follow.ended' : follows ? 'follow.left' : 'follow.follows', { name }));
  };
  return (
    <Bar className="board-banner board-news">
      <Navigation aria-hidden size={17} />
      <p>{t(own ? 'follow.own' : follows ? 'follow.follows' : 'follow.leads', { name })}</p>
      <Button size="small" onClick={end}>
        {t(own ? 'follow.end' : follows ? 'follow.leave' : 'follow.again')}
      </Button>
    </Bar>
  );
}

function SpotLine({ note: id, by }: { note: string; by: string }) {
  const { t } = useTranslation('lead');
  const { stageDoc, participant } = useSession();
  const { participants } = useStage();
  const role = useRole();
  const note = useNote(id);
  const finding = useFinding();
  if (!note) return null;
  return (
    <Bar className="board-banner board-news">
      <Pointer aria-hidden size={17} />
      <p>{t('point.news', { name: participants.get(by)?.name ?? '', text: excerpt(note.text) })}</p>
      <Button size="small" onClick={() => finding.goTo(id, true)}>
        {t('point.show')}
      </Button>
      {mayFacilitate(role) && (
        <Button size="small" onClick={() => pointAt(stageDoc, participant ?? '', null)}>
          {t('point.end')}
        </Button>
      )}
    </Bar>
  );
}
