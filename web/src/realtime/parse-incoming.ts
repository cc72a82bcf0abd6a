import type { z } from '@/shared/schema';

/** The parsed value, or undefined after one warning: a malformed message is dropped and never throws into the socket. */
export function parseIncoming<S extends z.ZodType>(
  schema: S,
  value: unknown,
  event: string,
): z.output<S> | undefined {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const where = result.error.issues[0]?.path.join('.') ?? '';
  // eslint-disable-next-line no-console -- the one trace of a server that speaks another dialect
  console.warn(`Dropped a malformed "${event}" from the server${where === '' ? '' : ` (at ${where})`}.`);
  return undefined;
}
