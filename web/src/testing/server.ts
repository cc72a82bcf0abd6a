import { vi } from 'vitest';

/**
 * Answers `fetch` from a table of `METHOD path`; what is not listed is a failed connection.
 *
 * @param asked takes the bodies that come
 */
export function answering(
  replies: Record<string, { status: number; body: unknown }>,
  asked: (body: unknown) => void = () => undefined,
): void {
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => {
    if (typeof init?.body === 'string') asked(JSON.parse(init.body));
    const reply = replies[`${init?.method ?? 'GET'} ${path}`];
    if (!reply) return Promise.reject(new TypeError('failed to fetch'));
    return Promise.resolve(Response.json(reply.body, { status: reply.status }));
  });
}
