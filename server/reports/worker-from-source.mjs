import { register } from 'tsx/esm/api';

/* Starts the rendering thread where the server runs from its source, as in tests: Node alone does not read TypeScript. */

register();
await import('./worker.ts');
