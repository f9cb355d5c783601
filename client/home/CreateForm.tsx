import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { TEXT_LIMITS } from '../../shared/protocol/limits.ts';
import type { TemplateId } from '../../shared/templates/index.ts';
import { useLanguage } from '../i18n/index.ts';
import { api } from '../session/api.ts';
import { saveLinks, saveTitle } from '../session/device.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { FailureLine } from '../ui/FailureLine.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useRequest } from '../ui/useRequest.ts';
import { emptyFields, showErrors } from '../ui/validate.ts';
import { TemplateChoice } from './TemplateChoice.tsx';

/** Starts a board from a template; its links are kept on this device before anything else happens. */
export function CreateForm({ onCreated }: { onCreated: (board: string) => void }) {
  const { t } = useTranslation(['home', 'common']);
  const [language] = useLanguage();
  const [template, setTemplate] = useState<TemplateId>('partnership');
  const [title, setTitle] = useState('');
  const [workshop, setWorkshop] = useState('');
  const [signed, setSigned] = useState<'named' | 'anonymous'>('named');
  const [wrong, setWrong] = useState<string[]>([]);
  const request = useRequest();
  const error = (field: string) => (wrong.includes(field) ? t('common:missing') : undefined);

  const create = async () => {
    const texts = { title: title.trim(), workshop: workshop.trim() };
    const { board, links } = await api.createBoard({ template, language, ...texts, anonymous: signed === 'anonymous' });
    saveLinks(board, links);
    saveTitle(board, texts.title, texts.workshop);
    onCreated(board);
  };

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const empty = emptyFields({ title, workshop });
    showErrors(event.currentTarget, () => setWrong(empty));
    if (empty.length === 0) void request.run(create);
  };

  return (
    <form className="home-create" noValidate onSubmit={submit} aria-labelledby="create-title">
      <h2 id="create-title">{t('create.title')}</h2>
      <TemplateChoice value={template} onChange={setTemplate} />
      <div className="home-create-fields">
        <TextField
          label={t('create.name')}
          hint={t('create.nameHint')}
          error={error('title')}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
          maxLength={TEXT_LIMITS.title}
          autoComplete="off"
          required
        />
        <TextField
          label={t('create.workshop')}
          hint={t('create.workshopHint')}
          error={error('workshop')}
          value={workshop}
          onChange={(event) => setWorkshop(event.target.value)}
          maxLength={TEXT_LIMITS.workshop}
          autoComplete="off"
          required
        />
      </div>
      <Choice
        legend={t('create.signed.label')}
        value={signed}
        onChange={setSigned}
        options={(['named', 'anonymous'] as const).map((value) => ({ value, label: t(`create.signed.${value}`), hint: t(`create.signed.${value}Hint`) }))}
      />
      <FailureLine failure={request.failure} />
      <Button type="submit" variant="primary" className="home-create-submit" aria-disabled={request.busy}>
        {request.busy ? t('create.busy') : t('create.submit')}
      </Button>
    </form>
  );
}
