import { ELSEWHERE, expect, targets, test, type Broker } from '../../harness/brokers.ts';
import { PeerServer } from '../../harness/peer-server.ts';
import { exchange, refusedUpgrade, send } from '../../harness/raw.ts';
import { freshId, listed, RawPeer } from '../../harness/raw-peer.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const HTML = 'text/html; charset=utf-8';
const TEXT = 'text/plain; charset=utf-8';
const INFO = {
  name: 'PeerJS Server',
  description: 'A server side element to broker connections between PeerJS clients.',
  website: 'https://peerjs.com/',
};

test.describe('paths', () => {
  const shapes: [name: string, base: string, start: () => Promise<Broker>][] = [
    ['peer stand-alone', '', () => PeerServer.library()],
    ['peer stand-alone at a path', '/apps/signal', () => PeerServer.library({ path: '/apps/signal' })],
    ['peer mounted at /peerjs', '/peerjs', () => PeerServer.library({ mount: '/peerjs' })],
    [
      'peer mounted, at a path',
      '/apps/signal',
      () => PeerServer.library({ mount: '/apps', path: '/signal' }),
    ],
    ['peer by its command', '', () => PeerServer.cli()],
    ['peer by its command at a path', '/apps/signal', () => PeerServer.cli('--path', '/apps/signal')],
  ];
  for (const [name, base, start] of shapes) {
    test(`of ${name}`, async ({ kept }) => {
      const broker = await kept(start());
      await servesAll(broker, base);
      await servesInfo(broker, base);
    });
  }

  test('of focusly: both that are usual, and one of its own', async ({ broker }) => {
    const focusly = await broker('focusly', ELSEWHERE);
    for (const base of ['', '/peerjs', '/apps/signal']) await servesAll(focusly, base);
    for (const base of ['/peerjs', '/apps/signal']) await servesInfo(focusly, base);
    expect((await send(focusly, 'GET', '/')).body).toContain('<title>'); // the root is the web app's
  });
});

async function servesAll(broker: Broker, base: string): Promise<void> {
  expect((await send(broker, 'GET', `${base}/peerjs/id`)).body).toMatch(UUID);
  expect((await send(broker, 'GET', `${base}/peerjs/peers`)).status).toBe(401);
  const peer = await RawPeer.join(broker, undefined, undefined, { path: base });
  expect(await peer.soFar()).toEqual([]);
}

async function servesInfo(broker: Broker, base: string): Promise<void> {
  const { status, type, body } = await send(broker, 'GET', `${base}/`);
  expect([status, type, JSON.parse(body)]).toEqual([200, 'application/json; charset=utf-8', INFO]);
}

