import { CloudOff, Pointer, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { currentStep, stepTexts } from '../../shared/stage/agenda.ts';
import type { StageMeta } from '../../shared/stage/document.ts';
import { countAnswers } from '../../shared/stage/polls.ts';
import { StepIcon } from '../agenda/StepIcon.tsx';
import { useAgendaNews } from '../agenda/useAgendaNews.ts';
import { useTimerFace } from '../agenda/useTimerFace.ts';
import { useAnswers } from '../polls/answers.ts';
import { useLanguage } from '../i18n/index.ts';
import { useNote, usePeople, useStage } from '../session/hooks.ts';
import { SiteMark } from '../sites/SiteMark.tsx';
import { Logo } from '../ui/Logo.tsx';
import { JoinCode } from './JoinCode.tsx';
import { LatestNotes } from './LatestNotes.tsx';
import { NoteSlip } from './NoteSlip.tsx';
import { OpenVote, useShownCount, VoteCount } from './ScreenVote.tsx';

/** For the projector of a room: what is to be done, how long, how to join, the notes as they arrive, and what a vote came to. */
export function BigScreen({ meta, offline }: { meta: StageMeta; offline: boolean }) {
  const { t } = useTranslation('screen');
  const { agenda, lead } = useStage();
  const count = useShownCount();
  useAgendaNews();
  return (
    <div className="screen">
      <header className="screen-head">
        <Logo size={44} />
        <div>
          <h1>{meta.title}</h1>
          <p>{meta.workshop}</p>
        </div>
        {offline && (
          <p className="screen-offline" role="status">
            <CloudOff aria-hidden size={28} />
            {t('offline')}
          </p>
        )}
        <Here />
      </header>
      <main className="screen-main" id="content">
        <div className="screen-side" data-waiting={agenda.current === null || undefined}>
          <StepNow />
          <Clock />
          <Poll />
          <OpenVote />
          <JoinCode />
        </div>
        {lead.spotlight ? <Spotlight note={lead.spotlight.note} by={lead.spotlight.by} /> : count ? <VoteCount round={count} /> : <LatestNotes />}
      </main>
    </div>
  );
}

function StepNow() {
  const { t } = useTranslation('agenda');
  const [language] = useLanguage();
  const { agenda } = useStage();
  const step = currentStep(agenda);
  if (!step) return null;
  const { title, instruction } = stepTexts(step, language);
  const number = agenda.steps.indexOf(step) + 1;
  return (
    <section className="screen-step">
      <p className="screen-place">{t('place', { number, count: agenda.steps.length })}</p>
      <h2>
        <span className="screen-sign">
          <StepIcon kind={step.kind} size={44} />
        </span>
        {title}
      </h2>
      <p className="screen-instruction">{instruction}</p>
    </section>
  );
}

function Clock() {
  const { t } = useTranslation('agenda');
  const face = useTimerFace();
  if (!face) return null;
  const { time, tone } = face;
  return (
    <div className="screen-clock" data-tone={tone} role="timer" aria-label={t('timer.label')}>
      <span>{time}</span>
      {tone === 'over' && <p>{t('timer.over')}</p>}
    </div>
  );
}

/** The question that is before everybody, and how many give which answer. */
function Poll() {
  const { t } = useTranslation('polls');
  const { poll } = useStage();
  const answers = useAnswers(poll?.id ?? '');
  if (!poll) return null;
  const counts = poll.result ?? countAnswers(poll, answers);
  const most = Math.max(1, ...counts);
  return (
    <section className="screen-poll">
      <h2>{poll.question || t(`kinds.${poll.kind}`)}</h2>
      <ul>
        {poll.options.map((option, index) => (
          <li key={option}>
            <span>{poll.kind === 'yes-no' ? t(option === 'yes' ? 'yes' : 'no') : option}</span>
            <span className="screen-bar" aria-hidden>
              <span style={{ width: `${(counts[index]! / most) * 100}%` }} />
            </span>
            <b>{counts[index]}</b>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who is here, by site. */
function Here() {
  const { t } = useTranslation('screen');
  const { sites } = useStage();
  const people = usePeople().filter(({ participant }) => participant !== null);
  const counts = [...sites.values()].flatMap((site) => {
    const count = people.filter(({ siteId }) => siteId === site.id).length;
    return count > 0 ? [{ site, count }] : [];
  });
  return (
    <ul className="screen-here" aria-label={t('here')}>
      {counts.map(({ site, count }) => (
        <li key={site.id}>
          <SiteMark site={site} size={26} />
          {site.name}
          <b>{count}</b>
        </li>
      ))}
      {counts.length === 0 && (
        <li>
          <Users aria-hidden size={26} />
          {t('nobody')}
        </li>
      )}
    </ul>
  );
}

function Spotlight({ note: id, by }: { note: string; by: string }) {
  const { t } = useTranslation('screen');
  const { participants } = useStage();
  const note = useNote(id);
  if (!note) return <LatestNotes />;
  return (
    <section className="screen-spot">
      <p>
        <Pointer aria-hidden size={28} />
        {t('spot', { name: participants.get(by)?.name ?? '' })}
      </p>
      <NoteSlip note={note} />
    </section>
  );
}
