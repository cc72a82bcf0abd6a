import {
  expect,
  LONELY,
  SHORT_LIVED,
  startBroker,
  targets,
  test as base,
  type Broker,
} from '../../harness/brokers.ts';
import { Focusly } from '../../harness/focusly.ts';
import { freePort } from '../../harness/ports.ts';
import { errorFrame, freshId, ID_TAKEN, listed, RawPeer } from '../../harness/raw-peer.ts';
import { StaticSite } from '../../harness/static-site.ts';
import { StockPeer } from '../../harness/stock-peer.ts';
import { Wire } from '../../harness/wire.ts';

/** The page is of another origin than the broker, as a front end of its own is. */
const test = base.extend<{ wireTo: (broker: Broker) => Promise<Wire> }, { site: StaticSite }>({
  site: [
    async ({}, use) => {
      const site = await StaticSite.start('');
      await use(site);
      await site.stop();
    },
    { scope: 'worker' },
  ],
  page: async ({ page, site }, use) => {
    await page.goto(`${site.origin}/peers.html`);
    await use(page);
  },
  wireTo: async ({}, use) => {
    const wires: Wire[] = [];
    await use(async ({ port }) => {
      const wire = await Wire.to(port);
      wires.push(wire);
      return wire;
    });
    await Promise.all(wires.map((wire) => wire.stop()));
  },
});

const LOST = 'network: Lost connection to server.';

/** The library has words for it, but loses them on the way to the application. */
const REFUSED_OVER_HTTP = 'server-error: ';

/** An offer to a peer, which rings there. */
async function rings(broker: Broker, id: string): Promise<RawPeer> {
  const friend = await RawPeer.join(broker);
  friend.send({ type: 'OFFER', dst: id, payload: { type: 'media', connectionId: 'mc_by_hand' } });
  return friend;
}