for (const target of targets) {
  test.describe(target, () => {
    test('gives out ids', async ({ broker }) => {
      for (const path of ['/peerjs/id', '/peerjs/id/', '/peerjs/id?ts=17930.25&version=1.5.5']) {
        const answer = await send(await broker(target), 'GET', path);
        expect(answer).toEqual({ status: 200, type: HTML, body: expect.stringMatching(UUID) });
        expect((await send(await broker(target), 'GET', path)).body).not.toBe(answer.body);
      }
    });

    test('reserves no id that it gave out', async ({ broker }) => {
      const { body: id } = await send(await broker(target), 'GET', '/peerjs/id');
      const first = await RawPeer.join(await broker(target), id, 'whoever comes first');
      expect(await first.soFar()).toEqual([]);
    });

    test('takes another key over HTTP, or not', async ({ broker }) => {
      const id = await send(await broker(target), 'GET', '/peerjs-other/id');
      const under = await send(await broker(target), 'GET', '/peerjs/other/id');
      const peers = await send(await broker(target), 'GET', '/peerjs/other/peers');
      const wrongKey = { status: 401, type: TEXT, body: 'Invalid key provided' };
      const differs = {
        peer: () => {
          expect(id).toEqual({ status: 200, type: HTML, body: expect.stringMatching(UUID) });
          expect([under.status, peers.status]).toEqual([404, 404]); // it has one path
        },
        focusly: () => {
          expect(id.body).not.toMatch(UUID); // the web app's
          expect([under, peers]).toEqual([wrongKey, wrongKey]);
        },
      };
      differs[target]();
    });

    test('lists who is connected if it may', async ({ broker }) => {
      const peer = await RawPeer.join(await broker(target));
      const answer = await send(await broker(target), 'GET', '/peerjs/peers');
      expect(answer).toMatchObject({ status: 200, type: 'application/json; charset=utf-8' });
      expect(JSON.parse(answer.body)).toContain(peer.id);
      await peer.socket.leave();
      await listed(await broker(target), peer.id, false);
    });

    test('does not list them unless told to', async ({ broker }) => {
      const answer = await send(await broker(target, ELSEWHERE), 'GET', '/apps/signal/peerjs/peers');
      expect(answer).toEqual({ status: 401, type: TEXT, body: 'Unauthorized' });
    });

    const nothing: [method: string, path: string][] = [
      ['GET', '/nowhere/peerjs/id'],
      ['GET', '/peerjs/id/more'],
      ['GET', '/peerjs/nothing'],
      ['POST', '/peerjs/id'],
      ['POST', '/peerjs/abc/t/offer'], // the fallback that PeerServer had before 1.0
      ['PUT', '/peerjs/peers'],
      ['DELETE', '/peerjs/id'],
    ];
    for (const [method, path] of nothing) {
      test(`has nothing for ${method} ${path}`, async ({ broker }) => {
        const answer = await send(await broker(target), method, path);
        expect(answer.status).toBe(404);
        expect(answer.type).toBe({ peer: HTML, focusly: TEXT }[target]);
      });
    }

    test('answers HEAD as GET without the body', async ({ broker }) => {
      const answer = await send(await broker(target), 'HEAD', '/peerjs/id');
      expect(answer).toEqual({ status: 200, type: HTML, body: '' });
    });

    test('minds capitals in paths, or not', async ({ broker }) => {
      const { body } = await send(await broker(target), 'GET', '/PEERJS/ID');
      expect(UUID.test(body)).toBe({ peer: true, focusly: false }[target]);
    });

    test('upgrades at no other path', async ({ broker }) => {
      for (const path of ['/', '/peerjs/', '/peerjs/id', '/nowhere'])
        expect((await refusedUpgrade(await broker(target), path)).status, path).toBe(400);
    });

    test('leaves the upgrades of Socket.IO alone, or not', async ({ broker }) => {
      const path = '/socket.io/?EIO=4&transport=websocket';
      const differs = {
        // For any other path on its port, whosever it is; so the two cannot share one.
        peer: async () => expect((await refusedUpgrade(await broker(target), path)).status).toBe(400),
        focusly: async () =>
          expect(refusedUpgrade(await broker(target), path)).rejects.toThrow('was upgraded'),
      };
      await differs[target]();
    });

    test('lets pages of any origin ask', async ({ broker }) => {
      const origin = 'https://clone.example';
      for (const path of ['/peerjs/id', '/peerjs/peers', '/peerjs/nothing']) {
        const { headers } = await exchange(await broker(target), 'GET', path, '', { origin });
        expect(headers['access-control-allow-origin']).toBe({ peer: origin, focusly: '*' }[target]);
        expect(headers['access-control-allow-credentials']).toBeUndefined();
      }
      const own = await exchange(await broker(target), 'GET', '/peerjs/id');
      expect(own.headers['access-control-allow-origin']).toBeUndefined();
    });

    test('answers a preflight', async ({ broker }) => {
      const { status, headers, body } = await exchange(await broker(target), 'OPTIONS', '/peerjs/id', '', {
        origin: 'https://clone.example',
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'x-one,x-two',
      });
      expect([status, body]).toEqual([204, '']);
      expect(headers).toMatchObject({
        'access-control-allow-origin': { peer: 'https://clone.example', focusly: '*' }[target],
        'access-control-allow-methods': 'GET,HEAD,PUT,PATCH,POST,DELETE',
        'access-control-allow-headers': 'x-one,x-two',
      });
    });
  });
}

test.describe('origins that are named are the only ones that may ask', () => {
  const origins = ELSEWHERE.origins ?? [];
  const only = async (broker: Broker, base: string): Promise<void> => {
    const allowed = async (origin: string): Promise<string | undefined> =>
      (await exchange(broker, 'GET', `${base}/peerjs/id`, '', { origin })).headers[
        'access-control-allow-origin'
      ];
    for (const origin of origins) expect(await allowed(origin)).toBe(origin);
    expect(await allowed('https://c.example')).toBeUndefined();
    const [origin = ''] = origins;
    const { headers } = await exchange(broker, 'GET', `${base}/peerjs/id`, '', { origin });
    const credentials = broker instanceof PeerServer ? undefined : 'true';
    expect(headers['access-control-allow-credentials']).toBe(credentials);
  };
  for (const target of targets)
    test(target, async ({ broker }) => only(await broker(target, ELSEWHERE), '/apps/signal'));
  test('peer by its command', async ({ kept }) =>
    only(await kept(PeerServer.cli(...origins.flatMap((origin) => ['--cors', origin]))), ''));
});

test('peer draws ids until one is free; ours are random and drawn likewise', async ({ kept }) => {
  const [taken, free] = [freshId('taken'), freshId('free')];
  const broker = await kept(PeerServer.library({ clientIds: [taken, taken, free] }));
  await RawPeer.join(broker, taken);
  expect((await send(broker, 'GET', '/peerjs/id')).body).toBe(free);
});
