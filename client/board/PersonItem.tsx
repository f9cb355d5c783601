import { BookOpen, Ellipsis, Megaphone, UserMinus, UserRound, UserRoundKey } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { mayFacilitate } from '../../shared/protocol/roles.ts';
import { setReadsOnly } from '../../shared/stage/readers.ts';
import { setScribe } from '../../shared/stage/scribes.ts';
import { useLanguage } from '../i18n/index.ts';
import { api } from '../session/api.ts';
import { useSession, useStage, type Person } from '../session/hooks.ts';
import { languageName } from '../sites/languages.ts';
import { announce } from '../ui/announce.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import { FailureLine } from '../ui/FailureLine.tsx';
import { focusNow } from '../ui/focus.ts';
import { Menu, MenuItem } from '../ui/Menu.tsx';
import { useRequest } from '../ui/useRequest.ts';
import { Face } from './Face.tsx';
import type { Held, Places } from './held-places.ts';

interface PersonItemProps {
  person: Person;
  /** The part of the list the row stands in. */
  part: keyof Places;
  /** Keeps the row in its place while something is being done about the person; returns how to let go. */
  hold: (held: Held) => () => void;
  /** Whether they are ready with the step that is now. */
  ready: boolean;
}

/** One person in the list; for facilitators with what they can do about their part in the board. */
export function PersonItem({ person, part, hold, ready }: PersonItemProps) {
  const { t } = useTranslation(['board', 'sites', 'common']);
  const [reader] = useLanguage();
  const session = useSession();
  const { scribes, readers, sites } = useStage();
  const request = useRequest();
  const item = useRef<HTMLLIElement>(null);
  const [doing, setDoing] = useState<'choosing' | 'asking' | null>(null);
  const asking = doing === 'asking';
  const { participant, name, site } = person;

  const busy = doing !== null || request.busy;
  useEffect(() => {
    if (busy && participant !== null) return hold({ participant, site, part });
  }, [busy, participant, site, part, hold]);

  const isScribe = scribes.has(participant ?? '');
  const reads = readers.has(participant ?? '');
  const about = [
    person.role === 'facilitator' && t('common:roles.facilitator'),
    isScribe && t('sites:people.scribe'),
    reads && t('sites:people.reads'),
    ready && t('sites:people.ready'),
    // Most read in the language of their site, which stands above them.
    person.language && person.language !== sites.get(person.siteId)?.language && languageName(person.language, reader),
  ]
    .filter(Boolean)
    .join(' · ');
  const toggleScribe = () => {
    setScribe(session.stageDoc, participant!, !isScribe);
    announce(t(isScribe ? 'sites:people.isOwn' : 'sites:people.isScribe', { name }));
  };
  const toggleReading = () => {
    setReadsOnly(session.stageDoc, participant!, !reads);
    announce(t(reads ? 'sites:people.nowWrites' : 'sites:people.nowReads', { name }));
  };

  const change = (role: 'facilitator' | 'participant') =>
    request.run(async () => {
      await api.changeRole(session.board, participant!, role, session.token);
      // One's own new role is told by the page itself.
      if (!person.self) announce(t(role === 'facilitator' ? 'people.isFacilitator' : 'people.isParticipant', { name }));
    });
  const remove = () =>
    request.run(async () => {
      // The row goes with the person: the focus goes on to the head of the list.
      const head = item.current?.closest('.board-people-list')?.querySelector('h2');
      await api.removeParticipant(session.board, participant!, session.token);
      setDoing(null);
      announce(t('people.removed', { name }));
      head?.focus();
    });
  const leave = () => {
    flushSync(() => setDoing(null));
    item.current?.querySelector('button')?.focus();
  };

  return (
    <li className="board-person" ref={item}>
      <div className="board-person-row">
        <Face person={person} />
        <span className="board-person-name">
          {person.self ? t('people.you', { name }) : name}
          {about && <em>{about}</em>}
        </span>
        {mayFacilitate(session.role) && participant !== null && !asking && (
          <Menu
            onOpenChange={(open) => setDoing((now) => (open ? 'choosing' : now === 'choosing' ? null : now))}
            trigger={
              <IconButton label={t('people.menu', { name })} className="board-person-menu">
                <Ellipsis aria-hidden size={18} />
              </IconButton>
            }
          >
            {person.role === 'facilitator' ? (
              <MenuItem icon={<UserRound aria-hidden size={17} />} onSelect={() => change('participant')}>
                {t('people.makeParticipant')}
              </MenuItem>
            ) : (
              <MenuItem icon={<UserRoundKey aria-hidden size={17} />} onSelect={() => change('facilitator')}>
                {t('people.makeFacilitator')}
              </MenuItem>
            )}
            {person.role === 'participant' && (
              <MenuItem icon={<Megaphone aria-hidden size={17} />} onSelect={toggleScribe}>
                {t(isScribe ? 'sites:people.makeOwn' : 'sites:people.makeScribe')}
              </MenuItem>
            )}
            {person.role === 'participant' && (
              <MenuItem icon={<BookOpen aria-hidden size={17} />} onSelect={toggleReading}>
                {t(reads ? 'sites:people.letWrite' : 'sites:people.letRead')}
              </MenuItem>
            )}
            {!person.self && (
              <MenuItem danger icon={<UserMinus aria-hidden size={17} />} onSelect={() => setDoing('asking')}>
                {t('people.remove')}
              </MenuItem>
            )}
          </Menu>
        )}
      </div>
      {asking && (
        <div className="board-person-ask">
          <p ref={focusNow} tabIndex={-1}>
            {t('people.confirm', { name })}
          </p>
          <div className="board-person-ways">
            <Button size="small" variant="danger" onClick={remove} aria-disabled={request.busy}>
              {t('people.confirmYes', { name })}
            </Button>
            <Button size="small" onClick={leave}>
              {t('common:cancel')}
            </Button>
          </div>
        </div>
      )}
      <FailureLine failure={request.failure} />
    </li>
  );
}
