import { afterEach, expect, it, vi } from 'vitest';
import { introduce } from './rooms';

afterEach(() => {
  vi.unstubAllGlobals();
});

it('waits for the answer that brings the cookie', async () => {
  let answer: (response: Response) => void = () => undefined;
  const fetch = vi.fn(() => new Promise<Response>((resolve) => (answer = resolve)));
  vi.stubGlobal('fetch', fetch);
  const known = vi.fn();
  const introduced = introduce('abc-defg-hij').then(known);
  await vi.waitFor(() => expect(fetch).toHaveBeenCalledWith('/api/rooms/abc-defg-hij', expect.anything()));
  expect(known).not.toHaveBeenCalled();
  answer(Response.json({ roomId: 'abc-defg-hij', members: 0 }));
  await introduced;
});

it.each([
  ['says no', () => Promise.resolve(Response.json({ title: 'too many' }, { status: 429 }))],
  ['is not there', () => Promise.reject(new TypeError('failed to fetch'))],
])('goes on when the server %s', async (_, fetch) => {
  vi.stubGlobal('fetch', fetch);
  await expect(introduce('abc-defg-hij')).resolves.toBeUndefined();
});
