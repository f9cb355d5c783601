import { resolve } from 'node:path';
import { isDatabaseError } from '../storage/driver.ts';
import { StartError } from '../start-error.ts';
import { reportUnexpected } from '../unexpected.ts';

/**
 * Runs a command that is given one file, and says what it did, or why it could not, in a sentence.
 * @param usage how it is called, for those who called it otherwise
 */
export async function runOnFile(usage: string, work: (file: string) => Promise<string>): Promise<void> {
  try {
    console.log(await work(requireFile(usage, process.argv.slice(2))));
  } catch (error) {
    tell(error);
    process.exitCode = 1;
  }
}

/** @returns the file's path from where the person is, not from where npm runs the program */
function requireFile(usage: string, args: readonly string[]): string {
  const [file, ...rest] = args;
  if (!file || rest.length > 0) throw new StartError(`Usage: ${usage}`);
  return resolve(process.env.INIT_CWD ?? '.', file);
}

function tell(error: unknown): void {
  if (error instanceof StartError) console.error(error.message);
  else if (isSystemError(error) || isDatabaseError(error)) console.error(`It was not possible: ${error.message}. Nothing has changed.`);
  else reportUnexpected('running the command', error);
}

function isSystemError(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error;
}
