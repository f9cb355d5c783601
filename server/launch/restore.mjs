import { ensureBuilt, ensureInstalled } from './prepare.mjs';

/* `npm run restore -- FILE`, which works on a fresh checkout like `npm start`. */

ensureInstalled();
ensureBuilt();
// The name is put together so that the type checker does not look for a build.
await import(['..', '..', 'dist', 'server', 'restore.js'].join('/'));
