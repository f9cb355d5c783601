import { Hono, type MiddlewareHandler } from 'hono';
import { beforeBody, copyBody, deleteBody, EXPORT_ENDING, NOW, reportLinkBody, SNAPSHOT_DOCUMENTS } from '../../shared/protocol/history.ts';
import { Refusal } from '../../shared/protocol/refusals.ts';
import { reportEdits } from '../../shared/report/edits.ts';
import { readStage } from '../../shared/stage/document.ts';
import { oneLine } from '../../shared/text.ts';
import { credentialOf, requireFacilitator, requireNamedFacilitator, requireWholeBoard, resolveCredential } from '../access/credentials.ts';
import type { LimitedAct } from '../access/limits.ts';
import { createReportLink, editReport, listReportLinks, readReportChoices, requireReadable, revokeReportLink, toInfo } from '../access/snapshots.ts';
import type { Config } from '../config.ts';
import { exportBoard } from '../history/exporting.ts';
import { importBoard } from '../history/importing.ts';
import { bringBack, deleteBoard, graceOf, keepingOf, keepLonger, type KeepingRules } from '../history/keeping.ts';
import { keepNow } from '../history/moments.ts';
import { requireSnapshot, restoreAsNew, restoreHere, takeBack } from '../history/restoring.ts';
import type { Relay } from '../relay/relay.ts';
import type { Storage } from '../storage/types.ts';
import { attachment } from './attachment.ts';
import { bearer, jsonBody, optionalJsonBody, readBytes } from './input.ts';
import { createQueue } from './queue.ts';

const DOCUMENT = { 'Content-Type': 'application/octet-stream' };

/** What the routes need of the whole interface. */
export interface HistoryParts {
  /** Holds back who asks too often. */
  limited(act: LimitedAct): MiddlewareHandler;
  config: KeepingRules & Pick<Config, 'largestImport'>;
  /** When a board was changed last, where that is not on disk yet. */
  changedAt(board: string): number;
}

