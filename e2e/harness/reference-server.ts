import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server, type Namespace, type Socket } from 'socket.io';

type Answer = (...values: unknown[]) => void;

/** Where a socket's end is told, since it can no longer be told to the socket. */
const WATCHERS = 'watchers';

/**
 * The control: the reference implementation with the events that `EventServer` of the Java tests has too, so that the
 * same assertions run against both.
 */
export async function startReferenceServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const http = createServer();
  const io = new Server(http, { cleanupEmptyChildNamespaces: true });
  io.of('/').on('connection', (socket) => behave(io.of('/'), socket));
  const checked = io.of('/checked');
  checked.use((socket, next) => {
    if (socket.handshake.auth['token'] === 'right') next();
    else next(Object.assign(new Error('not you'), { data: { code: 7 } }));
  });
  checked.on('connection', (socket) => socket.emit('welcome', socket.nsp.name));
  io.of(/^\/tenant-\d+$/).on('connection', (socket) => socket.emit('welcome', socket.nsp.name));
  io.of((_name, auth, next) => setTimeout(() => next(null, auth['invited'] === true), 10)).on(
    'connection',
    (socket) => socket.emit('welcome', socket.nsp.name),
  );
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    stop: () => io.close(),
  };
}

function behave(all: Namespace, socket: Socket): void {
  const heard: string[] = [];
  const sent: string[] = [];
  socket.onAny((event: string) => heard.push(event));
  socket.prependAny((event: string) => heard.push(`before ${event}`));
  socket.onAnyOutgoing((event: string) => sent.push(event));
  socket.use(([event, ...rest], next) => {
    if (event === 'guarded' && rest[0] !== 'pass') next(new Error(`no ${String(rest[0])}`));
    else next();
  });
  socket.on('error', (error) => all.to(WATCHERS).emit('error-of', socket.id, error.message !== ''));
  socket.on('disconnecting', (reason) =>
    all.to(WATCHERS).emit('going', socket.id, reason, socket.rooms.size),
  );
  socket.on('disconnect', (reason) => all.to(WATCHERS).emit('gone', socket.id, reason, socket.rooms.size));

  socket.on('watch', (answer: Answer) => {
    void socket.join(WATCHERS);
    answer();
  });
  socket.on('echo', (...values: unknown[]) => socket.emit('echoed', ...values));
  socket.on('answer', (...values: unknown[]) => (values.pop() as Answer)(...values));
  socket.on('answer-twice', (answer: Answer) => {
    answer(1);
    answer(2);
  });
  socket.on('guarded', (_how: string, answer: Answer) => answer('passed'));
  socket.once('once', (answer: Answer) => answer('first'));
  socket.on('heard', (answer: Answer) => answer(heard.splice(0), sent.splice(0)));
  socket.on('handshake', (answer: Answer) => {
    const { auth, query, xdomain, secure, url, headers, issued, time } = socket.handshake;
    answer({
      auth,
      room: query['room'],
      xdomain,
      secure,
      path: url.split('?')[0],
      agent: headers['user-agent'],
      timed: Math.abs(Date.now() - issued) < 60_000 && !Number.isNaN(Date.parse(time)),
    });
  });

  socket.on('join', (rooms: string[], answer: Answer) => {
    void socket.join(rooms);
    answer([...socket.rooms].length);
  });
  socket.on('leave', (room: string, answer: Answer) => {
    void socket.leave(room);
    answer([...socket.rooms].length);
  });
  socket.on('tell', (from: string, to: string[], except: string[], ...values: unknown[]) => {
    const sender = from === 'socket' ? socket : all;
    sender
      .to(to)
      .except(except)
      .emit('told', ...values);
    socket.emit('tell-done');
  });
  socket.on('tell-busy', () => all.volatile.emit('told', 'volatile'));
  socket.on('others-join', (from: string, to: string, answer: Answer) => {
    all.in(from).socketsJoin(to);
    answer();
  });
  socket.on('others-leave', (from: string, answer: Answer) => {
    all.in(from).socketsLeave(from);
    answer();
  });
  socket.on('others-end', (room: string, close: boolean) => all.in(room).disconnectSockets(close));
  socket.on('fetch', (room: string, answer: Answer) => {
    void all
      .in(room)
      .fetchSockets()
      .then((sockets) =>
        answer(sockets.map(({ id, rooms, handshake }) => [id, rooms.size, handshake.auth['name']])),
      );
  });

  socket.on('ask-me', (ms: number, answer: Answer) => {
    socket.timeout(ms).emit('question', 1, (error: Error | null, value: unknown) => {
      answer(error === null ? null : error.message, value ?? null);
    });
  });
  socket.on('ask-room', (room: string, ms: number, answer: Answer) => {
    all
      .to(room)
      .timeout(ms)
      .emit('question', 2, (error: Error | null, values: unknown[]) => {
        answer(error === null ? null : error.message, values.map(String).sort());
      });
  });
  socket.on('reserved', (answer: Answer) => {
    try {
      socket.emit('connect');
      answer(null);
    } catch (error) {
      answer((error as Error).message);
    }
  });
  socket.on('end-me', (close: boolean) => socket.disconnect(close));
}
