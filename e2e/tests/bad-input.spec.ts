import { io } from 'socket.io-client';
import { Bystanders } from '../harness/bystanders.ts';
import type { Focusly } from '../harness/focusly.ts';
import { RawSocket, refusedUpgrade, send } from '../harness/raw.ts';
import { expect, test as base } from '../harness/test.ts';

/** After each of these, two clients on the same server must go on as if nothing had been. */
const test = base.extend<{ undisturbed: void }, { bystanders: Bystanders }>({
  bystanders: [
    async ({ server }, use) => {
      const bystanders = await Bystanders.settle(server);
      await use(bystanders);
      bystanders.leave();
    },
    { scope: 'worker' },
  ],
  undisturbed: [
    async ({ bystanders }, use) => {
      await use();
      await bystanders.areUndisturbed();
    },
    { auto: true },
  ],
});

const MAX_PAYLOAD = 1_000_000;
const JSON_TYPE = /^application\/json/;

test.describe('Engine.IO refuses', () => {
  const refusals = [
    ['an unknown transport', 'GET', 'EIO=4&transport=pigeon', 0, 'Transport unknown'],
    ['an unknown session', 'GET', 'EIO=4&transport=polling&sid=nobody', 1, 'Session ID unknown'],
    ['a handshake by POST', 'POST', 'EIO=4&transport=polling', 2, 'Bad handshake method'],
    ['another version', 'GET', 'EIO=3&transport=polling', 5, 'Unsupported protocol version'],
    ['a request without a version', 'GET', 'transport=polling', 5, 'Unsupported protocol version'],
  ] as const;
  for (const [name, method, query, code, message] of refusals) {
    test(name, async ({ server }) => {
      const answer = await send(server, method, `/socket.io/?${query}`);
      expect(answer).toEqual({
        status: 400,
        type: expect.stringMatching(JSON_TYPE),
        body: expect.any(String),
      });
      expect(JSON.parse(answer.body)).toEqual({ code, message });
    });
  }

  const refusedUpgrades = [
    ['an unknown transport', 'EIO=4&transport=pigeon', 'Transport unknown'],
    ['an unknown session', 'EIO=4&transport=websocket&sid=nobody', 'Session ID unknown'],
    ['another version', 'EIO=3&transport=websocket', 'Unsupported protocol version'],
  ] as const;
  for (const [name, query, message] of refusedUpgrades) {
    test(`an upgrade with ${name}`, async ({ server }) => {
      const answer = await refusedUpgrade(server, `/socket.io/?${query}`);
      expect(answer).toEqual({ status: 400, type: expect.stringMatching(/^text\/html/), body: message });
    });
  }
});

test.describe('a polling client is refused', () => {
  test('a body over the limit', async ({ server }) => {
    const sid = await openPolling(server);
    const answer = await post(server, sid, '4'.repeat(MAX_PAYLOAD + 1));
    expect(answer.status).toBe(413);
  });

  test('a body over the limit that does not tell its length', async ({ server }) => {
    const sid = await openPolling(server);
    const answer = await post(server, sid, '4'.repeat(MAX_PAYLOAD + 1), { 'transfer-encoding': 'chunked' });
    expect(answer.status).toBe(413);
  });

  test('broken UTF-8', async ({ server }) => {
    const sid = await openPolling(server);
    const answer = await post(server, sid, Buffer.from([0x34, 0x30, 0xff, 0xfe]));
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toEqual({ code: 3, message: 'Bad request' });
  });

  test('a second poll beside the first', async ({ server }) => {
    const sid = await openPolling(server);
    const [first, second] = await Promise.all([poll(server, sid), poll(server, sid)]);
    expect([first.status, second.status].sort()).toContain(400);
    expect((await poll(server, sid)).body).toContain('Session ID unknown');
  });
});

test.describe('a WebSocket client is closed for', () => {
  const endings: [string, (socket: RawSocket) => void][] = [
    ['broken JSON', (socket) => socket.send('42["media-state",')],
    ['a packet of no known type', (socket) => socket.send('49')],
    ['a frame that is no packet', (socket) => socket.send('hello')],
    ['broken UTF-8', (socket) => socket.sendAsText(Buffer.from([0x34, 0x32, 0xff, 0xfe]))],
    ['a frame over the limit', (socket) => socket.send(`42["x","${'x'.repeat(MAX_PAYLOAD)}"]`)],
    ['a packet with eleven attachments', (socket) => socket.send(`4511-["x"${placeholders(11)}]`)],
    ['text where an attachment is due', missingAttachment],
    ['an attachment that nobody announced', (socket) => socket.sendBinary(Buffer.from('stray'))],
    ['a placeholder of an attachment that is not there', wrongPlaceholder],
    ['a second CONNECT', (socket) => socket.send('40')],
  ];
  for (const [name, offend] of endings) {
    test(name, async ({ server }) => {
      const socket = await RawSocket.engine(server);
      offend(socket);
      await socket.closed;
    });
  }

  test('an event before CONNECT, which reaches nobody', async ({ server }) => {
    const roomId = await server.createRoom();
    const socket = await RawSocket.engine(server, { connect: false });
    socket.send(`42["join-room","${roomId}","early"]`);
    await socket.closed;
    expect(JSON.parse((await server.fetch(`/api/rooms/${roomId}`)).body)).toMatchObject({ members: 0 });
  });
});

