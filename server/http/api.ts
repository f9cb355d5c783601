import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { z } from '../../shared/zod.ts';
import { LANGUAGES, pickLanguage } from '../../shared/languages.ts';
import {
  changeRoleBody,
  createBoardBody,
  joinBody,
  openLinkBody,
  openRoundBody,
  renewLinkBody,
  REPORT_FORMATS,
  revealBody,
  saveSnapshotBody,
} from '../../shared/protocol/api.ts';
import { Refusal } from '../../shared/protocol/refusals.ts';
import { readEdits } from '../../shared/report/edits.ts';
import { mayFacilitate, ROLES } from '../../shared/protocol/roles.ts';
import { createBoard } from '../access/boards.ts';
import { requireFacilitator, requireNamedFacilitator, requireSession, requireWholeBoard, resolveCredential } from '../access/credentials.ts';
import { join, openLink } from '../access/joining.ts';
import { createLimiter, type LimitedAct } from '../access/limits.ts';
import { renewLink, type Guesses } from '../access/links.ts';
import { changeRole, removeParticipant } from '../access/people.ts';
import { listSnapshots, readSnapshotText, requireReadable, saveSnapshot } from '../access/snapshots.ts';
import type { Config } from '../config.ts';
import { turnAnonymous } from '../desks/anonymity.ts';
import { revealAll, revealOwn } from '../desks/reveal.ts';
import { closeRound, startRound } from '../desks/rounds.ts';
import type { Observer } from '../observe/observer.ts';
import type { Relay } from '../relay/relay.ts';
import type { ReportMaker } from '../reports/maker.ts';
import type { Storage } from '../storage/types.ts';
import { addressOfContext } from './address.ts';
import { attachment } from './attachment.ts';
import { answerError, answerNotFound } from './errors.ts';
import { historyRoutes } from './history.ts';
import { bearer, jsonBody, optionalJsonBody, query } from './input.ts';
import { watched } from './watched.ts';

const reportQuery = z.object({
  lang: z.enum(LANGUAGES).optional(),
  /** The reader's, as an IANA name. */
  timeZone: z.string().max(60).refine(isTimeZone, 'There is no such time zone.').optional(),
  /** The name of the one site whose notes and votes are told; empty for people without one. */
  site: z.string().max(500).optional(),
  download: z.enum(['1']).optional(),
});

/** The routes under `/api`, chained so that hono's client knows their types. */
export type Api = ReturnType<typeof createApi>;

/**
 * The HTTP interface. What may be asked for is validated here and trusted further in; who may ask
 * is decided by `access/`. Whoever is refused gets a `RefusalBody`.
 * @param reports renders what is asked for
 * @param checkReady throws a Refusal while the server cannot save
 * @param changedAt when a board was changed last, in milliseconds since 1970, where that is not on disk yet; else 0
 */
