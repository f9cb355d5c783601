import { onTestFinished } from 'vitest';

/** Keeps what this process writes to stdout and stderr while the test runs; returns how to read it. */
export function captureOutput(): () => string {
  let written = '';
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write;
    stream.write = ((chunk: string | Uint8Array, ...rest: []) => {
      written += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('latin1');
      return write.call(stream, chunk, ...rest);
    }) as typeof stream.write;
    onTestFinished(() => void (stream.write = write));
  }
  return () => written;
}