for (const target of targets) {
  test.describe(target, () => {
    test('an id is asked for and opened', async ({ broker, page }) => {
      const { port } = await broker(target);
      const peer = await StockPeer.start(page, undefined, { port });
      await expect.poll(() => peer.told()).toEqual([expect.stringMatching(/^open [0-9a-f-]{36}$/)]);
      expect(await peer.state()).toEqual({ open: true, destroyed: false });
    });

    test('a wrong path is told', async ({ broker, page }) => {
      const { port } = await broker(target);
      const peer = await StockPeer.start(page, undefined, { port, path: '/nowhere' });
      await peer.tells(REFUSED_OVER_HTTP, 'disconnected null', 'close');
      expect(await peer.state()).toEqual({ open: false, destroyed: true });
    });

    test('a wrong key is told', async ({ broker, page }) => {
      const { port } = await broker(target);
      const id = freshId();
      const named = await StockPeer.start(page, id, { port, key: 'wrong' });
      await named.tells('server-error: Invalid key provided', `disconnected ${id}`, 'close');
      const unnamed = await StockPeer.start(page, undefined, { port, key: 'wrong' });
      const differs = {
        // Its HTTP takes any key, so that only the socket is refused.
        peer: [
          'server-error: Invalid key provided',
          expect.stringMatching(/^disconnected [0-9a-f-]{36}$/),
          'close',
        ],
        focusly: [REFUSED_OVER_HTTP, 'disconnected null', 'close'],
      };
      await expect.poll(() => unnamed.told()).toEqual(differs[target]);
    });

    test('a taken id is told', async ({ broker, page }) => {
      const { port } = await broker(target);
      const owner = await RawPeer.join(await broker(target));
      const peer = await StockPeer.start(page, owner.id, { port });
      await peer.tells(`unavailable-id: ID "${owner.id}" is taken`, `disconnected ${owner.id}`, 'close');
      expect(await peer.state()).toEqual({ open: false, destroyed: true });
    });

    test('who is there is listed', async ({ broker, page }) => {
      const id = freshId();
      const { port } = await broker(target);
      const peer = await StockPeer.open(page, id, { port });
      const ids = await peer.do(({ peer }) => new Promise((resolve) => peer.listAllPeers(resolve)));
      expect(ids).toEqual(expect.arrayContaining([id]));
    });

    test('a path of its own, a full server and a list that is not shown', async ({ broker, page }) => {
      const { port } = await broker(target, LONELY);
      const id = freshId();
      const alone = await StockPeer.open(page, id, { port, path: 'apps/signal' });
      const second = await StockPeer.start(page, 'second', { port, path: '/apps/signal' });
      const full = 'server-error: Server has reached its concurrent user limit';
      await second.tells(full, 'disconnected second', 'close');
      await alone.do(({ peer }) => peer.listAllPeers(() => undefined));
      await alone.tells(REFUSED_OVER_HTTP, `disconnected ${id}`);
      expect(await alone.state()).toEqual({ open: false, destroyed: false });
    });

    test('a peer that never comes is told, and harms nothing', async ({ broker, page }) => {
      const peer = await StockPeer.open(page, freshId(), await broker(target));
      const absent = freshId('absent');
      await peer.do((client, id) => client.connect(id), absent);
      await peer.tells(`peer-unavailable: Could not connect to peer ${absent}`);
      expect(await peer.state()).toEqual({ open: true, destroyed: false });
    });

    test('a peer that comes late is linked to', async ({ broker, page }) => {
      const { port } = await broker(target, SHORT_LIVED); // what waits, waits five seconds there
      const patient = { port, pingInterval: 100 };
      const [early, late] = [freshId('early'), freshId('late')];
      const caller = await StockPeer.open(page, early, patient);
      await caller.do((client, id) => client.connect(id), late);
      await caller.do(({ peer }) => new Promise((resolve) => peer.listAllPeers(resolve)));
      const called = await StockPeer.start(page, late, patient);
      await called.tells(`open ${late}`, `connection ${early}`, `linked ${early}`);
      await caller.tells(`linked ${late}`);
      await caller.reaches(called);
      await called.reaches(caller);
    });

    test('LEAVE ends the link with who sent it, and a call rings', async ({ broker, page }) => {
      const [ann, bea] = [freshId('ann'), freshId('bea')];
      const caller = await StockPeer.open(page, ann, await broker(target));
      const called = await StockPeer.open(page, bea, await broker(target));
      await caller.do((client, id) => client.connect(id), bea);
      await called.tells(`connection ${ann}`, `linked ${ann}`);
      await caller.tells(`linked ${bea}`);
      await called.do(({ peer }, dst) => peer.socket.send({ type: 'LEAVE', dst }), ann);
      await caller.tells(`parted ${bea}`);
      await caller.do(({ peer }, id) => void peer.call(id, new MediaStream()), bea);
      await called.tells(`parted ${ann}`, `call ${ann}`);
    });

    test('candidates that come before their offer are kept for it', async ({ broker, page }) => {
      const id = freshId('called');
      const called = await StockPeer.open(page, id, await broker(target));
      const raw = await RawPeer.join(await broker(target));
      const { sdp, candidate } = await page.evaluate(() =>
        (window as unknown as { offer(): Promise<{ sdp: object; candidate: object }> }).offer(),
      );
      const common = { connectionId: 'dc_by_hand', type: 'data' };
      raw.send({
        type: 'OFFER',
        dst: id,
        payload: { ...common, type: 'coffee', connectionId: 'dc_other', sdp },
      });
      raw.send({ type: 'CANDIDATE', dst: id, payload: { ...common, candidate } });
      raw.send({
        type: 'OFFER',
        dst: id,
        payload: { ...common, sdp, label: 'by hand', reliable: true, serialization: 'binary', metadata: 7 },
      });
      const answer = await raw.socket.next((frame) => frame.includes('"ANSWER"'));
      expect(JSON.parse(answer)).toMatchObject({ type: 'ANSWER', src: id, dst: raw.id, payload: common });
      await called.tells(`connection ${raw.id}`);
    });

    test('its heartbeats keep it alive, and without them it is gone', async ({ broker, page }) => {
      const { port } = await broker(target, SHORT_LIVED);
      const [beating, silent] = [freshId('beating'), freshId('silent')];
      const peer = await StockPeer.open(page, beating, { port, pingInterval: 100 });
      const first = await StockPeer.open(page, silent, { port, pingInterval: 600_000 });
      await first.tells(LOST, `disconnected ${silent}`);
      const second = await StockPeer.open(page, silent, { port, pingInterval: 600_000 });
      await second.tells(LOST, `disconnected ${silent}`);
      expect(await peer.told()).toEqual([]);
    });

    test('links outlive the server; an id is had again with its token, unless it is taken', async ({
      kept,
      page,
    }) => {
      const server = await kept(startBroker(target));
      const [ann, bea] = [freshId('ann'), freshId('bea')];
      const caller = await StockPeer.open(page, ann, server);
      const called = await StockPeer.open(page, bea, server);
      await caller.do((client, id) => client.connect(id), bea);
      await called.tells(`connection ${ann}`, `linked ${ann}`);
      await caller.tells(`linked ${bea}`);
      await server.kill();
      await caller.tells(LOST, `disconnected ${ann}`);
      await called.tells(LOST, `disconnected ${bea}`);
      await caller.reaches(called);
      await server.startAgain();
      await caller.do(({ peer }) => peer.reconnect());
      await caller.tells(`open ${ann}`);
      expect(await (await RawPeer.connect(server, ann, 'another')).next()).toEqual(ID_TAKEN);
      const thief = await RawPeer.join(server, bea, 'another');
      await called.do(({ peer }) => peer.reconnect());
      await called.tells(`unavailable-id: ID "${bea}" is taken`, `disconnected ${bea}`);
      expect(await called.state()).toEqual({ open: false, destroyed: false });
      await called.reaches(caller);
      await thief.socket.leave();
    });

    test('it comes back before the server knows that it was away', async ({ broker, page, wireTo }) => {
      const wire = await wireTo(await broker(target));
      const id = freshId();
      const peer = await StockPeer.open(page, id, wire);
      wire.cutNear();
      await peer.tells(LOST, `disconnected ${id}`);
      await peer.do(({ peer }) => peer.reconnect());
      const differs = {
        // It is never told that it is open, though it is reached; OPEN would have come first.
        peer: async () => {
          const connections = async (): Promise<number> =>
            (await broker(target)).log.split(`{"event":"connection","id":"${id}"}`).length - 1;
          await expect.poll(connections).toBe(2);
          const friend = await rings(await broker(target), id);
          await peer.tells(`call ${friend.id}`);
          expect(await peer.state()).toEqual({ open: false, destroyed: false });
        },
        focusly: async () => {
          await peer.tells(`open ${id}`);
          const friend = await rings(await broker(target), id);
          await peer.tells(`call ${friend.id}`);
          expect(await peer.state()).toEqual({ open: true, destroyed: false });
        },
      };
      await differs[target]();
    });

    test('a page that is loaded anew has its id again with another token', async ({ broker, page }) => {
      const { port } = await broker(target);
      const id = freshId();
      await StockPeer.open(page, id, { port });
      await page.reload();
      await StockPeer.open(page, id, { port });
    });
  });
}

