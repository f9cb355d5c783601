import './sites.css';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useId, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { SITE_LIMITS, TEXT_LIMITS } from '../../shared/protocol/limits.ts';
import type { StageSite } from '../../shared/stage/document.ts';
import { addSite, editSite, removeSite } from '../../shared/stage/sites.ts';
import { useLanguage } from '../i18n/index.ts';
import { useSession, useStage } from '../session/hooks.ts';
import { FormEnd } from '../structure/FormEnd.tsx';
import { announce } from '../ui/announce.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/TextField.tsx';
import { emptyFields, showErrors } from '../ui/validate.ts';
import { languageName, SPOKEN } from './languages.ts';
import { SiteMark } from './SiteMark.tsx';
import { useSiteFacts } from './useSiteFacts.ts';

/** For facilitators: the places that take part, with what is said of each. */
export function SitesDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const { t } = useTranslation('sites');
  const [edited, setEdited] = useState<{ site?: StageSite } | null>(null);
  const change = (next: boolean) => {
    setEdited(null);
    onOpenChange(next);
  };
  const title = edited === null ? t('dialog.title') : t(edited.site ? 'form.title' : 'form.new');
  return (
    <Dialog open={open} onOpenChange={change} title={title} {...(edited === null && { description: t('dialog.lead') })}>
      {edited === null ? (
        <SiteList onEdit={(site) => setEdited(site ? { site } : {})} />
      ) : (
        <SiteForm {...(edited.site && { site: edited.site })} onDone={() => setEdited(null)} />
      )}
    </Dialog>
  );
}

function SiteList({ onEdit }: { onEdit: (site?: StageSite) => void }) {
  const { t } = useTranslation('sites');
  const { stageDoc } = useSession();
  const { sites, participants } = useStage();
  const facts = useSiteFacts();
  const peopled = new Set([...participants.values()].flatMap(({ site, removed }) => (removed ? [] : [site])));
  return (
    <div className="structure">
      {sites.size === 0 ? (
        <p className="field-hint">{t('dialog.none')}</p>
      ) : (
        <ul className="sites-list">
          {[...sites.values()].map((site) => (
            <li key={site.id} className="structure-row">
              <span className="sites-name">
                <SiteMark site={site} size={22} />
                <span>
                  {site.name}
                  <small>{facts(site)}</small>
                </span>
              </span>
              <span className="structure-acts">
                <IconButton label={t('dialog.edit', { name: site.name })} onClick={() => onEdit(site)}>
                  <Pencil aria-hidden size={17} />
                </IconButton>
                {!peopled.has(site.id) && (
                  <IconButton
                    label={t('dialog.remove', { name: site.name })}
                    onClick={() => {
                      removeSite(stageDoc, site.id);
                      announce(t('dialog.removed', { name: site.name }));
                    }}
                  >
                    <Trash2 aria-hidden size={17} />
                  </IconButton>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button size="small" icon={<Plus aria-hidden size={17} />} onClick={() => onEdit()}>
          {t('dialog.add')}
        </Button>
      </div>
    </div>
  );
}

/** What is said of a site. Only what is changed here is written. */
function SiteForm({ site, onDone }: { site?: StageSite; onDone: () => void }) {
  const { t } = useTranslation(['sites', 'common']);
  const [reader] = useLanguage();
  const { stageDoc } = useSession();
  const select = useId();
  const [was] = useState({ name: site?.name ?? '', country: site?.country ?? '', language: site?.language ?? '', headcount: String(site?.headcount || '') });
  const [now, setNow] = useState(was);
  const [missing, setMissing] = useState(false);
  const languages = [...new Set([...SPOKEN, ...(was.language ? [was.language] : [])])]
    .map((tag) => ({ tag, name: languageName(tag, reader) }))
    .sort((a, b) => a.name.localeCompare(b.name, reader));
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const empty = emptyFields({ name: now.name }).length > 0;
    showErrors(event.currentTarget, () => setMissing(empty));
    if (empty) return;
    const wishes = {
      ...(now.name !== was.name && { name: now.name }),
      ...(now.country !== was.country && { country: now.country }),
      ...(now.language !== was.language && { language: now.language }),
      ...(now.headcount !== was.headcount && { headcount: Number(now.headcount) }),
    };
    if (site) editSite(stageDoc, site.id, wishes);
    else addSite(stageDoc, { ...wishes, name: now.name });
    onDone();
  };
  return (
    <form className="structure-form" noValidate onSubmit={submit}>
      <TextField
        label={t('form.name')}
        error={missing ? t('missing', { ns: 'common' }) : undefined}
        value={now.name}
        onChange={(event) => setNow({ ...now, name: event.target.value })}
        maxLength={TEXT_LIMITS.site}
        autoComplete="off"
        required
      />
      <TextField
        label={t('form.country')}
        value={now.country}
        onChange={(event) => setNow({ ...now, country: event.target.value })}
        maxLength={SITE_LIMITS.country}
        autoComplete="off"
      />
      <div className="field">
        <label htmlFor={select}>{t('form.language')}</label>
        <select id={select} className="input" value={now.language} onChange={(event) => setNow({ ...now, language: event.target.value })}>
          <option value="">{t('form.noLanguage')}</option>
          {languages.map(({ tag, name }) => (
            <option key={tag} value={tag}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <TextField
        label={t('form.headcount')}
        hint={t('form.headcountHint')}
        type="number"
        inputMode="numeric"
        min={0}
        max={SITE_LIMITS.headcount}
        value={now.headcount}
        onChange={(event) => setNow({ ...now, headcount: event.target.value })}
      />
      <FormEnd submit={site ? t('save', { ns: 'common' }) : t('form.add')} onDone={onDone} />
    </form>
  );
}
