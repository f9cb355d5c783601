import type { ReportFormat } from '../../shared/protocol/api.ts';
import type { SnapshotContent } from '../../shared/report/content.ts';
import { isoTime } from '../../shared/report/formats.ts';

/** Long enough to recognise a workshop by, short enough for every file system. */
const LONGEST_SLUG = 60;

/** 'evora-learning-city-2026-03-12-1405.html': the board's title, and when it was saved in UTC. */
export function reportFileName(content: SnapshotContent, format: ReportFormat): string {
  const moment = isoTime(content.snapshot.savedAt);
  const parts = [slug(content.board?.title ?? '') || 'plenary-report', moment.slice(0, 10), moment.slice(11, 16).replace(':', '')];
  return `${parts.filter((part) => part !== '').join('-')}.${format}`;
}

function slug(title: string): string {
  return title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_SLUG)
    .replaceAll(/^-+|-+$/g, '');
}
