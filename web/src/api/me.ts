import { z, type ZodType } from '@/shared/schema';
import { requestJson, requestNothing } from './http';
import type { components } from './schema';

/** What the server keeps of whoever looks at this page. */
export type Kept = Pick<components['schemas']['Me'], 'name' | 'rooms' | 'messages'>;

const count = z.number().int().nonnegative();
const keptSchema: ZodType<Kept> = z.object({ name: z.string().nullable(), rooms: count, messages: count });

function look(signal: AbortSignal): Promise<Kept> {
  return requestJson('/api/me', keptSchema, { signal });
}

/** Deletes it for good, in every room. */
function forget(): Promise<void> {
  return requestNothing('/api/me', { method: 'DELETE' });
}

/** Asks the server, for whoever shows this. */
export const keeper = { look, forget };
