import { expect, PATIENT, QUICK, targets, test } from '../../harness/brokers.ts';
import { expireFrame, freshId, OPEN, RawPeer } from '../../harness/raw-peer.ts';

const EXPIRE_MS = QUICK.expire_timeout ?? 0;
const CLEANUP_MS = QUICK.cleanup_out_msgs ?? 0;

/** Two busy cores. */
const LATENESS_MS = 1_500;

for (const target of targets) {
  test.describe(target, () => {
    test('delivers what waited behind OPEN, in the order in which it came', async ({ broker }) => {
      const dst = freshId('late');
      const senders = [
        await RawPeer.join(await broker(target, PATIENT)),
        await RawPeer.join(await broker(target, PATIENT)),
      ];
      const sent: unknown[] = [];
      for (let number = 0; number < 20; number++) {
        for (const sender of senders) {
          const message = { type: 'CANDIDATE', dst, payload: { number } };
          sender.send(message);
          await sender.soFar();
          sent.push({ ...message, src: sender.id });
        }
      }
      const late = await RawPeer.connect(await broker(target, PATIENT), dst);
      expect(await late.soFar()).toEqual([OPEN, ...sent]);
    });

    test('tells each sender once for each peer that did not come', async ({ broker }) => {
      const [ann, bea] = [await RawPeer.join(await broker(target)), await RawPeer.join(await broker(target))];
      const [x, y] = [freshId('absent'), freshId('absent')];
      for (const type of ['OFFER', 'CANDIDATE', 'CANDIDATE']) ann.send({ type, dst: x });
      ann.send({ type: 'OFFER', dst: y });
      bea.send({ type: 'OFFER', dst: x });
      const frames = [await ann.next(), await ann.next()];
      expect(frames).toEqual(expect.arrayContaining([expireFrame(x, ann.id), expireFrame(y, ann.id)]));
      expect(await bea.next()).toEqual(expireFrame(x, bea.id));
      expect([await ann.soFar(), await bea.soFar()]).toEqual([[], []]);
    });

    test('gives up in its time and not before', async ({ broker }) => {
      const ann = await RawPeer.join(await broker(target));
      const sentAt = performance.now();
      ann.send({ type: 'OFFER', dst: freshId('absent') });
      expect((await ann.next()).type).toBe('EXPIRE');
      const waited = performance.now() - sentAt;
      expect(waited).toBeGreaterThan(EXPIRE_MS - 2); // their clock has whole milliseconds
      expect(waited).toBeLessThan(EXPIRE_MS + CLEANUP_MS + LATENESS_MS);
    });

    test('gives up a whole queue when its first message is too old', async ({ broker }) => {
      const ann = await RawPeer.join(await broker(target));
      const dst = freshId('absent');
      // One every few milliseconds until the first has expired: the last of them is young then.
      let told: unknown[] = [];
      let number = 0;
      for (let nextAt = performance.now(); told.length === 0; told = await ann.soFar()) {
        if (performance.now() < nextAt) continue;
        ann.send({ type: 'CANDIDATE', dst, payload: { number: (number += 1) } });
        nextAt += EXPIRE_MS / 20;
      }
      expect(number).toBeGreaterThan(2);
      expect(told).toEqual([expireFrame(dst, ann.id)]);
      const late = await RawPeer.connect(await broker(target), dst);
      const [opened, ...rest] = await late.soFar();
      expect(opened).toEqual(OPEN);
      // Only the very last may have come behind the sweep, and be the first of a new queue.
      expect(rest.map(({ payload }) => payload)).toEqual(rest.length === 0 ? [] : [{ number }]);
    });

    test('tells nobody when the sender has gone, and keeps nothing for its return', async ({ broker }) => {
      const [gone, witness] = [
        await RawPeer.join(await broker(target)),
        await RawPeer.join(await broker(target)),
      ];
      const dst = freshId('absent');
      gone.send({ type: 'OFFER', dst });
      await gone.soFar();
      await gone.socket.leave();
      witness.send({ type: 'OFFER', dst });
      expect(await witness.next()).toEqual(expireFrame(dst, witness.id)); // in the same sweep
      const back = await RawPeer.connect(await broker(target), gone.id);
      expect(await back.soFar()).toEqual([OPEN]);
    });

    test('delivers what a sender left behind', async ({ broker }) => {
      const gone = await RawPeer.join(await broker(target, PATIENT));
      const dst = freshId('late');
      gone.send({ type: 'OFFER', dst });
      await gone.soFar();
      await gone.socket.leave();
      const late = await RawPeer.connect(await broker(target, PATIENT), dst);
      expect(await late.soFar()).toEqual([OPEN, { type: 'OFFER', src: gone.id, dst }]);
    });

    test('has a limit to what waits, or none', async ({ broker }) => {
      const [limit, sent] = [256, 300];
      const ann = await RawPeer.join(await broker(target, PATIENT));
      const dst = freshId('late');
      for (let number = 0; number < sent; number++) ann.send({ type: 'CANDIDATE', dst, payload: number });
      const refused = await ann.soFar();
      const late = await RawPeer.connect(await broker(target, PATIENT), dst);
      const kept = (await late.soFar()).slice(1).map(({ payload }) => payload);
      const expected = { peer: sent, focusly: limit }[target];
      expect(kept).toEqual(Array.from({ length: expected }, (_, number) => number));
      expect(refused).toEqual(Array.from({ length: sent - expected }, () => expireFrame(dst, ann.id)));
    });
  });
}
