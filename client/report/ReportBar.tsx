import { BookText, Braces, Download, FileText, FolderArchive, Globe, Hash, Image, Printer, Shapes, Sheet, Table } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../shared/languages.ts';
import { REPORT_FORMATS, type ReportFormat } from '../../shared/protocol/api.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/Button.tsx';
import { FailureLine } from '../ui/FailureLine.tsx';
import { Logo } from '../ui/Logo.tsx';
import { Menu, MenuItem } from '../ui/Menu.tsx';
import { SettingsMenu } from '../ui/SettingsMenu.tsx';
import { SkipLink } from '../ui/SkipLink.tsx';
import { useRequest } from '../ui/useRequest.ts';
import { downloadReport } from './download.ts';

const ICONS = {
  pdf: BookText,
  docx: FileText,
  html: Globe,
  xlsx: Sheet,
  csv: Table,
  md: Hash,
  json: Braces,
  png: Image,
  svg: Shapes,
  zip: FolderArchive,
} satisfies Record<ReportFormat, unknown>;

interface ReportBarProps {
  board: string;
  snapshot: string;
  credential: string;
  /** What the report is told in. */
  language: Language;
  /** The one site whose notes and votes are shown; `null` for all. */
  site: string | null;
  /** Whether there is a report to print and download yet. */
  ready: boolean;
  /** Further acts. */
  children?: ReactNode;
}

/** What can be done with a report: print it, take it along, read it in another language. Never printed. */
export function ReportBar({ board, snapshot, credential, language, site, ready, children }: ReportBarProps) {
  const { t } = useTranslation(['report', 'common']);
  const request = useRequest();
  const [making, setMaking] = useState<ReportFormat | null>(null);

  const download = (format: ReportFormat) =>
    request.run(async () => {
      setMaking(format);
      announce(t('making', { format: t(`formats.${format}`) }));
      const file = await downloadReport({ board, snapshot, format, language, site, credential });
      announce(t('downloaded', { file }));
    });

  return (
    <div className="report-page-bar">
      <SkipLink />
      <header className="report-page-bar-row">
        <a className="report-page-bar-home" href="/" aria-label={t('common:product')}>
          <Logo named />
        </a>
        {children}
        <Button size="small" icon={<Printer aria-hidden size={18} />} disabled={!ready} onClick={() => print()}>
          {t('print')}
        </Button>
        <Menu
          trigger={
            <Button size="small" icon={<Download aria-hidden size={18} />} disabled={!ready || request.busy}>
              {t('download')}
            </Button>
          }
        >
          {REPORT_FORMATS.map((format) => {
            const Icon = ICONS[format];
            return (
              <MenuItem key={format} icon={<Icon aria-hidden size={18} />} onSelect={() => void download(format)}>
                {t(`formats.${format}`)}
              </MenuItem>
            );
          })}
        </Menu>
        <SettingsMenu />
      </header>
      {request.busy && making && <p className="report-page-making">{t('making', { format: t(`formats.${making}`) })}</p>}
      <FailureLine failure={request.failure} />
    </div>
  );
}
