import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { mixGroups, startBreakout, type BreakoutGroup } from '../../shared/stage/breakout.ts';
import { isMember, type Stage } from '../../shared/stage/document.ts';
import { useSession, useStage } from '../session/hooks.ts';
import { FormEnd } from '../structure/FormEnd.tsx';
import { useStructureActs } from '../structure/useStructureActs.ts';
import { announce } from '../ui/announce.tsx';
import { Choice } from '../ui/Choice.tsx';
import { TextField } from '../ui/TextField.tsx';

const MOST_GROUPS = 12;

/** For facilitators: sends the places, or mixed groups, to work on copies of an approach. */
export function BreakoutForm({ approach, onDone }: { approach: string; onDone: () => void }) {
  const { t } = useTranslation('breakout');
  const { stageDoc } = useSession();
  const stage = useStage();
  const acts = useStructureActs();
  const [by, setBy] = useState<'places' | 'mixed'>('places');
  const [count, setCount] = useState('3');
  const [full, setFull] = useState(false);
  const groups = by === 'places' ? groupsBySite(stage, t('others')) : mixed(stage, Number(count) || 1, (number) => t('group', { number }));
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (startBreakout(stageDoc, approach, groups).length === 0) return setFull(true);
    announce(t('started', { count: groups.length, name: acts.approachTitle(approach) }));
    onDone();
  };
  return (
    <form className="structure-form" noValidate onSubmit={submit}>
      <p className="field-hint">{t('lead')}</p>
      <Choice
        legend={t('by')}
        value={by}
        options={(['places', 'mixed'] as const).map((value) => ({ value, label: t(`ways.${value}`), hint: t(`hints.${value}`) }))}
        onChange={setBy}
      />
      {by === 'mixed' && (
        <TextField label={t('count')} type="number" inputMode="numeric" min={1} max={MOST_GROUPS} value={count} onChange={(event) => setCount(event.target.value)} />
      )}
      <ul className="field-hint">
        {groups.map(({ name, members }) => (
          <li key={name}>{t('members', { name, count: members.length })}</li>
        ))}
      </ul>
      {(full || groups.length === 0) && (
        <p className="field-error" role="alert">
          {t(groups.length === 0 ? 'nobody' : 'full')}
        </p>
      )}
      <FormEnd submit={t('start')} onDone={onDone} />
    </form>
  );
}

function peopleOf({ participants }: Stage) {
  return [...participants.values()]
    .filter((person) => person.role === 'participant' && isMember(person))
    .sort((a, b) => a.joinedAt - b.joinedAt || (a.id < b.id ? -1 : 1));
}

/** @param others what those are called together whose site is not on the list any more */
function groupsBySite(stage: Stage, others: string): BreakoutGroup[] {
  const people = peopleOf(stage);
  const from = (is: (site: string) => boolean) => people.filter(({ site }) => is(site)).map(({ id }) => id);
  const bySite = [...stage.sites.values()].map(({ id, name }): BreakoutGroup => ({ name, members: from((site) => site === id), site: id }));
  return [...bySite, { name: others, members: from((site) => !stage.sites.has(site)) }].filter(({ members }) => members.length > 0);
}

function mixed(stage: Stage, count: number, nameOf: (number: number) => string): BreakoutGroup[] {
  const people = peopleOf(stage);
  if (people.length === 0) return [];
  return mixGroups(people, Math.min(count, MOST_GROUPS)).map((members, index) => ({ name: nameOf(index + 1), members }));
}
