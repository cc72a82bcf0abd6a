import { expect, targets, test } from '../../harness/brokers.ts';
import { PeerServer } from '../../harness/peer-server.ts';
import { RawPeer } from '../../harness/raw-peer.ts';

const MALFORMED = ['', '{', '{"type":"OFFER"', 'OFFER', '7', '"OFFER"', 'true', 'null', '{"type":"OFFER",}'];
const NO_MESSAGE = ['[]', '[{"type":"OFFER"}]', '{}'];

for (const target of targets) {
  for (const text of [...MALFORMED, ...NO_MESSAGE]) {
    test(`${target} ignores ${JSON.stringify(text)} and goes on`, async ({ broker }) => {
      const ann = await RawPeer.join(await broker(target)); // in library mode with a listener for errors
      ann.send(text);
      ann.socket.sendBinary(Buffer.from(text));
      expect(await ann.soFar()).toEqual([]);
    });
  }
}

test('focusly goes on when what is no UTF-8 comes in a binary frame', async ({ broker }) => {
  const ann = await RawPeer.join(await broker('focusly'));
  ann.socket.sendBinary(Buffer.from([0xff, 0xfe, 0x7b]));
  expect(await ann.soFar()).toEqual([]);
});

test('peer ends in library mode when nobody listens for its errors', async ({ kept }) => {
  const broker = await kept(PeerServer.library({ deaf: true }));
  const [ann, bea] = [await RawPeer.join(broker), await RawPeer.join(broker)];
  ann.send('{');
  await Promise.all([ann.socket.closed, bea.socket.closed]);
  await expect.poll(() => broker.running).toBe(false);
  expect(broker.log).toContain('SyntaxError');
});

test('peer survives by its command, but hears that client no more', async ({ kept }) => {
  const broker = await kept(PeerServer.cli());
  const [ann, bea] = [await RawPeer.join(broker), await RawPeer.join(broker)];
  ann.send('{');
  ann.send({ type: 'OFFER', dst: bea.id, payload: 'unheard' });
  await expect.poll(() => broker.log).toContain('Error: SyntaxError');
  bea.send({ type: 'OFFER', dst: ann.id, payload: 'still reached' });
  expect(await ann.next()).toMatchObject({ payload: 'still reached' });
  expect(await bea.soFar()).toEqual([]);
});
