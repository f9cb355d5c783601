import { register } from 'tsx/esm/api';

/* Starts the rendering process where the server runs from its source, as in tests: Node alone does not read TypeScript. */

register();
await import('./worker.ts');
