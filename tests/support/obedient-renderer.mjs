/* In place of what renders reports: it does what its order says, and else numbers what it makes. */

let made = 0;
const all = [];

process.on('message', ({ content }) => {
  if (content === 'exit') process.exit(3);
  if (content === 'throw') throw new Error('in the process');
  if (content === 'crash') process.kill(process.pid, 'SIGSEGV');
  if (content === 'hang') for (;;);
  if (content === 'grow') for (;;) all.push(Array.from({ length: 100_000 }, () => made));
  if (content === 'fail') process.send?.({ failed: new Error('of a format') });
  else if (content === 'damaged') process.send?.({ damaged: true });
  else process.send?.({ rendered: { body: new Uint8Array(), contentType: '', fileName: String((made += 1)) } });
});
process.on('disconnect', () => process.exit());
