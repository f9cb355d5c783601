import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../shared/languages.ts';
import { boardPicture, buildReport, ReportDocument, reportCss, type SnapshotContent } from '../../shared/report/index.ts';
import { onlySite, sitesIn } from '../../shared/report/choose-sites.ts';
import { formatLanguage } from '../../shared/report/formats.ts';
import { useLanguage } from '../i18n/index.ts';
import { findSession } from '../session/device.ts';
import { RefusalPage } from '../ui/Failure.tsx';
import { useOwnFont } from '../ui/font.ts';
import { useTitle } from '../ui/useTitle.ts';
import { languageInAddress, spokenLanguage } from './asked-language.ts';
import { useCredential } from './credential.ts';
import { EditReport } from './EditReport.tsx';
import { NoSuchFormat } from './NoSuchFormat.tsx';
import { ReportBar } from './ReportBar.tsx';
import { ReportRefusal } from './ReportRefusal.tsx';
import { SiteFilter } from './SiteFilter.tsx';
import { useReportContent } from './useReportContent.ts';
import { readersZone } from './zone.ts';
import './report.css';

interface ReportPageProps {
  board: string;
  snapshot: string;
  /** What stands in the address after that of the report. */
  asked?: string | undefined;
}

/** The address of a report: the report itself, or a word on what else was asked for in it. */
export default function ReportPage({ board, snapshot, asked }: ReportPageProps) {
  useOwnFont();
  // No id has a point in it: this is how people write formats of files.
  const [id = '', ending] = snapshot.split('.');
  const wanted = asked || ending;
  return wanted ? <NoSuchFormat board={board} snapshot={id} asked={wanted} /> : <SnapshotReport board={board} snapshot={id} />;
}

/** A snapshot told for people who were not there, in the language they read. */
function SnapshotReport({ board, snapshot }: Omit<ReportPageProps, 'asked'>) {
  const { t } = useTranslation('report');
  const credential = useCredential(board);
  const [edition, setEdition] = useState(0);
  const loaded = useReportContent(board, snapshot, credential, edition);
  const [site, setSite] = useState<string | null>(null);
  const sites = useMemo(() => (loaded.state === 'ready' ? sitesIn(loaded.content) : []), [loaded]);
  const shown = site !== null && sites.includes(site) ? site : null;
  const [facilitator] = useState(() => [findSession(board, 'facilitator'), findSession(board)].find((session) => session?.role === 'facilitator'));
  const language = useReportLanguage(loaded.state === 'ready' ? loaded.content : null);
  if (loaded.state === 'refused') return <ReportRefusal board={board} code={loaded.code} />;
  if (loaded.state === 'unreadable') return <RefusalPage sentence={t('unreadable')} />;
  return (
    <div className="report-page">
      <ReportBar board={board} snapshot={snapshot} credential={credential} language={language} site={shown} ready={loaded.state === 'ready'}>
        <SiteFilter sites={sites} value={shown} onChange={setSite} />
        {facilitator && <EditReport board={board} snapshot={snapshot} token={facilitator.token} onEdited={() => setEdition(edition + 1)} />}
      </ReportBar>
      <main id="content" tabIndex={-1} className="report-page-main" aria-busy={loaded.state === 'loading'}>
        {loaded.state === 'ready' && <LanguageNote told={language} />}
        {loaded.state === 'ready' ? <Telling content={loaded.content} site={shown} language={language} /> : <p className="report-page-loading">{t('loading')}</p>}
      </main>
    </div>
  );
}

/**
 * What a report is told in, and downloaded: it opens as its address says, or else as the facilitator
 * wants; whoever chooses a language on this page reads it in that one.
 */
function useReportLanguage(content: SnapshotContent | null): Language {
  const [readers] = useLanguage();
  const [first] = useState(readers);
  const [asked] = useState(() => spokenLanguage(languageInAddress()));
  return readers === first ? (asked ?? content?.edited?.language ?? readers) : readers;
}

/** Says so where the address asks for a language that we do not speak. */
function LanguageNote({ told }: { told: Language }) {
  const { t } = useTranslation('report');
  const [readers] = useLanguage();
  const [asked] = useState(languageInAddress);
  if (asked === '' || spokenLanguage(asked)) return null;
  const wanted = formatLanguage(asked, readers);
  const names = { wanted, told: formatLanguage(told, readers) };
  return (
    <p className="report-page-note" role="status">
      {t(wanted ? 'language.lacking' : 'language.unknown', names)}
    </p>
  );
}

/** The report itself, told anew when the reader changes the language. */
function Telling({ content: whole, site, language }: { content: SnapshotContent; site: string | null; language: Language }) {
  const { t } = useTranslation('report');
  const content = useMemo(() => (site === null ? whole : onlySite(whole, site)), [whole, site]);
  const report = useMemo(() => buildReport(content, language, { timeZone: readersZone() }), [content, language]);
  const picture = useMemo(() => boardPicture(content, language), [content, language]);
  useTitle(t('pageTitle', { title: report.title }));
  return (
    <>
      <style>{reportCss}</style>
      <ReportDocument report={report} picture={picture} />
    </>
  );
}
