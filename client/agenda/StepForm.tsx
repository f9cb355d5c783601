import { useId, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../../shared/languages.ts';
import { AGENDA_LIMITS } from '../../shared/protocol/limits.ts';
import { currentStep, stepTexts } from '../../shared/stage/agenda.ts';
import { addStep, editStep } from '../../shared/stage/edit-agenda.ts';
import { ALLOWED_BY_KIND, STEP_KINDS, WRITING, type StepKind, type Writing } from '../../shared/stage/steps.ts';
import { useLanguage } from '../i18n/index.ts';
import { useSession, useStage } from '../session/hooks.ts';
import { FormEnd } from '../structure/FormEnd.tsx';
import { Checkbox, Choice } from '../ui/Choice.tsx';
import { TextArea, TextField } from '../ui/TextField.tsx';
import { StepIcon } from './StepIcon.tsx';

const USUAL_MINUTES = 10;

/** A step's kind, name, minutes, instruction in each language, and what is allowed in it. Only what is changed here is written. */
export function StepForm({ id, onDone }: { id?: string; onDone: () => void }) {
  const { t } = useTranslation(['agenda', 'common']);
  const [language] = useLanguage();
  const { stageDoc } = useSession();
  const { agenda } = useStage();
  const [was] = useState(() => agenda.steps.find((step) => step.id === id));
  const [kind, setKind] = useState<StepKind>(was?.kind ?? 'gather');
  const [title, setTitle] = useState(was?.title ?? '');
  const [minutes, setMinutes] = useState(String(was?.minutes ?? USUAL_MINUTES));
  const [instructions, setInstructions] = useState<Partial<Record<Language, string>>>(was?.instructions ?? {});
  const [allowed, setAllowed] = useState(was?.allowed ?? ALLOWED_BY_KIND.gather);
  const usual = (inLanguage: Language) => stepTexts({ kind, instructions: {} }, inLanguage);

  const choose = (next: StepKind) => {
    setKind(next);
    setAllowed(ALLOWED_BY_KIND[next]);
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const wanted = { kind, title, minutes: Number(minutes), instructions, ...allowed };
    if (was) {
      const changed = Object.fromEntries(
        Object.entries(instructions).filter(([tag, text]) => text !== (was.instructions[tag as Language] ?? '')),
      );
      editStep(stageDoc, was.id, {
        ...(kind !== was.kind && { kind }),
        ...(title !== (was.title ?? '') && { title }),
        ...(wanted.minutes !== was.minutes && { minutes: wanted.minutes }),
        instructions: changed,
        ...((kind !== was.kind || allowed.notes !== was.allowed.notes) && { notes: allowed.notes }),
        ...((kind !== was.kind || allowed.voting !== was.allowed.voting) && { voting: allowed.voting }),
      });
    } else {
      stageDoc.transact(() => {
        // What is added on the way is meant for next.
        const now = currentStep(agenda);
        const made = addStep(stageDoc, wanted, now ? agenda.steps.indexOf(now) + 1 : undefined);
        if (made !== null) editStep(stageDoc, made, wanted);
      });
    }
    onDone();
  };

  return (
    <form className="structure-form" noValidate onSubmit={submit}>
      <KindChoice value={kind} language={language} onChange={choose} />
      <TextField
        label={t('form.name')}
        hint={t('form.nameHint')}
        placeholder={usual(language).title}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
        maxLength={AGENDA_LIMITS.title}
        autoComplete="off"
      />
      <div className="agenda-minutes">
        <TextField
          label={t('form.minutes')}
          type="number"
          inputMode="numeric"
          min={0}
          max={AGENDA_LIMITS.minutes}
          value={minutes}
          onChange={(event) => setMinutes(event.target.value)}
        />
      </div>
      {LANGUAGES.map((tag) => (
        <TextArea
          key={tag}
          label={t('form.instruction', { language: LANGUAGE_NAMES[tag] })}
          {...(tag === LANGUAGES[0] && { hint: t('form.instructionHint') })}
          lang={tag}
          placeholder={usual(tag).instruction}
          value={instructions[tag] ?? ''}
          onChange={(event) => setInstructions({ ...instructions, [tag]: event.target.value })}
          maxLength={AGENDA_LIMITS.instruction}
          rows={3}
        />
      ))}
      <Choice
        legend={t('form.writing')}
        value={allowed.notes}
        options={WRITING.map((value: Writing) => ({ value, label: t(`form.writes.${value}`) }))}
        onChange={(notes) => setAllowed({ ...allowed, notes })}
      />
      <Checkbox label={t('form.voting')} checked={allowed.voting} onChange={(voting) => setAllowed({ ...allowed, voting })} />
      <FormEnd submit={was ? t('save', { ns: 'common' }) : t('form.add')} onDone={onDone} />
    </form>
  );
}

function KindChoice({ value, language, onChange }: { value: StepKind; language: Language; onChange: (kind: StepKind) => void }) {
  const { t } = useTranslation('agenda');
  const name = useId();
  return (
    <fieldset className="agenda-kinds">
      <legend>{t('form.kind')}</legend>
      {STEP_KINDS.map((kind) => (
        <label key={kind} className="agenda-kind">
          <input type="radio" className="visually-hidden" name={name} value={kind} checked={kind === value} onChange={() => onChange(kind)} />
          <StepIcon kind={kind} size={18} />
          {stepTexts({ kind, instructions: {} }, language).title}
        </label>
      ))}
    </fieldset>
  );
}
