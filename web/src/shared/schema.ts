import { config, z } from 'zod';

// The content security policy forbids compiled code. Zod asks whether it may compile when the first schema is made, so
// every schema is made with this `z`.
config({ jitless: true });

export { z };
export type { ZodType } from 'zod';
