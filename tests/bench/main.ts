import { ensureBuilt } from '../../server/launch/prepare.mjs';
import { pinLoad } from './cores.ts';
import { describeMachine, loadNow, today } from './machine.ts';
import { readOptions, type Options } from './options.ts';
import { writePart } from './results/document.ts';
import type { Measured } from './results/measured.ts';
import { formatCase } from './results/table.ts';
import type { Case } from './scenarios/case.ts';

/* `npm run bench`: our relay beside its peers, under one load. See docs/performance.md. */

const options = readOptions(process.argv.slice(2));
if (options) await bench(options);

async function bench(options: Options): Promise<void> {
  ensureBuilt();
  pinLoad();
  const machine = describeMachine(options.relays);
  console.log(machine);
  if (options.write) writePart('machine', machine);
  for (const asked of options.cases) {
    const loadBefore = loadNow();
    const measured = await measure(asked, options);
    const runs = options.repeats === 1 ? 'one run' : `medians of ${options.repeats}`;
    const draft = options.draft ? 'A draft, to be measured again: ' : '';
    const circumstances = `${draft}${today()}, ${runs} of ${options.seconds} s, load average of the machine before it ${loadBefore}.`;
    const part = formatCase(measured, asked, circumstances);
    console.log(`\n${part}`);
    if (options.write) writePart(asked.name, part);
  }
}

/** Runs a case against all relays in turn, beginning with another each time, so that drift hits all alike. */
async function measure(asked: Case, options: Options): Promise<Measured> {
  const relays = options.relays.filter(({ name }) => asked.relays.includes(name));
  const measured: Measured = { relays, runs: new Map(relays.map((relay) => [relay, []])), failures: [] };
  for (let repeat = 0; repeat < options.repeats; repeat += 1) {
    const order = relays.map((_, index) => relays[(index + repeat) % relays.length]!);
    for (const relay of order) {
      process.stderr.write(`${asked.name} ${repeat + 1}/${options.repeats}: ${relay.title}\n`);
      try {
        measured.runs.get(relay)!.push(await asked.run(relay, { ...options, repeat }));
      } catch (error) {
        measured.failures.push(`A run against ${relay.title} failed: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
  return measured;
}