test('focusly, told to hold ids, holds a lost one for its client, and none of a page that was left; and limits an address', async ({
  kept,
  page,
  wireTo,
}) => {
  const server = await kept(
    Focusly.start({
      FOCUSLY_PEERJS_ADDRESS_LIMIT: '3',
      FOCUSLY_PEERJS_ALLOW_DISCOVERY: 'true',
      FOCUSLY_PEERJS_ID_HOLD: '1h',
    }),
  );
  const wire = await wireTo(server);
  const id = freshId();
  const peer = await StockPeer.open(page, id, { port: wire.port });
  wire.cut();
  await peer.tells(LOST, `disconnected ${id}`);
  await listed(server, id, false);
  expect(await (await RawPeer.connect(server, id, 'a guess')).next()).toEqual(ID_TAKEN);
  await peer.do(({ peer }) => peer.reconnect());
  await peer.tells(`open ${id}`);
  await page.reload();
  await StockPeer.open(page, id, { port: wire.port });
  await RawPeer.join(server);
  await RawPeer.join(server);
  const fourth = await RawPeer.connect(server);
  expect(await fourth.next()).toEqual(errorFrame('Too many peers are connected from this address'));
});

test('a server that does not listen is told', async ({ page }) => {
  const peer = await StockPeer.start(page, undefined, { port: await freePort() });
  await peer.tells(REFUSED_OVER_HTTP, 'disconnected null', 'close');
});
