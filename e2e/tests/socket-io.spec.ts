import { expect, test as base } from '@playwright/test';
import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client';
import { startEventServer } from '../harness/event-server.ts';
import { startReferenceServer } from '../harness/reference-server.ts';

const servers = { 'the reference server': startReferenceServer, 'our server': startEventServer } as const;
const transports = ['websocket', 'polling'] as const;
const PATIENCE_MS = 5_000;
const DEAF_MS = 300;
/** The reference says the one over polling and the other over WebSocket, whose end it hears sooner. */
const BROKEN_RULE = /^forced (server )?close$/;

interface Stage {
  /** A client that asks for a namespace, and has not heard the answer. */
  client(path?: string, options?: Partial<ManagerOptions & SocketOptions>): Socket;
  /** A client that is connected. */
  connected(options?: Partial<ManagerOptions & SocketOptions>): Promise<Socket>;
}

/** The same assertions on both servers: what fails on the reference server is wrong itself. */
for (const [server, start] of Object.entries(servers)) {
  for (const transport of transports) {
    const test = base.extend<{ stage: Stage }, { url: string }>({
      url: [
        async ({}, use) => {
          const running = await start();
          await use(running.url);
          await running.stop();
        },
        { scope: 'worker' },
      ],
      stage: async ({ url }, use) => {
        const clients: Socket[] = [];
        const client: Stage['client'] = (path = '/', options = {}) => {
          const socket = io(url + path, { transports: [transport], forceNew: true, ...options });
          clients.push(socket);
          return socket;
        };
        await use({
          client,
          connected: async (options) => {
            const socket = client('/', options);
            await heard(socket, 'connect');
            return socket;
          },
        });
        for (const socket of clients) socket.io.engine.close();
      },
    });

    test.describe(`Socket.IO on ${server} over ${transport}`, () => {
      test('values of every kind come back as they went', async ({ stage }) => {
        const socket = await stage.connected();
        const values = [1, 'ä€😀', { a: [true, null, { b: 1.5 }] }, [], ''];
        const echoed = heard(socket, 'echoed');
        socket.emit('echo', ...values);
        expect(await echoed).toEqual(values);
        expect(await ask(socket, 'answer', ...values)).toEqual(values);
      });

      test('bytes come back as they went', async ({ stage }) => {
        const socket = await stage.connected();
        const values = [Buffer.from([1, 2, 3]), { deep: [Buffer.from([]), 'text'] }, Buffer.alloc(70_000, 7)];
        const echoed = heard(socket, 'echoed');
        socket.emit('echo', ...values);
        expect(await echoed).toEqual(values);
        expect(await ask(socket, 'answer', ...values)).toEqual(values);
      });

      test('an answer is given once', async ({ stage }) => {
        const socket = await stage.connected();
        const answers: unknown[] = [];
        socket.emit('answer-twice', (value: unknown) => answers.push(value));
        await ask(socket, 'answer');
        expect(answers).toEqual([1]);
      });

      test('a listener for once hears one event', async ({ stage }) => {
        const socket = await stage.connected();
        expect(await ask(socket, 'once')).toEqual(['first']);
        const error = await socket.timeout(DEAF_MS).emitWithAck('once').catch(String);
        expect(error).toContain('operation has timed out');
      });

      test('listeners of every event hear names both ways', async ({ stage }) => {
        const socket = await stage.connected();
        await ask(socket, 'heard');
        const echoed = heard(socket, 'echoed');
        socket.emit('echo');
        await echoed;
        const [names, sent] = await ask(socket, 'heard');
        expect(names).toEqual(['before echo', 'echo', 'before heard', 'heard']);
        expect(sent).toEqual(['echoed']);
      });

      test('the server does not send an event with a reserved name', async ({ stage }) => {
        const socket = await stage.connected();
        expect(await ask(socket, 'reserved')).toEqual(['"connect" is a reserved event name']);
      });

      test('a check on events refuses or lets pass', async ({ stage }) => {
        const watcher = await stage.connected();
        await ask(watcher, 'watch');
        const socket = await stage.connected();
        const failed = heard(watcher, 'error-of');
        socket.emit('guarded', 'stop');
        expect(await failed).toEqual([socket.id, true]);
        expect(await ask(socket, 'guarded', 'pass')).toEqual(['passed']);
      });

      test('the handshake tells how the client came', async ({ stage }) => {
        const socket = await stage.connected({
          auth: { name: 'Ann', list: [1] },
          query: { room: 'a b/ä' },
          extraHeaders: { 'User-Agent': 'stock' },
        });
        expect(await ask(socket, 'handshake')).toEqual([
          {
            auth: { name: 'Ann', list: [1] },
            room: 'a b/ä',
            xdomain: false,
            secure: false,
            path: '/socket.io/',
            agent: 'stock',
            timed: true,
          },
        ]);
      });

      test('rooms unite, exclude, and reach each socket once', async ({ stage }) => {
        const [a, b, c] = await Promise.all([stage.connected(), stage.connected(), stage.connected()]);
        const told = [a, b, c].map(record);
        expect(await ask(a, 'join', ['x', 'y'])).toEqual([3]);
        expect(await ask(b, 'join', ['x'])).toEqual([2]);
        expect(await ask(c, 'join', ['y', 'z', 'y'])).toEqual([3]);
        await tell(a, 'server', ['x', 'y', 'nowhere'], [], 1);
        await tell(a, 'server', ['x', 'y'], ['z'], 2);
        await tell(a, 'socket', ['x', 'y'], [], 3);
        await tell(a, 'socket', [], [], 4);
        await tell(a, 'server', [], [b.id ?? ''], 5);
        await tell(a, 'server', [c.id ?? ''], [], 6);
        expect(await ask(b, 'leave', 'x')).toEqual([1]);
        await tell(a, 'server', ['x'], [], 7);
        await Promise.all([a, b, c].map((socket) => ask(socket, 'answer')));
        expect(told).toEqual([
          [1, 2, 5, 7],
          [1, 2, 3, 4],
          [1, 3, 4, 5, 6],
        ]);
      });

      test('a volatile event reaches a client that can take it', async ({ stage }) => {
        const socket = await stage.connected();
        const told = heard(socket, 'told');
        const repeat = setInterval(() => socket.emit('tell-busy'), 20); // over polling it may be lost
        expect(await told).toEqual(['volatile']);
        clearInterval(repeat);
      });

      test('sockets are fetched, moved and ended from elsewhere', async ({ stage }) => {
        const [a, b, c] = await Promise.all(
          ['Ann', 'Ben', 'Cem'].map((name) => stage.connected({ auth: { name }, reconnection: false })),
        );
        if (!a || !b || !c) throw new Error('three clients');
        await ask(a, 'join', ['x']);
        await ask(b, 'join', ['x']);
        await ask(c, 'others-join', 'x', 'y');
        await expect.poll(() => fetch(c, 'y')).toEqual([row(a, 3, 'Ann'), row(b, 3, 'Ben')].sort());
        await ask(c, 'others-leave', 'x');
        await expect.poll(() => fetch(c, 'x')).toEqual([]);
        await expect.poll(() => fetch(c, 'y')).toEqual([row(a, 2, 'Ann'), row(b, 2, 'Ben')].sort());
        expect(await fetch(c, c.id ?? '')).toEqual([row(c, 1, 'Cem')]);
        const ends = [heard(a, 'disconnect'), heard(b, 'disconnect')];
        c.emit('others-end', 'y', false);
        expect((await Promise.all(ends)).map(([reason]) => reason)).toEqual([
          'io server disconnect',
          'io server disconnect',
        ]);
        const end = heard(c, 'disconnect');
        c.emit('others-end', c.id, true);
        expect((await end)[0]).toBe('io server disconnect');
        await expect.poll(() => c.io.engine.readyState).toBe('closed');
      });

      test('a question is answered, or times out', async ({ stage }) => {
        const socket = await stage.connected();
        expect(await ask(socket, 'ask-me', DEAF_MS)).toEqual(['operation has timed out', null]);
        socket.on('question', (value: number, answer: (value: number) => void) => answer(value + 1));
        expect(await ask(socket, 'ask-me', PATIENCE_MS)).toEqual([null, 2]);
      });

      test('a question to a room gathers its answers', async ({ stage }) => {
        const [a, b, c] = await Promise.all([stage.connected(), stage.connected(), stage.connected()]);
        for (const socket of [a, b, c]) await ask(socket, 'join', ['x']);
        a.on('question', (value: number, answer: (value: string) => void) => answer(`a${value}`));
        b.on('question', (value: number, answer: (value: string) => void) => answer(`b${value}`));
        expect(await ask(a, 'ask-room', 'x', DEAF_MS)).toEqual(['operation has timed out', ['a2', 'b2']]);
        c.on('question', (value: number, answer: (value: string) => void) => answer(`c${value}`));
        expect(await ask(a, 'ask-room', 'x', PATIENCE_MS)).toEqual([null, ['a2', 'b2', 'c2']]);
        expect(await ask(a, 'ask-room', 'nowhere', PATIENCE_MS)).toEqual([null, []]);
      });

      test('a check on a namespace refuses with its message and data', async ({ stage }) => {
        const refused = stage.client('/checked', { auth: { token: 'wrong' } });
        const [error] = (await heard(refused, 'connect_error')) as [Error & { data: unknown }];
        expect([error.message, error.data]).toEqual(['not you', { code: 7 }]);
        refused.auth = { token: 'right' };
        const welcome = heard(refused, 'welcome');
        refused.connect();
        expect(await welcome).toEqual(['/checked']);
      });

      test('namespaces are made by a pattern or a rule, or not at all', async ({ stage }) => {
        const unknown = stage.client('/tenant-x');
        const [error] = (await heard(unknown, 'connect_error')) as [Error];
        expect(error.message).toBe('Invalid namespace');
        const tenant = stage.client('/tenant-7');
        expect(await heard(tenant, 'welcome')).toEqual(['/tenant-7']);
        tenant.disconnect();
        const again = heard(tenant, 'welcome');
        tenant.connect();
        expect(await again).toEqual(['/tenant-7']);
        const guest = stage.client('/party', { auth: { invited: true } });
        expect(await heard(guest, 'welcome')).toEqual(['/party']);
      });

      test('the query of a namespace’s address is not part of its name', async ({ stage }) => {
        expect(await heard(stage.client('/tenant-1?a=b'), 'welcome')).toEqual(['/tenant-1']);
      });

      const ends: Record<string, [end: (socket: Socket) => unknown, reason: string | RegExp]> = {
        'the client leaves': [(socket) => socket.disconnect(), 'client namespace disconnect'],
        'the server ends the socket': [
          (socket) => socket.emit('end-me', false),
          'server namespace disconnect',
        ],
        'the server ends the client': [
          (socket) => socket.emit('end-me', true),
          'server namespace disconnect',
        ],
        'the connection is closed': [(socket) => socket.io.engine.close(), 'transport close'],
        'a packet for a namespace that was not joined': [raw('2/other,["a"]'), BROKEN_RULE],
        'a second CONNECT': [raw('0'), BROKEN_RULE],
        'a refusal from the client': [raw('4{"message":"no"}'), BROKEN_RULE],
        'a packet of no known type': [raw('9'), 'forced close'],
        'an event with a reserved name': [raw('2["connect"]'), 'forced close'],
        'too many attachments': [raw('511-["a"]'), 'forced close'],
        'text where an attachment is due': [
          (socket) => {
            raw('51-["a",{"_placeholder":true,"num":0}]')(socket);
            raw('2["a"]')(socket);
          },
          'forced close',
        ],
        'an attachment that nobody announced': [raw(Buffer.from([1])), 'forced close'],
      };
      for (const [name, [end, reason]] of Object.entries(ends)) {
        test(`what the server hears when it ends: ${name}`, async ({ stage }) => {
          const watcher = await stage.connected();
          await ask(watcher, 'watch');
          const socket = await stage.connected({ reconnection: false });
          const { id } = socket;
          await ask(socket, 'join', ['x']);
          const said: unknown[][] = [];
          watcher.onAny((...event: unknown[]) => said.push(event));
          const gone = heard(watcher, 'gone');
          end(socket);
          await gone;
          const errors = reason === 'forced close' ? [['error-of', id, true]] : [];
          const words: unknown = typeof reason === 'string' ? reason : expect.stringMatching(reason);
          expect(said).toEqual([...errors, ['going', id, words, 2], ['gone', id, words, 0]]);
        });
      }
    });
  }
}

