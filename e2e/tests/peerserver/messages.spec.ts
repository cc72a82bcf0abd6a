import { expect, targets, test, type Broker } from '../../harness/brokers.ts';
import { freshId, listed, OPEN, RawPeer } from '../../harness/raw-peer.ts';

const RELAYED = ['OFFER', 'ANSWER', 'CANDIDATE', 'LEAVE', 'EXPIRE'];
const WAITING = ['OFFER', 'ANSWER', 'CANDIDATE'];
const IGNORED = ['OPEN', 'HEARTBEAT', 'ERROR', 'ID-TAKEN', 'INVALID-KEY', 'COFFEE', 'offer', '', 7, null];

async function two(broker: Promise<Broker>): Promise<[RawPeer, RawPeer]> {
  return [await RawPeer.join(await broker), await RawPeer.join(await broker)];
}

for (const target of targets) {
  test.describe(target, () => {
    for (const type of RELAYED) {
      test(`relays ${type}, and says itself who sent it`, async ({ broker }) => {
        const [ann, bea] = await two(broker(target));
        const message = { type, dst: bea.id, payload: { sdp: 'v=0', nested: [{ deep: null }] } };
        ann.send(message);
        ann.send({ ...message, src: bea.id });
        ann.send({ src: { id: bea.id }, ...message });
        const arrived = { ...message, src: ann.id };
        await ann.soFar();
        expect(await bea.soFar()).toEqual([arrived, arrived, arrived]);
      });
    }

    for (const type of IGNORED) {
      test(`does nothing about ${JSON.stringify(type)}, to a peer, to nobody or without one`, async ({
        broker,
      }) => {
        const [ann, bea] = await two(broker(target));
        const absent = freshId('absent');
        for (const dst of [bea.id, absent, undefined]) ann.send({ type, dst, payload: 'for nobody' });
        expect(await ann.soFar()).toEqual([]);
        expect(await bea.soFar()).toEqual([]);
        const late = await RawPeer.join(await broker(target), absent);
        expect(await late.soFar()).toEqual([]);
      });
    }

    test('does nothing about a message without a type', async ({ broker }) => {
      const [ann, bea] = await two(broker(target));
      ann.send({ dst: bea.id, payload: 1 });
      expect(await ann.soFar()).toEqual([]);
      expect(await bea.soFar()).toEqual([]);
    });

    test('relays to oneself', async ({ broker }) => {
      const ann = await RawPeer.join(await broker(target));
      ann.send({ type: 'OFFER', dst: ann.id });
      expect(await ann.soFar()).toEqual([{ type: 'OFFER', dst: ann.id, src: ann.id }]);
    });

    test('passes on what it does not know, digit by digit, or not', async ({ broker }) => {
      const [ann, bea] = await two(broker(target));
      const written = '"payload":{"one":1.0,"big":12345678901234567890,"e":1e2,"z":"\\u0041"}';
      ann.send(`{"type":"OFFER","dst":"${bea.id}",${written},"added":{"later":true}}`);
      const read = '"payload":{"one":1,"big":12345678901234567000,"e":100,"z":"A"}';
      const [frame] = await bea.socket.take(() => true);
      // PeerServer keeps four members and writes them anew; we leave the text as it is.
      expect(frame).toBe(
        {
          peer: `{"type":"OFFER","src":"${ann.id}","dst":"${bea.id}",${read}}`,
          focusly: `{"type":"OFFER","dst":"${bea.id}",${written},"added":{"later":true},"src":"${ann.id}"}`,
        }[target],
      );
    });

    test('reads a binary frame as text', async ({ broker }) => {
      const [ann, bea] = await two(broker(target));
      ann.socket.sendBinary(Buffer.from(JSON.stringify({ type: 'OFFER', dst: bea.id, payload: 'ä🙂' })));
      expect(await bea.next()).toEqual({ type: 'OFFER', src: ann.id, dst: bea.id, payload: 'ä🙂' });
    });

    test('has a limit to the length of a message, or none', async ({ broker }) => {
      const [ann, bea] = await two(broker(target));
      const [short, long] = ['s'.repeat(130_000), 'l'.repeat(140_000)];
      for (const payload of [long, short]) ann.send({ type: 'OFFER', dst: bea.id, payload });
      await ann.soFar();
      const arrived = (await bea.soFar()).map(({ payload }) => payload);
      expect(arrived).toEqual({ peer: [long, short], focusly: [short] }[target]);
    });

    for (const type of WAITING) {
      test(`keeps ${type} for a peer that is not there yet`, async ({ broker }) => {
        const ann = await RawPeer.join(await broker(target));
        const dst = freshId('late');
        ann.send({ type, dst, payload: 'early' });
        await ann.soFar();
        const late = await RawPeer.connect(await broker(target), dst);
        expect(await late.soFar()).toEqual([OPEN, { type, src: ann.id, dst, payload: 'early' }]);
      });
    }

    for (const type of ['LEAVE', 'EXPIRE']) {
      test(`drops ${type} for a peer that is not there`, async ({ broker }) => {
        const ann = await RawPeer.join(await broker(target));
        const dst = freshId('late');
        ann.send({ type, dst });
        expect(await ann.soFar()).toEqual([]);
        const late = await RawPeer.connect(await broker(target), dst);
        expect(await late.soFar()).toEqual([OPEN]);
      });
    }

    test('drops what has no destination', async ({ broker }) => {
      const ann = await RawPeer.join(await broker(target));
      for (const type of [...WAITING, 'EXPIRE'])
        for (const dst of [undefined, null, '']) ann.send({ type, dst, payload: 1 });
      expect(await ann.soFar()).toEqual([]);
    });

    test('keeps messages for a number, or not', async ({ broker }) => {
      const ann = await RawPeer.join(await broker(target));
      const witness = freshId('absent');
      ann.send({ type: 'OFFER', dst: 7 });
      ann.send({ type: 'OFFER', dst: witness });
      const frames = await ann.socket.take((frame) => frame.includes(witness));
      const forTheNumber = [{ type: 'EXPIRE', src: 7, dst: ann.id }];
      expect(frames.slice(0, -1).map((frame) => JSON.parse(frame) as unknown)).toEqual(
        { peer: forTheNumber, focusly: [] }[target],
      );
    });

    for (const [name, dst] of [
      ['without dst', undefined],
      ['with dst null', null],
      ['with an empty dst', ''],
    ]) {
      test(`LEAVE ${name} frees the sender's id and leaves the socket open`, async ({ broker }) => {
        const [ann, bea] = await two(broker(target));
        ann.send({ type: 'LEAVE', dst });
        await listed(await broker(target), ann.id, false);
        const next = await RawPeer.join(await broker(target), ann.id, 'another');
        ann.send({ type: 'OFFER', dst: bea.id, payload: 'from the past' });
        await ann.socket.ping();
        const differs = {
          // It may go on in a name that is someone else's now, and its end takes the name from them.
          peer: async () => {
            expect(await bea.next()).toMatchObject({ src: ann.id, payload: 'from the past' });
            await ann.socket.leave();
            await listed(await broker(target), ann.id, false);
          },
          focusly: async () => {
            await ann.socket.leave();
            expect(await bea.soFar()).toEqual([]);
            expect(await next.soFar()).toEqual([]);
          },
        };
        await differs[target]();
      });
    }

    test('makes LEAVE for a peer that takes no more, or waits with ever more', async ({ broker }) => {
      const [ann, deaf] = await two(broker(target));
      deaf.socket.pause();
      const [payload, most] = ['x'.repeat(100_000), 208];
      let told: unknown[] = [];
      let sent = 0;
      while (told.length === 0 && sent < most) {
        for (let batch = 0; batch < 16; batch++) ann.send({ type: 'CANDIDATE', dst: deaf.id, payload });
        sent += 16;
        told = await ann.soFar();
      }
      const differs = {
        peer: async () => {
          expect(told).toEqual([]);
          deaf.socket.resume();
          expect(await deaf.soFar()).toHaveLength(most);
        },
        focusly: async () => {
          expect(told[0]).toEqual({ type: 'LEAVE', src: deaf.id, dst: ann.id });
          await listed(await broker(target), deaf.id, false);
        },
      };
      await differs[target]();
    });
  });
}
