import type { CreatedBoard, JoinedSession } from '../../shared/protocol/api.ts';
import { readAgenda } from '../../shared/stage/agenda.ts';
import { goToStep } from '../../shared/stage/edit-agenda.ts';
import type { StepKind } from '../../shared/stage/steps.ts';
import { createNote, placeInColumn } from '../../shared/board/index.ts';
import type * as Y from 'yjs';
import { openStock, type StockClient } from './stock-client.ts';
import { readStored } from './stored.ts';
import { until } from './until.ts';

/** A facilitator's hand on the agenda. */
export interface Leader {
  stage: StockClient;
  /** Moves on to the first step of a kind; `null` ends the agenda. Waits until that is on disk. */
  goTo(kind: StepKind | null): Promise<void>;
}

export async function lead(server: { url: string; database: string }, { board }: CreatedBoard, facilitator: JoinedSession): Promise<Leader> {
  const stage = openStock(server, `${board}/stage`, facilitator.token);
  await stage.synced();
  return {
    stage,
    async goTo(kind) {
      const step = kind === null ? null : readAgenda(stage.doc).steps.find((one) => one.kind === kind)!.id;
      goToStep(stage.doc, step);
      await until(`the step ${kind} is on disk`, async () => {
        const { doc } = await readStored(server.database, `${board}/stage`);
        return readAgenda(doc).current === step;
      });
    },
  };
}

/** Writes a note on a desk as the page does; returns its id. */
export function writeOnDesk(desk: Y.Doc, owner: string, text: string, { wave = 0, column = 'opportunities', createdAt = Date.now() } = {}): string {
  return createNote(desk, { text, color: 'sun', author: owner, createdAt, language: 'en', placement: placeInColumn(desk, 'partnership', column), wave });
}
