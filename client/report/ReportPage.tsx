import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { boardPicture, buildReport, ReportDocument, reportCss, type SnapshotContent } from '../../shared/report/index.ts';
import { onlySite, sitesIn } from '../../shared/report/choose-sites.ts';
import { useLanguage } from '../i18n/index.ts';
import { findSession } from '../session/device.ts';
import { RefusalPage } from '../ui/Failure.tsx';
import { useOwnFont } from '../ui/font.ts';
import { useTitle } from '../ui/useTitle.ts';
import { EditReport } from './EditReport.tsx';
import { ReportBar } from './ReportBar.tsx';
import { ReportRefusal } from './ReportRefusal.tsx';
import { SiteFilter } from './SiteFilter.tsx';
import { useCredential } from './credential.ts';
import { useReportContent } from './useReportContent.ts';
import { readersZone } from './zone.ts';
import './report.css';

interface ReportPageProps {
  board: string;
  snapshot: string;
}

/** A snapshot told for people who were not there, in the language they read. */
export default function ReportPage({ board, snapshot }: ReportPageProps) {
  useOwnFont();
  const { t } = useTranslation('report');
  const credential = useCredential(board);
  const [edition, setEdition] = useState(0);
  const loaded = useReportContent(board, snapshot, credential, edition);
  const [site, setSite] = useState<string | null>(null);
  const sites = useMemo(() => (loaded.state === 'ready' ? sitesIn(loaded.content) : []), [loaded]);
  const shown = site !== null && sites.includes(site) ? site : null;
  const [facilitator] = useState(() => [findSession(board, 'facilitator'), findSession(board)].find((session) => session?.role === 'facilitator'));
  if (loaded.state === 'refused') return <ReportRefusal code={loaded.code} />;
  if (loaded.state === 'unreadable') return <RefusalPage sentence={t('unreadable')} />;
  return (
    <div className="report-page">
      <ReportBar board={board} snapshot={snapshot} credential={credential} site={shown} ready={loaded.state === 'ready'}>
        <SiteFilter sites={sites} value={shown} onChange={setSite} />
        {facilitator && <EditReport board={board} snapshot={snapshot} token={facilitator.token} onEdited={() => setEdition(edition + 1)} />}
      </ReportBar>
      <main id="content" tabIndex={-1} className="report-page-main" aria-busy={loaded.state === 'loading'}>
        {loaded.state === 'ready' ? <Telling content={loaded.content} site={shown} /> : <p className="report-page-loading">{t('loading')}</p>}
      </main>
    </div>
  );
}

/** The report itself, told anew when the reader changes the language. */
function Telling({ content: whole, site }: { content: SnapshotContent; site: string | null }) {
  const { t } = useTranslation('report');
  const [readers] = useLanguage();
  const [first] = useState(readers);
  // It opens as the facilitator wants; whoever chooses a language on this page reads it in that one.
  const content = useMemo(() => (site === null ? whole : onlySite(whole, site)), [whole, site]);
  const language = readers === first ? (content.edited?.language ?? readers) : readers;
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
