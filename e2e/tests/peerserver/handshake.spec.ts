import { expect, LONELY, targets, test, type Target } from '../../harness/brokers.ts';
import { RawSocket } from '../../harness/raw.ts';
import { errorFrame, freshId, ID_TAKEN, listed, OPEN, RawPeer, type Frame } from '../../harness/raw-peer.ts';

const INCOMPLETE = errorFrame('No id, token, or key supplied to websocket server');
const WRONG_KEY = errorFrame('Invalid key provided');
const FULL = errorFrame('Server has reached its concurrent user limit');

/** PeerServer closes without a code, we with the usual one; clients look at neither. */
const CLOSED: Record<Target, number> = { peer: 1005, focusly: 1000 };

/** As soon as those before have been noticed to be gone. */
async function joinsIn(join: () => Promise<RawPeer>): Promise<RawPeer> {
  let peer: RawPeer | undefined;
  await expect(async () => (peer = await join())).toPass({ intervals: [20], timeout: 5_000 });
  return peer ?? join();
}

for (const target of targets) {
  test.describe(target, () => {
    const handshakes: [query: string, first: Frame][] = [
      ['', INCOMPLETE],
      ['key=peerjs&id=ID', INCOMPLETE],
      ['key=peerjs&token=t', INCOMPLETE],
      ['id=ID&token=t', INCOMPLETE],
      ['key=&id=ID&token=t', INCOMPLETE],
      ['key=peerjs&id=&token=t', INCOMPLETE],
      ['key=peerjs&id=ID&token=', INCOMPLETE],
      ['key=wrong&id=ID', INCOMPLETE], // before the key is looked at
      ['key=wrong&id=ID&token=t', WRONG_KEY],
      ['key=PEERJS&id=ID&token=t', WRONG_KEY],
      // Of several values the last counts, for the better or the worse.
      ['key=wrong&key=peerjs&id=ID&token=t', OPEN],
      ['key=peerjs&key=wrong&id=ID&token=t', WRONG_KEY],
      ['key=peerjs&id=&id=ID&token=t', OPEN],
      ['key=peerjs&id=ID&id=&token=t', INCOMPLETE],
      ['key=peerjs&id=ID&token=t&token=', INCOMPLETE],
      // What a client adds is ignored, and an id may be anything.
      ['key=peerjs&id=ID&token=t&version=0.0.1&other=1', OPEN],
      ['id=%C3%A4%20ID+%2F%22%5C%F0%9F%99%82&token=%00&key=peerjs', OPEN],
    ];
    for (const [query, first] of handshakes) {
      test(`answers ?${query} with ${first.type}`, async ({ broker }) => {
        const path = `/peerjs?${query.replaceAll('ID', freshId())}`;
        const socket = await RawSocket.open(await broker(target), path);
        expect(JSON.parse(await socket.next())).toEqual(first);
        if (first.type === 'ERROR') expect(await socket.closed).toBe(CLOSED[target]);
        else socket.close();
      });
    }

    test('takes the last of several ids', async ({ broker }) => {
      const [first, last] = [freshId(), freshId()];
      const query = `key=peerjs&id=${first}&id=${last}&token=wrong&token=right`;
      const socket = await RawSocket.open(await broker(target), `/peerjs?${query}`);
      expect(JSON.parse(await socket.next())).toEqual(OPEN);
      await listed(await broker(target), last, true);
      const other = await RawPeer.connect(await broker(target), last, 'wrong');
      expect(await other.next()).toEqual(ID_TAKEN);
    });

    test('limits the lengths of ids and tokens, or not', async ({ broker }) => {
      const tooLong = errorFrame('The id or token supplied is too long');
      for (const [id, token] of [
        [freshId('long').padEnd(129, '-'), 't'],
        [freshId(), 't'.repeat(1025)],
      ]) {
        const peer = await RawPeer.connect(await broker(target), id, token);
        expect(await peer.next()).toEqual({ peer: OPEN, focusly: tooLong }[target]);
      }
    });

    test('refuses an id that is taken, unless the key is wrong', async ({ broker }) => {
      const owner = await RawPeer.join(await broker(target));
      const other = await RawPeer.connect(await broker(target), owner.id, 'another');
      expect(await other.next()).toEqual(ID_TAKEN);
      expect(await other.socket.closed).toBe(CLOSED[target]);
      const stranger = await RawPeer.connect(await broker(target), owner.id, 'another', { key: 'wrong' });
      expect(await stranger.next()).toEqual(WRONG_KEY);
      owner.send({ type: 'OFFER', dst: owner.id });
      expect(await owner.soFar()).toMatchObject([{ type: 'OFFER', src: owner.id }]);
    });

    test('frees an id when its socket closes', async ({ broker }) => {
      const owner = await RawPeer.join(await broker(target));
      await owner.socket.leave();
      await listed(await broker(target), owner.id, false);
      await RawPeer.join(await broker(target), owner.id, 'another');
    });

    test('frees an id when its socket is lost: what remains of hijacking', async ({ broker }) => {
      const owner = await RawPeer.join(await broker(target));
      owner.socket.close();
      await listed(await broker(target), owner.id, false);
      await RawPeer.join(await broker(target), owner.id, 'another');
    });

    test('lets no more in than it may', async ({ broker }) => {
      const lonely = await broker(target, LONELY);
      const there = { path: '/apps/signal' };
      const first = await joinsIn(() => RawPeer.join(lonely, freshId(), 't', there));
      const second = await RawPeer.connect(lonely, freshId(), 't', there);
      expect(await second.next()).toEqual(FULL);
      expect(await second.socket.closed).toBe(CLOSED[target]);
      // That an id is taken is said before, and who comes back needs no place.
      const thief = await RawPeer.connect(lonely, first.id, 'another', there);
      expect(await thief.next()).toEqual(ID_TAKEN);
      const again = await RawPeer.connect(lonely, first.id, 't', there);
      expect(await again.soFar()).toEqual({ peer: [], focusly: [OPEN] }[target]);
      await first.socket.leave();
      await again.socket.leave();
      const next = await joinsIn(() => RawPeer.join(lonely, second.id, 't', there));
      await next.socket.leave();
    });

    test('gives an id to a new socket with the same token', async ({ broker }) => {
      const old = await RawPeer.join(await broker(target));
      const fresh = await RawPeer.connect(await broker(target), old.id);
      const friend = await RawPeer.join(await broker(target));
      const differs = {
        // The new socket hears no OPEN; the old one stays, and still speaks for the id.
        peer: async () => {
          expect(await fresh.soFar()).toEqual([]);
          old.send({ type: 'OFFER', dst: friend.id, payload: 'by the old one' });
          expect(await friend.next()).toMatchObject({ src: old.id, payload: 'by the old one' });
        },
        focusly: async () => {
          expect(await fresh.soFar()).toEqual([OPEN]);
          expect(await old.socket.closed).toBe(1000);
        },
      };
      await differs[target]();
      friend.send({ type: 'OFFER', dst: old.id, payload: 'to the new one' });
      await friend.soFar();
      expect(await fresh.soFar()).toMatchObject([{ src: friend.id, payload: 'to the new one' }]);
      // The end of the old socket frees nothing.
      await old.socket.leave();
      await friend.soFar();
      expect(await (await RawPeer.connect(await broker(target), old.id, 'another')).next()).toEqual(ID_TAKEN);
      expect(await fresh.soFar()).toEqual([]);
    });
  });
}
