import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { columnKey } from '../../shared/board/layout.ts';
import { ROUND_LIMITS } from '../../shared/protocol/limits.ts';
import { peopledSites } from '../../shared/stage/document.ts';
import { takeVotes } from '../../shared/stage/edit-agenda.ts';
import { ROUND_ITEMS, type RoundTerms } from '../../shared/stage/rounds.ts';
import { approachTexts } from '../../shared/stage/texts.ts';
import { useLanguage } from '../i18n/index.ts';
import { api } from '../session/api.ts';
import { useSession, useStage } from '../session/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox, Choice } from '../ui/Choice.tsx';
import { FailureLine } from '../ui/FailureLine.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useColumnName } from '../ui/useColumnName.ts';
import { useRequest } from '../ui/useRequest.ts';
import { emptyFields, showErrors } from '../ui/validate.ts';
import { useTakesVotes } from './hooks.ts';

/** What a facilitator says to begin a round: usual values stand there, so that a question is enough. */
export function StartRound({ onStarted, onBack }: { onStarted: () => void; onBack: () => void }) {
  const { t } = useTranslation(['votes', 'common']);
  const { board, token, stageDoc } = useSession();
  const stage = useStage();
  const takesVotes = useTakesVotes();
  const [question, setQuestion] = useState(() => t('start.usual'));
  const [on, setOn] = useState<RoundTerms['on']>('notes');
  const [votes, setVotes] = useState(3);
  const [most, setMost] = useState(1);
  const [secret, setSecret] = useState<'secret' | 'open'>('secret');
  const [facilitators, setFacilitators] = useState(false);
  const places = usePlaces();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const sites = peopledSites(stage);
  const [away, setAway] = useState<ReadonlySet<string>>(new Set());
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const request = useRequest();
  const chosenPlaces = places.filter(({ key }) => !left.has(key));
  const chosenSites = sites.filter(({ id }) => !away.has(id));

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const missing: string[] = [
      ...emptyFields({ question }),
      ...(inRange(votes) ? [] : ['votes']),
      ...(inRange(most) && most <= votes ? [] : ['most']),
      ...(chosenPlaces.length > 0 ? [] : ['places']),
      ...(chosenSites.length > 0 ? [] : ['sites']),
    ];
    showErrors(event.currentTarget, () => setWrong(missing));
    if (missing.length > 0) return;
    void request.run(async () => {
      const columns = left.size === 0 ? [] : chosenPlaces.map(({ key }) => key);
      const terms = { question: question.trim(), on, votes, most, secret: secret === 'secret', facilitators, columns, sites: away.size === 0 ? [] : chosenSites.map(({ id }) => id) };
      // Whoever starts a vote wants it to go on now, also in a step that was meant for something else.
      takeVotes(stageDoc);
      await api.openRound(board, terms, token);
      onStarted();
    });
  };

  return (
    <form className="round-form" noValidate onSubmit={submit}>
      <TextField
        label={t('start.question')}
        error={wrong.includes('question') ? t('common:missing') : undefined}
        value={question}
        onChange={(event) => setQuestion(event.target.value)}
        maxLength={ROUND_LIMITS.question}
        autoComplete="off"
        required
        data-first
      />
      <div className="round-form-numbers">
        <NumberField label={t('start.votes')} value={votes} onChange={setVotes} error={wrong.includes('votes') ? t('start.range', { max: ROUND_LIMITS.votes }) : undefined} />
        <NumberField label={t('start.most')} value={most} onChange={setMost} error={wrong.includes('most') ? t('start.mostWrong') : undefined} />
      </div>
      <Choice legend={t('start.on.label')} value={on} onChange={setOn} options={ROUND_ITEMS.map((value) => ({ value, label: t(`start.on.${value}`) }))} />
      <Choice
        legend={t('start.secrecy.label')}
        value={secret}
        onChange={setSecret}
        options={(['secret', 'open'] as const).map((value) => ({ value, label: t(`start.secrecy.${value}`), hint: t(`start.secrecy.${value}Hint`) }))}
      />
      <Several legend={t('start.places')} error={wrong.includes('places') ? t('start.chooseOne') : undefined} options={places.map(({ key, name }) => ({ id: key, name }))} out={left} onChange={setLeft} />
      {sites.length > 1 && <Several legend={t('start.sites')} error={wrong.includes('sites') ? t('start.chooseOne') : undefined} options={sites} out={away} onChange={setAway} />}
      <Checkbox label={t('start.facilitators')} checked={facilitators} onChange={setFacilitators} />
      {!takesVotes && <p className="field-hint">{t('start.takesNone')}</p>}
      <FailureLine failure={request.failure} />
      <div className="dialog-actions">
        <Button onClick={onBack}>{t('common:cancel')}</Button>
        <Button type="submit" variant="primary" aria-disabled={request.busy}>
          {t('start.begin')}
        </Button>
      </div>
    </form>
  );
}

function inRange(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= ROUND_LIMITS.votes;
}

/** Every column of the board by name, with its approach where there are several. */
function usePlaces(): { key: string; name: string }[] {
  const { t } = useTranslation('columns');
  const { approaches } = useStage();
  const [language] = useLanguage();
  const columnName = useColumnName();
  return approaches.flatMap((approach) =>
    approach.columns.map((column) => {
      const name = columnName(column);
      return {
        key: columnKey(approach.id, column.id),
        name: approaches.length > 1 ? t('place', { column: name, approach: approachTexts(approach, language).title }) : name,
      };
    }),
  );
}

function NumberField({ label, value, onChange, error }: { label: string; value: number; onChange: (value: number) => void; error: string | undefined }) {
  return (
    <TextField
      type="number"
      inputMode="numeric"
      label={label}
      error={error}
      min={1}
      max={ROUND_LIMITS.votes}
      value={Number.isNaN(value) ? '' : value}
      onChange={(event) => onChange(event.target.valueAsNumber)}
      required
    />
  );
}

interface SeveralProps {
  legend: string;
  error: string | undefined;
  options: readonly { id: string; name: string }[];
  /** Those that are not chosen. */
  out: ReadonlySet<string>;
  onChange: (out: ReadonlySet<string>) => void;
}

/** Check boxes that are all ticked to begin with, folded away until somebody wants fewer. */
function Several({ legend, error, options, out, onChange }: SeveralProps) {
  const { t } = useTranslation('votes');
  const chosen = options.length - options.filter(({ id }) => out.has(id)).length;
  return (
    <details className="round-several">
      <summary>
        {legend}: {out.size === 0 ? t('start.all') : t('start.some', { chosen, all: options.length })}
      </summary>
      <fieldset>
        <legend className="visually-hidden">{legend}</legend>
        {options.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            checked={!out.has(id)}
            onChange={(checked) => {
              const next = new Set(out);
              if (checked) next.delete(id);
              else next.add(id);
              onChange(next);
            }}
          />
        ))}
      </fieldset>
      {error && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
    </details>
  );
}
