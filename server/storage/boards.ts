import type { Database } from './driver.ts';
import type { BoardRecord } from './records.ts';
import type { Storage } from './types.ts';

type BoardCalls = Pick<
  Storage,
  'addBoard' | 'hasBoard' | 'findBoard' | 'listBoards' | 'markBoardChanged' | 'setBoardDeleted' | 'eraseBoard' | 'reportEdits' | 'putReportEdits'
>;

const BOARD = 'id, created_at AS createdAt, ifnull(changed_at, created_at) AS changedAt, deleted_at AS deletedAt';

/** All rows of a board, those first that others refer to last. `?2` is the end of the names of its rooms. */
const ROWS = [
  'DELETE FROM report_links WHERE snapshot IN (SELECT id FROM snapshots WHERE board = ?1)',
  'DELETE FROM report_edits WHERE snapshot IN (SELECT id FROM snapshots WHERE board = ?1)',
  'DELETE FROM snapshots WHERE board = ?1',
  'DELETE FROM sessions WHERE board = ?1',
  'DELETE FROM links WHERE board = ?1',
  "DELETE FROM updates WHERE room > ?1 || '/' AND room < ?1 || '0'",
  "DELETE FROM writers WHERE room > ?1 || '/' AND room < ?1 || '0'",
  'DELETE FROM boards WHERE id = ?1',
];

/** The boards of the SQLite storage, and what is said of the reports of their snapshots. */
export function boardCalls(database: Database): BoardCalls {
  const add = database.prepare('INSERT INTO boards (id, created_at) VALUES (?, ?)');
  const has = database.prepare('SELECT 1 FROM boards WHERE id = ?');
  const find = database.prepare(`SELECT ${BOARD} FROM boards WHERE id = ?`);
  const list = database.prepare(`SELECT ${BOARD} FROM boards`);
  const changed = database.prepare('UPDATE boards SET changed_at = ? WHERE id = ?');
  const deleted = database.prepare('UPDATE boards SET deleted_at = ? WHERE id = ?');
  const erase = ROWS.map((row) => database.prepare(row));
  const edits = database.prepare('SELECT edits FROM report_edits WHERE snapshot = ?');
  const putEdits = database.prepare(
    `INSERT INTO report_edits (snapshot, edits, changed_at) VALUES (?, ?, ?)
     ON CONFLICT (snapshot) DO UPDATE SET edits = excluded.edits, changed_at = excluded.changed_at`,
  );
  return {
    addBoard: (board) => void add.run(board.id, board.createdAt),
    hasBoard: (id) => has.get(id) !== undefined,
    findBoard: (id) => (find.get(id) as BoardRecord | undefined) ?? null,
    listBoards: () => list.all() as unknown as BoardRecord[],
    markBoardChanged: (id, at) => void changed.run(at, id),
    setBoardDeleted: (id, at) => void deleted.run(at, id),
    eraseBoard(id) {
      for (const row of erase) row.run(id);
    },
    reportEdits: (snapshot) => (edits.get(snapshot) as { edits: string } | undefined)?.edits ?? null,
    putReportEdits: (snapshot, text, at) => void putEdits.run(snapshot, text, at),
  };
}
