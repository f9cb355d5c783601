import { Check, CircleDot, PenLine } from 'lucide-react';
import { useEffect, useId, useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../../shared/languages.ts';
import { textIn } from '../../shared/report/content.ts';
import { REPORT_NAMES, REPORT_TEXT_LIMIT, sameEdits, type ReportChoices, type ReportEdits } from '../../shared/report/edits.ts';
import { REPORT_ORDERS } from '../../shared/report/order.ts';
import { useLanguage } from '../i18n/index.ts';
import { api, errorKey } from '../session/api.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/Button.tsx';
import { Checkbox, Choice } from '../ui/Choice.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { FailureLine } from '../ui/FailureLine.tsx';
import { TextArea } from '../ui/TextField.tsx';
import { useColumnName } from '../ui/useColumnName.ts';
import { useRequest, type ErrorKey } from '../ui/useRequest.ts';

interface EditReportProps {
  board: string;
  snapshot: string;
  /** The facilitator's session. */
  token: string;
  onEdited: () => void;
}

/** Lets a facilitator say how the report of a snapshot is to be told. */
export function EditReport(props: EditReportProps) {
  const { t } = useTranslation('report');
  const [open, setOpen] = useState(false);
  const [asking, setAsking] = useState(false);
  // Read at the moment of closing: a key may come before the page has been drawn anew.
  const unsaved = useRef(false);
  const close = () => {
    setOpen(false);
    unsaved.current = false;
    setAsking(false);
  };
  // What somebody has written goes neither by a slip of the Escape key nor by a click beside the dialog.
  const wantToClose = () => (unsaved.current ? setAsking(true) : close());
  return (
    <>
      <Button size="small" icon={<PenLine aria-hidden size={18} />} onClick={() => setOpen(true)}>
        {t('edit.open')}
      </Button>
      <Dialog open={open} onOpenChange={wantToClose} title={t('edit.title')} description={t('edit.what')}>
        <Choices
          {...props}
          onEdited={() => {
            close();
            props.onEdited();
          }}
          onUnsaved={(next) => (unsaved.current = next)}
          asking={asking}
          onGoOn={() => setAsking(false)}
          onGiveUp={close}
        />
      </Dialog>
    </>
  );
}

interface ChoicesProps extends EditReportProps {
  onUnsaved: (unsaved: boolean) => void;
  /** Whether somebody wanted to close it who has edits that are not saved. */
  asking: boolean;
  onGoOn: () => void;
  onGiveUp: () => void;
}

/** Mounted as the dialog opens, so that it shows what others have chosen meanwhile. */
function Choices(props: ChoicesProps) {
  const { t } = useTranslation();
  const { board, snapshot, token } = props;
  const [choices, setChoices] = useState<ReportChoices | null>(null);
  const [failure, setFailure] = useState<ErrorKey | null>(null);
  useEffect(() => {
    let current = true;
    api.reportChoices(board, snapshot, token).then(
      (answer) => current && setChoices(answer),
      (error: unknown) => current && setFailure(errorKey(error)),
    );
    return () => {
      current = false;
    };
  }, [board, snapshot, token]);
  if (failure) return <FailureLine failure={failure} />;
  return choices ? <EditForm {...props} choices={choices} /> : <p>{t('loading')}</p>;
}

function EditForm({ board, snapshot, token, choices, onEdited, onUnsaved, asking, onGoOn, onGiveUp }: ChoicesProps & { choices: ReportChoices }) {
  const { t } = useTranslation(['report', 'common']);
  const [edits, setEdits] = useState(choices.edits);
  const request = useRequest();
  const change = (part: Partial<ReportEdits>) => {
    const next = { ...edits, ...part };
    setEdits(next);
    onUnsaved(!sameEdits(next, choices.edits));
  };
  const unsaved = !sameEdits(edits, choices.edits);
  useEffect(() => {
    if (!unsaved) return;
    const ask = (event: Event) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [unsaved]);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void request.run(async () => {
      await api.editReport(board, snapshot, edits, token);
      announce(t('edit.saved'));
      onEdited();
    });
  };
  const words = (field: 'introduction' | 'conclusions') => ({
    value: edits[field],
    rows: 5,
    maxLength: REPORT_TEXT_LIMIT,
    onChange: (event: { target: { value: string } }) => change({ [field]: event.target.value }),
  });
  return (
    <form className="report-edit" onSubmit={submit}>
      <TextArea label={t('edit.introduction')} hint={t('edit.introductionHint')} {...words('introduction')} />
      <TextArea label={t('edit.conclusions')} hint={t('edit.conclusionsHint')} {...words('conclusions')} />
      <Parts choices={choices} edits={edits} onChange={change} />
      <Sites sites={choices.sites} without={edits.withoutSites} onChange={(withoutSites) => change({ withoutSites })} />
      <Choice
        legend={t('edit.names')}
        value={edits.names}
        options={REPORT_NAMES.map((value) => ({ value, label: t(`edit.namesOf.${value}`) }))}
        onChange={(names) => change({ names })}
      />
      <Choice
        legend={t('edit.order')}
        value={edits.order}
        options={REPORT_ORDERS.map((value) => ({ value, label: t(`edit.orders.${value}`) }))}
        onChange={(order) => change({ order })}
      />
      <LanguageChoice value={edits.language} onChange={(language) => change({ language })} />
      <div className="dialog-actions report-edit-end">
        <FailureLine failure={request.failure} />
        {asking && unsaved ? (
          <Unsaved onGoOn={onGoOn} onGiveUp={onGiveUp} />
        ) : (
          <p className="report-edit-state" role="status">
            {unsaved ? <CircleDot aria-hidden size={18} /> : <Check aria-hidden size={18} />}
            {t(unsaved ? 'edit.unsaved' : 'edit.allSaved')}
          </p>
        )}
        <Button type="submit" variant="primary" aria-disabled={request.busy}>
          {request.busy ? t('edit.saving') : t('edit.save')}
        </Button>
      </div>
    </form>
  );
}

/** Asks whoever closes the dialog what is to become of what they have edited. */
function Unsaved({ onGoOn, onGiveUp }: Pick<ChoicesProps, 'onGoOn' | 'onGiveUp'>) {
  const { t } = useTranslation('report');
  const [before] = useState(() => document.activeElement as HTMLElement | null);
  const goOn = () => {
    onGoOn();
    before?.focus({ preventScroll: true });
  };
  return (
    <>
      <p className="report-edit-ask" ref={focusInPlace} tabIndex={-1}>
        {t('edit.ask')}
      </p>
      <Button onClick={goOn}>{t('edit.goOn')}</Button>
      <Button variant="danger" onClick={onGiveUp}>
        {t('edit.giveUp')}
      </Button>
    </>
  );
}

/** What is in sight stays so: the question stands over whatever somebody was at. */
function focusInPlace(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
}

/** Which approaches and columns are in the report; at least one approach stays. */
function Parts({ choices, edits, onChange }: { choices: ReportChoices; edits: ReportEdits; onChange: (part: Partial<ReportEdits>) => void }) {
  const { t } = useTranslation('report');
  const [language] = useLanguage();
  const columnName = useColumnName();
  const { withoutApproaches, withoutColumns } = edits;
  return (
    <fieldset className="report-edit-parts">
      <legend>{t('edit.parts')}</legend>
      {choices.approaches.map(({ id, titles, columns }) => {
        const title = textIn(titles, language) ?? id;
        const isIn = !withoutApproaches.includes(id);
        return (
          <div key={id} className="report-edit-approach">
            <Checkbox
              label={title}
              checked={isIn}
              onChange={(next) => onChange({ withoutApproaches: next ? withoutApproaches.filter((one) => one !== id) : [...withoutApproaches, id] })}
            />
            {isIn && (
              <fieldset className="report-edit-columns" aria-label={t('edit.columnsOf', { title })}>
                {columns.map((column) => {
                  const others = withoutColumns.filter((one) => one.approach !== id || one.column !== column.id);
                  return (
                    <Checkbox
                      key={column.id}
                      label={columnName(column)}
                      checked={others.length === withoutColumns.length}
                      onChange={(next) => onChange({ withoutColumns: next ? others : [...others, { approach: id, column: column.id }] })}
                    />
                  );
                })}
              </fieldset>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

/** Whose notes, comments and votes are in the report. */
function Sites({ sites, without, onChange }: { sites: readonly string[]; without: readonly string[]; onChange: (without: string[]) => void }) {
  const { t } = useTranslation('report');
  if (sites.length < 2) return null;
  return (
    <fieldset className="report-edit-parts">
      <legend>{t('edit.sites')}</legend>
      <div className="report-edit-sites">
        {sites.map((site) => (
          <Checkbox
            key={site}
            label={site || t('site.none')}
            checked={!without.includes(site)}
            onChange={(next) => onChange(next ? without.filter((one) => one !== site) : [...without, site])}
          />
        ))}
      </div>
    </fieldset>
  );
}

function LanguageChoice({ value, onChange }: { value: Language | null; onChange: (language: Language | null) => void }) {
  const { t } = useTranslation('report');
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t('edit.language')}</label>
      <select id={id} className="input" value={value ?? ''} onChange={(event) => onChange(LANGUAGES.find((one) => one === event.target.value) ?? null)}>
        <option value="">{t('edit.readersLanguage')}</option>
        {LANGUAGES.map((language) => (
          <option key={language} value={language} lang={language}>
            {LANGUAGE_NAMES[language]}
          </option>
        ))}
      </select>
    </div>
  );
}