export function createApi(
  storage: Storage,
  relay: Relay,
  reports: ReportMaker,
  config: Pick<Config, 'rates' | 'trustProxy' | 'keepDays' | 'graceDays' | 'largestImport'>,
  observer: Observer,
  checkReady: () => void,
  changedAt: (board: string) => number,
) {
  const limiter = createLimiter(config.rates);
  const from = (c: Context) => addressOfContext(c, config.trustProxy);
  const guesses = (c: Context): Guesses => {
    const address = from(c);
    return { take: () => limiter.take('passphrase', address), giveBack: () => limiter.giveBack('passphrase', address) };
  };
  const limited = (act: LimitedAct): MiddlewareHandler => (c, next) => {
    limiter.take(act, from(c));
    return next();
  };
  const app = new Hono().basePath('/api');
  app.onError(answerError);
  app.notFound(answerNotFound);
  app.use(watched(observer));

  return app
    .get('/health', (c) => c.json({ ok: true }))

    // For the clocks of pages; an answer from somewhere on the way would be of another time.
    .get('/time', (c) => c.json({ now: Date.now() }, 200, { 'Cache-Control': 'no-store' }))

    .get('/ready', (c) => {
      checkReady();
      return c.json({ ok: true });
    })

    .post('/boards', limited('board'), jsonBody(createBoardBody), (c) => c.json(createBoard(storage, c.req.valid('json')), 201))

    .post('/boards/:board/open', limited('link'), jsonBody(openLinkBody), async (c) =>
      c.json(await openLink(storage, relay, c.req.param('board'), c.req.valid('json'), guesses(c))),
    )

    .post('/boards/:board/sessions', limited('link'), jsonBody(joinBody), async (c) =>
      c.json(await join(storage, relay, c.req.param('board'), c.req.valid('json'), guesses(c)), 201),
    )

    .get('/boards/:board/me', (c) => {
      const { role, participant } = requireSession(storage, c.req.param('board'), bearer(c));
      return c.json({ role, participant });
    })

    .post('/boards/:board/links/:role', optionalJsonBody(renewLinkBody), async (c) => {
      const { board } = c.req.param();
      requireFacilitator(resolveCredential(storage, board, bearer(c)));
      const role = oneOf(ROLES, c.req.param('role'));
      return c.json({ secret: await renewLink(storage, relay, { ...c.req.valid('json'), board, role }) }, 201);
    })

    .delete('/boards/:board/participants/:participant', (c) => {
      const { board, participant } = c.req.param();
      requireFacilitator(resolveCredential(storage, board, bearer(c)));
      removeParticipant(storage, relay, board, participant);
      return c.json({ removed: participant });
    })

    .post('/boards/:board/participants/:participant/role', jsonBody(changeRoleBody), (c) => {
      const { board, participant } = c.req.param();
      requireFacilitator(resolveCredential(storage, board, bearer(c)));
      const { role } = c.req.valid('json');
      changeRole(storage, relay, { board, participant, role });
      return c.json({ role });
    })

    .post('/boards/:board/reveal', jsonBody(revealBody), (c) => {
      const { board } = c.req.param();
      const asked = c.req.valid('json');
      const { participant, role } = requireSession(storage, board, bearer(c));
      if (participant === null || ('all' in asked && !mayFacilitate(role))) throw new Refusal('not-allowed');
      const revealed = 'all' in asked ? revealAll(storage, relay, board, participant) : revealOwn(relay, board, { participant, role }, asked.notes);
      return c.json({ revealed });
    })

    .post('/boards/:board/anonymity', (c) => {
      const { board } = c.req.param();
      requireFacilitator(resolveCredential(storage, board, bearer(c)));
      turnAnonymous(relay, board);
      return c.json({ anonymous: true });
    })

    .post('/boards/:board/rounds', jsonBody(openRoundBody), (c) => {
      const { board } = c.req.param();
      requireFacilitator(resolveCredential(storage, board, bearer(c)));
      return c.json(startRound(relay, board, c.req.valid('json')), 201);
    })

    .post('/boards/:board/rounds/:round/:how', (c) => {
      const { board, round } = c.req.param();
      requireFacilitator(resolveCredential(storage, board, bearer(c)));
      const how = oneOf(['ended', 'cancelled'], c.req.param('how'));
      return c.json(closeRound(storage, relay, board, round, how));
    })

    .post('/boards/:board/snapshots', jsonBody(saveSnapshotBody), async (c) => {
      const { board } = c.req.param();
      // A snapshot tells who saved it, so a bare link is not enough.
      const participant = requireNamedFacilitator(resolveCredential(storage, board, bearer(c)));
      return c.json(await saveSnapshot(storage, relay, board, { ...c.req.valid('json'), participant }), 201);
    })

    .get('/boards/:board/snapshots', (c) => {
      const { board } = c.req.param();
      const credential = resolveCredential(storage, board, bearer(c));
      requireWholeBoard(credential);
      return c.json(listSnapshots(storage, board, credential));
    })

    .get('/boards/:board/snapshots/:snapshot/report/:format', query(reportQuery), async (c) => {
      const { board, snapshot } = c.req.param();
      const credential = resolveCredential(storage, board, bearer(c));
      const format = oneOf(REPORT_FORMATS, c.req.param('format'));
      requireReadable(storage, board, snapshot, credential);
      const { lang, timeZone, site, download } = c.req.valid('query');
      const edits = storage.reportEdits(snapshot);
      const language = lang ?? readEdits(edits)?.language ?? pickLanguage(acceptedLanguages(c.req.header('Accept-Language')));
      const content = readSnapshotText(storage, board, snapshot);
      const key = JSON.stringify([board, snapshot, format, language, timeZone, site, edits]);
      const report = await reports.make({ content, edits, site, format, language, timeZone }, key);
      return c.body(report.body, 200, {
        'Content-Type': report.contentType,
        'Cache-Control': 'private',
        ...(download && { 'Content-Disposition': attachment(report.fileName) }),
      });
    })

    .route('/', historyRoutes(storage, relay, { limited, config, changedAt }));
}

/** The part of a path that is one of a list; any other is an address that nothing is at. */
function oneOf<T extends string>(list: readonly T[], value: string): T {
  const known = list.find((candidate) => candidate === value);
  if (!known) throw new Refusal('unknown-address');
  return known;
}

/** Whether this platform can tell times of a zone; there is no list of all names it takes. */
function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name }).format();
    return true;
  } catch {
    return false;
  }
}

/** The tags of an `Accept-Language` header in the order given (RFC 9110 section 12.5.4, weights aside). */
function acceptedLanguages(header = ''): string[] {
  return header.split(',').map((part) => part.split(';')[0]!.trim());
}
