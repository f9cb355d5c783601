import { closeSync, fsyncSync, openSync } from 'node:fs';
import { dirname } from 'node:path';

/** Puts a file's content and its name on disk, so that a power cut does not take them back. */
export function syncToDisk(path: string): void {
  sync(path, 'r+');
  // Windows keeps names on disk by itself and cannot open folders.
  if (process.platform !== 'win32') sync(dirname(path), 'r');
}

function sync(path: string, flags: string): void {
  const file = openSync(path, flags);
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
