import { useEffect, useState } from 'react';
import { reportJson, type SnapshotContent } from '../../shared/report/index.ts';
import { api, errorKey } from '../session/api.ts';
import type { ErrorKey } from '../ui/useRequest.ts';

export type LoadedContent =
  | { state: 'loading' }
  | { state: 'ready'; content: SnapshotContent }
  | { state: 'refused'; code: ErrorKey }
  /** The answer is not a report as this version knows them. */
  | { state: 'unreadable' };

const LOADING: LoadedContent = { state: 'loading' };

/**
 * What the report of a snapshot tells; it holds the texts of every language, so it is fetched once for all.
 * @param edition another number fetches it anew
 */
export function useReportContent(board: string, snapshot: string, credential: string, edition: number): LoadedContent {
  const wanted = `${board}/${snapshot}/${edition}#${credential}`;
  const [loaded, setLoaded] = useState<{ of: string; content: LoadedContent } | null>(null);

  useEffect(() => {
    let current = true;
    void load(board, snapshot, credential).then((content) => {
      if (current) setLoaded({ of: `${board}/${snapshot}/${edition}#${credential}`, content });
    });
    return () => {
      current = false;
    };
  }, [board, snapshot, credential, edition]);

  return loaded?.of === wanted ? loaded.content : LOADING;
}

async function load(board: string, snapshot: string, credential: string): Promise<LoadedContent> {
  try {
    // Every language is in the content; the one asked for here is only noted in the envelope.
    const response = await api.report(board, snapshot, 'json', 'en', credential);
    const parsed = reportJson.safeParse(await response.json());
    return parsed.success ? { state: 'ready', content: parsed.data.content } : { state: 'unreadable' };
  } catch (error) {
    return { state: 'refused', code: errorKey(error) };
  }
}
