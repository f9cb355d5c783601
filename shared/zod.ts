import { z } from 'zod';

// In a browser zod would try `new Function` to compile its checks; our content security policy
// forbids that, and the browser reports each try as an error. All schemas import `z` from here, so
// that this stands before the first of them.
if (typeof document !== 'undefined') z.config({ jitless: true });

export { z };
