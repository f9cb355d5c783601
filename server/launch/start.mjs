import { ensureBuilt, ensureInstalled } from './prepare.mjs';

/* `npm start`: from a fresh checkout to a board that can be opened. */

ensureInstalled();
ensureBuilt();
// The name is put together so that the type checker does not look for a build.
await import(['..', '..', 'dist', 'server', 'main.js'].join('/'));
