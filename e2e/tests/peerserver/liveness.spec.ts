import { expect, SHORT_LIVED, targets, test, type Target } from '../../harness/brokers.ts';
import { listed, RawPeer } from '../../harness/raw-peer.ts';

const ALIVE_MS = SHORT_LIVED.alive_timeout;

/** PeerServer looks every 300 ms; and the cores are busy. */
const LATENESS_MS = 1_800;

const CLOSED: Record<Target, number> = { peer: 1005, focusly: 1000 };

for (const target of targets) {
  test.describe(target, () => {
    test('closes who is silent and keeps who gives a sign of life', async ({ broker }) => {
      const short = await broker(target, SHORT_LIVED);
      const [beats, talks, pings] = [
        await RawPeer.join(short),
        await RawPeer.join(short),
        await RawPeer.join(short),
      ];
      const life = setInterval(() => {
        beats.send({ type: 'HEARTBEAT' });
        talks.send({ type: 'OFFER', dst: beats.id });
        void pings.socket.ping();
      }, ALIVE_MS / 7);
      // Two that are silent, one after the other, are the clock: longer than one of them nobody is silent.
      for (let round = 0; round < 2; round++) {
        const since = performance.now();
        const silent = await RawPeer.join(short);
        expect(await silent.socket.closed).toBe(CLOSED[target]);
        expect(performance.now() - since).toBeGreaterThan(ALIVE_MS - 2);
        expect(performance.now() - since).toBeLessThan(ALIVE_MS + LATENESS_MS);
        await listed(short, silent.id, false);
        await (await RawPeer.join(short, silent.id, 'another')).socket.leave();
      }
      await beats.soFar();
      const differs = {
        // Only its own word counts, whatever else is heard.
        peer: async () => {
          expect(await talks.socket.closed).toBe(CLOSED[target]);
          expect(await pings.socket.closed).toBe(CLOSED[target]);
        },
        focusly: async () => {
          await talks.soFar();
          await pings.soFar();
        },
      };
      await differs[target]();
      clearInterval(life);
    });

    test('answers no HEARTBEAT', async ({ broker }) => {
      const ann = await RawPeer.join(await broker(target));
      ann.send({ type: 'HEARTBEAT' });
      ann.send({ type: 'HEARTBEAT', dst: ann.id, payload: 1 });
      expect(await ann.soFar()).toEqual([]);
    });
  });
}
