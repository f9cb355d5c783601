import type { ReportFormat } from '../../shared/protocol/api.ts';
import type { Language } from '../../shared/languages.ts';
import { EXPORT_ENDING } from '../../shared/protocol/history.ts';
import { api } from '../session/api.ts';
import { readersZone } from './zone.ts';

interface ReportFile {
  board: string;
  snapshot: string;
  format: ReportFormat;
  language: Language;
  /** The one site whose notes and votes are wanted; `null` for all. */
  site: string | null;
  credential: string;
}

/**
 * Saves a report as a file. A plain link could not show the credential, which never stands in a URL.
 * @returns the name of the file
 */
export async function downloadReport({ board, snapshot, format, language, site, credential }: ReportFile): Promise<string> {
  const response = await api.report(board, snapshot, format, language, credential, { timeZone: readersZone(), site });
  const file = fileNameIn(response.headers.get('content-disposition')) ?? `report.${format}`;
  saveAs(await response.blob(), file);
  return file;
}

/** Saves a whole board as one file. @returns the name of the file */
export async function downloadBoard(board: string, credential: string): Promise<string> {
  const response = await api.exportBoard(board, credential);
  const file = fileNameIn(response.headers.get('content-disposition')) ?? `board${EXPORT_ENDING}`;
  saveAs(await response.blob(), file);
  return file;
}

/** The file name of a Content-Disposition header; the extended form goes first (RFC 6266, section 4.3). */
export function fileNameIn(disposition: string | null): string | null {
  const extended = disposition?.match(/filename\*\s*=\s*utf-8'[^']*'([^;\s]+)/i)?.[1];
  if (extended) return decodeExtended(extended);
  return disposition?.match(/filename\s*=\s*(?:"([^"]+)"|([^;\s]+))/i)?.slice(1).find(Boolean) ?? null;
}

function decodeExtended(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}

function saveAs(content: Blob, file: string): void {
  const url = URL.createObjectURL(content);
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = file;
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  // Revoked at once, some browsers find nothing to save any more.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
