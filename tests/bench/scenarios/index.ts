import type { Case } from './case.ts';
import { crash } from './crash.ts';
import { cursors } from './cursors.ts';
import { idle } from './idle.ts';
import { joining } from './join.ts';
import { lone } from './lone.ts';
import { notes } from './notes.ts';
import { reports } from './reports.ts';
import { reveal } from './reveal.ts';
import { slowConsumer } from './slow.ts';

/** All tables, in the order in which they are made. */
export const CASES: readonly Case[] = [
  cursors(50, [
    { key: 'cpu', atMost: 0.23, of: 'y-websocket' },
    { key: 'p95', atMost: 45 },
  ]),
  cursors(200, [
    { key: 'cpu', atMost: 0.25, of: 'hocuspocus' },
    { key: 'p95', atMost: 45 },
    { key: 'behind', atMost: 0.2 },
  ]),
  notes(50, []),
  notes(200, [
    { key: 'cpu', atMost: 0.75, of: 'y-websocket' },
    { key: 'p95', atMost: 20 },
  ]),
  lone,
  joining(500, []),
  joining(2_000, []),
  joining(5_000, [
    ...['y-websocket', 'hocuspocus'].flatMap((of) => [
      { key: 'one', atMost: 0.5, of },
      { key: 'oneCpu', atMost: 0.5, of },
      { key: 'crowdCpu', atMost: 0.25, of },
    ]),
    ...['y-leveldb', 'hocuspocus'].map((of) => ({ key: 'restarted', atMost: 0.1, of })),
  ]),
  idle,
  reveal,
  slowConsumer(false),
  slowConsumer(true),
  crash,
  reports,
];