/** The arguments of the next event of this name. */
function heard(socket: Socket, event: string): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const patience = setTimeout(() => reject(new Error(`no ${event} in time`)), PATIENCE_MS);
    socket.once(event, (...values: unknown[]) => {
      clearTimeout(patience);
      resolve(values);
    });
  });
}

/** All that the server answers. */
function ask(socket: Socket, event: string, ...values: unknown[]): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const patience = setTimeout(() => reject(new Error(`no answer to ${event} in time`)), PATIENCE_MS);
    socket.emit(event, ...values, (...answer: unknown[]) => {
      clearTimeout(patience);
      resolve(answer);
    });
  });
}

/** The first value of each `told`, as they come. */
function record(socket: Socket): unknown[] {
  const values: unknown[] = [];
  socket.on('told', (value: unknown) => values.push(value));
  return values;
}

/** Lets the server send `told`, and waits until it has. */
async function tell(by: Socket, from: string, to: string[], except: string[], value: number): Promise<void> {
  const done = heard(by, 'tell-done');
  by.emit('tell', from, to, except, value);
  await done;
}

/** Who is in a room, as rows that can be compared. */
async function fetch(by: Socket, room: string): Promise<string[]> {
  const [rows] = (await ask(by, 'fetch', room)) as [unknown[][]];
  return rows.map((one) => one.join(' ')).sort();
}

function row(socket: Socket, rooms: number, name: string): string {
  return `${socket.id} ${rooms} ${name}`;
}

/** Sends a packet as it is. */
function raw(packet: string | Buffer): (socket: Socket) => void {
  return (socket) => void socket.io.engine.write(packet as string);
}