test.describe('a room id', () => {
  const wrong = [
    ['of 65 characters', 'r'.repeat(65)],
    ['with a slash', 'room/one'],
    ['of nothing', ''],
  ] as const;
  for (const [name, roomId] of wrong) {
    test(`${name} is refused with a code`, async ({ server }) => {
      const socket = io(server.url, { transports: ['websocket'], forceNew: true });
      const ack: unknown = await socket.timeout(5_000).emitWithAck('join-room', { roomId, userId: 'u' });
      expect(ack).toMatchObject({ ok: false, code: 'invalid-room-id', path: 'roomId' });
      const told = new Promise((resolve) => socket.once('notice', resolve));
      socket.emit('join-room', roomId, 'u');
      expect(await told).toMatchObject({ code: 'invalid-room-id', path: 'roomId' });
      socket.disconnect();
    });
  }

  test('that is too long is refused by REST', async ({ server }) => {
    const answer = await send(server, 'GET', `/api/rooms/${'r'.repeat(65)}`);
    expect(answer).toMatchObject({ status: 400, type: 'application/problem+json' });
    expect(JSON.parse(answer.body)).toMatchObject({ code: 'invalid-room-id', status: 400 });
  });
});

test.describe('the PeerJS broker', () => {
  test('refuses a handshake without an id', async ({ server }) => {
    const socket = await RawSocket.peer(server, { key: 'peerjs', token: 't' });
    const msg = 'No id, token, or key supplied to websocket server';
    expect(JSON.parse(await socket.next())).toEqual({ type: 'ERROR', payload: { msg } });
    await socket.closed;
  });

  test('refuses an id that is taken', async ({ server }) => {
    const owner = await peer(server, 'taken');
    const other = await RawSocket.peer(server, { key: 'peerjs', id: 'taken', token: 'another' });
    expect(JSON.parse(await other.next())).toEqual({ type: 'ID-TAKEN', payload: { msg: 'ID is taken' } });
    await other.closed;
    owner.send(JSON.stringify({ type: 'OFFER', dst: 'taken', payload: 'to myself' }));
    expect(JSON.parse(await owner.next())).toMatchObject({ type: 'OFFER', src: 'taken' });
    owner.close();
  });

  test('tells the sender that a stranger was not there', async ({ server }) => {
    const sender = await peer(server, 'sender-to-stranger');
    const sentAt = Date.now();
    sender.send(JSON.stringify({ type: 'OFFER', dst: 'stranger', payload: {} }));
    const told: unknown = JSON.parse(await sender.next());
    expect(told).toEqual({ type: 'EXPIRE', src: 'stranger', dst: 'sender-to-stranger' });
    expect(Date.now() - sentAt).toBeGreaterThan(4_900);
    sender.close();
  });

  test('holds few of ten thousand messages for an absent peer', async ({ server }) => {
    const HELD = 256;
    /** Below what one connection may send at once. */
    const EACH = 1_250;
    const isExpiry = (frame: string): boolean => frame.includes('EXPIRE');
    const flood = async (id: string): Promise<RawSocket> => {
      const sender = await peer(server, id);
      for (let number = 0; number < EACH; number++)
        sender.send(JSON.stringify({ type: 'CANDIDATE', dst: 'absent', payload: { number } }));
      return sender;
    };
    // One for each that may not wait, and at last one for all that waited.
    const first = await flood('flooder-0');
    expect(await first.count(isExpiry, EACH - HELD, 20_000)).toBe(EACH - HELD);
    const others = await Promise.all(
      Array.from({ length: 7 }, (_, number) => flood(`flooder-${number + 1}`)),
    );
    for (const other of others) expect(await other.count(isExpiry, EACH, 20_000)).toBe(EACH);
    expect(await first.count(isExpiry, EACH - HELD + 1, 20_000)).toBe(EACH - HELD + 1);
    for (const sender of [first, ...others]) sender.close();
  });

  test('reads a flood as slowly as it may come, and ends it', async ({ server }) => {
    const sender = await peer(server, 'never-resting');
    for (let number = 0; number < 10_000; number++)
      sender.send(JSON.stringify({ type: 'CANDIDATE', dst: 'nobody', payload: { number } }));
    expect(await sender.closed).toBe(1008);
  });
});

async function openPolling(server: Focusly): Promise<string> {
  const { body } = await send(server, 'GET', '/socket.io/?EIO=4&transport=polling');
  return (JSON.parse(body.slice(1)) as { sid: string }).sid;
}

function poll(server: Focusly, sid: string) {
  return send(server, 'GET', `/socket.io/?EIO=4&transport=polling&sid=${sid}`);
}

function post(server: Focusly, sid: string, body: Buffer | string, headers: Record<string, string> = {}) {
  const type = { 'content-type': 'text/plain;charset=UTF-8' };
  return send(server, 'POST', `/socket.io/?EIO=4&transport=polling&sid=${sid}`, body, {
    ...type,
    ...headers,
  });
}

async function peer(server: Focusly, id: string): Promise<RawSocket> {
  const socket = await RawSocket.peer(server, { key: 'peerjs', id, token: `token of ${id}` });
  expect(JSON.parse(await socket.next())).toEqual({ type: 'OPEN' });
  return socket;
}

function placeholders(count: number): string {
  return Array.from({ length: count }, (_, num) => `,{"_placeholder":true,"num":${num}}`).join('');
}

function missingAttachment(socket: RawSocket): void {
  socket.send(`451-["x"${placeholders(1)}]`);
  socket.send('42["x"]');
}

function wrongPlaceholder(socket: RawSocket): void {
  socket.send('451-["x",{"_placeholder":true,"num":7}]');
  socket.sendBinary(Buffer.from('attachment'));
}
