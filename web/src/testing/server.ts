import { vi } from 'vitest';

/** Answers `fetch` from a table of `METHOD path`; what is not listed is a failed connection. */
export function answering(replies: Record<string, { status: number; body: unknown }>): void {
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => {
    const reply = replies[`${init?.method ?? 'GET'} ${path}`];
    if (!reply) return Promise.reject(new TypeError('failed to fetch'));
    return Promise.resolve(Response.json(reply.body, { status: reply.status }));
  });
}
