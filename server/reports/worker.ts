import { snapshotContent } from '../../shared/report/content.ts';
import { onlySite } from '../../shared/report/choose-sites.ts';
import { editedContent } from '../../shared/report/edits.ts';
import type { Delivery, Order } from './maker.ts';
import { renderReport } from './render.ts';

/* The process that renders reports, one after the other, as `maker.ts` asks it to. */

process.on('message', (order: Order) => {
  void deliver(order).then((delivery) => process.send!(delivery));
});
// It ends with the server, however that ends, and not before: Ctrl-C in a terminal is told to both.
process.on('disconnect', () => process.exit());
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {});

async function deliver({ content, edits = null, site, format, language, timeZone }: Order): Promise<Delivery> {
  try {
    const parsed = snapshotContent.safeParse(JSON.parse(content));
    if (!parsed.success) return { damaged: true };
    const told = editedContent(parsed.data, edits);
    return { rendered: await renderReport(site === undefined ? told : onlySite(told, site), format, language, { timeZone }) };
  } catch (error) {
    // What is not an error may be anything, also what cannot be sent to another process.
    return { failed: error instanceof Error ? error : new TypeError('Something that is no error was thrown.') };
  }
}