/** The part of the HTTP interface that is about a board at other moments than now. */
export function historyRoutes(storage: Storage, relay: Relay, { limited, config, changedAt }: HistoryParts) {
  const oneAtATime = createQueue();
  return new Hono()
    .get('/boards/:board/keeping', (c) => {
      const { board } = c.req.param();
      requireWholeBoard(resolveCredential(storage, board, bearer(c)));
      return c.json(keepingOf(storage, board, config, changedAt(board)), 200, { 'Cache-Control': 'no-store' });
    })

    .post('/boards/:board/keeping', (c) => {
      const { board } = c.req.param();
      requireFacilitator(resolveCredential(storage, board, bearer(c)));
      keepLonger(storage, board);
      return c.json(keepingOf(storage, board, config));
    })

    .get('/boards/:board/bring-back', (c) => {
      const { board } = c.req.param();
      const credential = credentialOf(storage, board, bearer(c));
      requireWholeBoard(credential);
      return c.json(graceOf(storage, board, credential.role, config), 200, { 'Cache-Control': 'no-store' });
    })

    .delete('/boards/:board', jsonBody(deleteBody), (c) => {
      const { board } = c.req.param();
      requireFacilitator(resolveCredential(storage, board, bearer(c)));
      deleteBoard(storage, relay, board, c.req.valid('json').title);
      return c.json({ deleted: board });
    })

    .post('/boards/:board/bring-back', (c) => {
      const { board } = c.req.param();
      requireFacilitator(credentialOf(storage, board, bearer(c)));
      bringBack(storage, board);
      return c.json({ broughtBack: board });
    })

    .get('/boards/:board/export', (c) => {
      const { board } = c.req.param();
      requireFacilitator(resolveCredential(storage, board, bearer(c)));
      const title = relay.read({ board, kind: 'stage' }, readStage).meta?.title ?? '';
      return c.body(exportBoard(storage, relay, board) as ReadableStream<Uint8Array<ArrayBuffer>>, 200, {
        'Content-Type': 'application/zip',
        'Cache-Control': 'no-store',
        'Content-Disposition': attachment(`${oneLine(title, 80) || 'board'}${EXPORT_ENDING}`),
      });
    })

    // Its memory is a multiple of the file's size, so that one is read after the other.
    .post('/imports', limited('board'), async (c) =>
      c.json(await oneAtATime(async () => importBoard(storage, await readBytes(c.req.raw, config.largestImport))), 201),
    )

    .post('/boards/:board/snapshots/before', jsonBody(beforeBody), (c) => {
      const { board } = c.req.param();
      const participant = requireNamedFacilitator(resolveCredential(storage, board, bearer(c)));
      return c.json(toInfo(keepNow(storage, relay, board, { ...c.req.valid('json'), participant })), 201);
    })

    .get('/boards/:board/snapshots/:snapshot/documents/:document', (c) => {
      const { board, snapshot } = c.req.param();
      const credential = resolveCredential(storage, board, bearer(c));
      // Who has a link to a report reads what the report tells, not the documents.
      if (credential.scope !== 'board') throw new Refusal('not-allowed');
      const document = SNAPSHOT_DOCUMENTS.find((one) => one === c.req.param('document'));
      if (!document) throw new Refusal('unknown-address');
      if (snapshot === NOW) {
        return c.body(relay.state({ board, kind: document }) as Uint8Array<ArrayBuffer>, 200, { ...DOCUMENT, 'Cache-Control': 'no-store' });
      }
      requireReadable(storage, board, snapshot, credential);
      const stored = requireSnapshot(storage, board, snapshot);
      const state = document === 'board' ? stored.boardState : stored.stageState;
      return c.body(state as Uint8Array<ArrayBuffer>, 200, {
        ...DOCUMENT,
        'Cache-Control': 'private',
        // A content coding of RFC 9110 section 8.4.1.2: browsers expand it by themselves.
        ...(stored.packed && { 'Content-Encoding': 'deflate' }),
      });
    })

    .post('/boards/:board/snapshots/:snapshot/restore', (c) => {
      const { board, snapshot } = c.req.param();
      const participant = requireNamedFacilitator(resolveCredential(storage, board, bearer(c)));
      return c.json(restoreHere(storage, relay, { board, snapshot, participant }));
    })

    .post('/boards/:board/snapshots/:snapshot/take-back', (c) => {
      const { board, snapshot } = c.req.param();
      const participant = requireNamedFacilitator(resolveCredential(storage, board, bearer(c)));
      return c.json(takeBack(storage, relay, { board, snapshot, participant }));
    })

    .post('/boards/:board/snapshots/:snapshot/copy', limited('board'), jsonBody(copyBody), (c) => {
      const { board, snapshot } = c.req.param();
      requireFacilitator(resolveCredential(storage, board, bearer(c)));
      return c.json(restoreAsNew(storage, relay, { board, snapshot }, c.req.valid('json').title), 201);
    })

    .get('/boards/:board/snapshots/:snapshot/edits', (c) => {
      const { board, snapshot } = c.req.param();
      requireFacilitator(resolveCredential(storage, board, bearer(c)));
      return c.json(readReportChoices(storage, board, snapshot));
    })

    .put('/boards/:board/snapshots/:snapshot/edits', jsonBody(reportEdits), (c) => {
      const { board, snapshot } = c.req.param();
      requireFacilitator(resolveCredential(storage, board, bearer(c)));
      editReport(storage, board, snapshot, c.req.valid('json'));
      return c.json(c.req.valid('json'));
    })

    .post('/boards/:board/snapshots/:snapshot/links', optionalJsonBody(reportLinkBody), (c) => {
      const { board, snapshot } = c.req.param();
      requireFacilitator(resolveCredential(storage, board, bearer(c)));
      return c.json(createReportLink(storage, board, snapshot, c.req.valid('json')), 201);
    })

    .get('/boards/:board/snapshots/:snapshot/links', (c) => {
      const { board, snapshot } = c.req.param();
      requireFacilitator(resolveCredential(storage, board, bearer(c)));
      return c.json(listReportLinks(storage, board, snapshot));
    })

    .delete('/boards/:board/snapshots/:snapshot/links/:link', (c) => {
      const { board, snapshot, link } = c.req.param();
      requireFacilitator(resolveCredential(storage, board, bearer(c)));
      revokeReportLink(storage, board, snapshot, link);
      return c.json({ revoked: link });
    });
}
