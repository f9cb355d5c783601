import { constants, setPriority } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { parentPort } from 'node:worker_threads';
import { snapshotContent } from '../../shared/report/content.ts';
import { onlySite } from '../../shared/report/choose-sites.ts';
import { editedContent } from '../../shared/report/edits.ts';
import type { Delivery, Order } from './maker.ts';
import { renderReport } from './render.ts';

/* The thread that renders reports, one after the other, as `maker.ts` asks it to. */

// On one core, too, what people write goes first. Linux alone takes this for the thread; elsewhere it
// would be the whole server.
if (process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_LOW);

// V8 compiles anew what WebAssembly runs often (v8.dev/docs/wasm-compilation-pipeline). A report is over
// before most of that has paid: unless it waits longer, half of the first PDF's time is the compiler's.
setFlagsFromString('--wasm-tiering-budget=60000000');

parentPort!.on('message', (order: Order) => {
  void deliver(order).then((delivery) => {
    parentPort!.postMessage(delivery, 'rendered' in delivery ? [delivery.rendered.body.buffer] : []);
  });
});

async function deliver({ content, edits = null, site, format, language, timeZone }: Order): Promise<Delivery> {
  try {
    const parsed = snapshotContent.safeParse(JSON.parse(content));
    if (!parsed.success) return { damaged: true };
    const told = editedContent(parsed.data, edits);
    return { rendered: await renderReport(site === undefined ? told : onlySite(told, site), format, language, { timeZone }) };
  } catch (error) {
    // What is not an error may be anything, also what cannot be sent to another thread.
    return { failed: error instanceof Error ? error : new TypeError('Something that is no error was thrown.') };
  }
}
