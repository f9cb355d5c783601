import { readBallot } from '../../shared/desk/ballots.ts';
import { count, type Ballot } from '../../shared/desk/count.ts';
import { deskNotes } from '../../shared/desk/reveal.ts';
import type { RoomName } from '../../shared/protocol/rooms.ts';
import { tellWaiting } from '../../shared/stage/desks.ts';
import { readStage, type Stage } from '../../shared/stage/document.ts';
import { changeRound, type Round, type RoundTerms } from '../../shared/stage/rounds.ts';
import type { Relay } from '../relay/relay.ts';
import type { Storage } from '../storage/types.ts';
import { reportUnexpected } from '../unexpected.ts';
import { deskRooms, siteOfDesk } from './desks.ts';
import { putLateVotesAside } from './late-votes.ts';
import { readHeld, readTerms, roundUnderWay } from './ledger.ts';
import { ballotOf, heldVotes, itemsOn } from './rounds.ts';

/** Keeps what is told of the desks current: notes that wait by site, the running count of an open round, and votes that came too late. */
export interface Tallies {
  /** To be called for each document that has changed on disk. */
  changed(room: RoomName): void;
  stop(): void;
}

/** What is known of one desk. */
interface Known {
  notes: number;
  votes: ReadonlyMap<string, number>;
}

interface Board {
  desks: Map<string, Known>;
  /** Owners of desks that have changed since they were last read. */
  changed: Set<string>;
  /** The round whose votes are known. */
  round: string | null;
  timer: NodeJS.Timeout | null;
}

/** How long changes of desks are gathered, in milliseconds: a count a second is as many as anybody reads. */
const GATHERED = 700;
/** How long what is known is kept while nothing changes. */
const KEPT = 120_000;

export function createTallies(relay: Relay, storage: Storage): Tallies {
  const boards = new Map<string, Board>();
  let stopped = false;

  const read = (id: string, owner: string, round: string | null): Known =>
    relay.read({ board: id, kind: 'desk', owner }, (doc) => ({
      notes: deskNotes(doc).length,
      votes: round === null ? new Map() : readBallot(doc, round),
    }));

  const tell = (id: string, board: Board) => {
    const stage = relay.read({ board: id, kind: 'stage' }, readStage);
    const round = relay.read({ board: id, kind: 'ledger' }, (ledger) => roundUnderWay(stage.rounds, ledger));
    const isNew = board.round !== (round?.id ?? null);
    board.round = round?.id ?? null;
    const owners = isNew ? deskRooms(storage, id).map(({ owner }) => owner) : [...board.changed];
    board.changed.clear();
    for (const owner of owners) {
      putLateVotesAside(relay, { board: id, kind: 'desk', owner }, stage);
      board.desks.set(owner, read(id, owner, board.round));
    }
    const waiting = waitingBySite(stage, board.desks);
    const terms = round && relay.read({ board: id, kind: 'ledger' }, (ledger) => readTerms(ledger, round.id)?.terms ?? null);
    const tally = terms && running(id, stage, terms, board);
    relay.change({ board: id, kind: 'stage' }, (doc) => {
      tellWaiting(doc, waiting);
      if (round && tally) changeRound(doc, round.id, { tally });
    });
  };

  const running = (id: string, stage: Stage, terms: RoundTerms, board: Board): Round['tally'] => {
    const held = board.round === null ? null : relay.read({ board: id, kind: 'ledger' }, (ledger) => readHeld(ledger, board.round!));
    const ballots = [...board.desks].flatMap(([owner, { votes }]): Ballot[] => {
      const ballot = ballotOf(terms, stage, owner, held ? heldVotes(held, owner) : votes);
      return ballot ? [ballot] : [];
    });
    const items = relay.read({ board: id, kind: 'board' }, (doc) => itemsOn(doc, terms));
    const { items: counted, voters } = count(terms, ballots, items);
    return { items: terms.secret ? [] : counted, voters };
  };

  const tellSoon = (id: string, board: Board) => {
    board.timer ??= setTimeout(() => {
      board.timer = null;
      try {
        tell(id, board);
        forgetLater(id, board);
      } catch (error) {
        // Told again with the next change; until then what was told before stands.
        reportUnexpected('counting what is on desks', error);
        boards.delete(id);
      }
    }, GATHERED);
  };

  const forgetLater = (id: string, board: Board) => {
    setTimeout(() => board.changed.size === 0 && boards.get(id) === board && boards.delete(id), KEPT).unref();
  };

  return {
    changed(room) {
      if (stopped) return;
      let board = boards.get(room.board);
      // Who takes part, and for how many people, follows from the stage.
      if (room.kind === 'stage' && board) tellSoon(room.board, board);
      if (room.kind !== 'desk') return;
      if (!board) {
        const owners = deskRooms(storage, room.board).map(({ owner }) => owner);
        board = { desks: new Map(), changed: new Set(owners), round: null, timer: null };
        boards.set(room.board, board);
      }
      board.changed.add(room.owner);
      tellSoon(room.board, board);
    },
    stop() {
      stopped = true;
      for (const { timer } of boards.values()) if (timer) clearTimeout(timer);
      boards.clear();
    },
  };
}

function waitingBySite(stage: Stage, desks: ReadonlyMap<string, Known>): Record<string, number> {
  const waiting: Record<string, number> = {};
  for (const [owner, { notes }] of desks) {
    const site = siteOfDesk(stage, owner);
    if (site !== null && notes > 0) waiting[site] = (waiting[site] ?? 0) + notes;
  }
  return waiting;
}
