import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { expect, test as base } from '../harness/test.ts';

const MESSAGES = 250;

interface Message {
  messageId: number;
  text: string;
  deleted?: boolean;
  reactions: Record<string, string[]>;
}

interface RoomEvent {
  seq: number;
  type: string;
  [field: string]: unknown;
}

/** A stock client in a room, with the room events that it has heard. */
interface Guest {
  socket: Socket;
  memberId: string;
  events: RoomEvent[];
  say: (event: string, payload: object) => Promise<Record<string, unknown>>;
}

const test = base.extend<{ enter: (room: string, name: string) => Promise<Guest> }>({
  enter: async ({ server }, use) => {
    const sockets: Socket[] = [];
    await use(async (room, name) => {
      const socket = io(server.url, { transports: ['websocket'], forceNew: true });
      sockets.push(socket);
      const events: RoomEvent[] = [];
      socket.on('room-event', (event: RoomEvent) => events.push(event));
      const answer = await socket.emitWithAck('join-room', {
        roomId: room,
        userId: randomUUID(),
        protocol: 1,
        name,
      });
      expect(answer).toMatchObject({ ok: true, chat: { messages: [], more: false, read: 0 } });
      const say: Guest['say'] = (event, payload) => socket.emitWithAck(event, payload);
      return { socket, memberId: answer.you.memberId, events, say };
    });
    for (const socket of sockets) socket.close();
  },
});

test('messages are sent, edited, answered and taken back', async ({ enter }) => {
  const [ann, ben] = [await enter('chat-talk', 'Ann'), await enter('chat-talk', 'Ben')];
  const sent = await ann.say('chat-send', { text: 'Helo', mentions: [ben.memberId] });
  const id = sent.seq as number;
  await ann.say('chat-edit', { messageId: id, text: 'Hello' });
  await ben.say('chat-react', { messageId: id, emoji: '👍', on: true });
  const reply = await ben.say('chat-send', { text: 'Hi', replyTo: id });
  await ben.say('chat-delete', { messageId: reply.seq });

  const ofChat = (guest: Guest) => guest.events.filter(({ type }) => type.startsWith('chat-'));
  await expect.poll(() => ofChat(ann).length).toBe(5);
  expect(ofChat(ann).map(({ type }) => type)).toEqual([
    'chat-sent',
    'chat-edited',
    'chat-reacted',
    'chat-sent',
    'chat-deleted',
  ]);
  expect(ofChat(ann)[0]).toMatchObject({
    by: ann.memberId,
    name: 'Ann',
    text: 'Helo',
    mentions: [ben.memberId],
  });
  expect(ofChat(ann)[2]).toMatchObject({ messageId: id, on: true, reactions: { '👍': [ben.memberId] } });
  await expect.poll(() => ofChat(ben)).toEqual(ofChat(ann));
  const numbers = ann.events.map(({ seq }) => seq);
  expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index));

  const { messages } = await ann.say('chat-history', { limit: 10 });
  expect(messages).toMatchObject([
    { messageId: id, text: 'Hello', reactions: { '👍': [ben.memberId] } },
    { messageId: reply.seq, text: '', deleted: true },
  ]);
});

test('the past comes in pages', async ({ enter }) => {
  const ann = await enter('chat-past', 'Ann');
  const ids: number[] = [];
  for (let i = 0; i < MESSAGES; i++) ids.push((await ann.say('chat-send', { text: `n${i}` })).seq as number);
  await ann.say('chat-react', { messageId: ids[0], emoji: '🎉', on: true });
  await ann.say('chat-edit', { messageId: ids[1], text: 'edited' });
  await ann.say('chat-delete', { messageId: ids[2] });

  let all: Message[] = [];
  for (let more = true, before: number | undefined; more; before = all[0]?.messageId) {
    const page = await ann.say('chat-history', { before, limit: 100 });
    all = [...(page.messages as Message[]), ...all];
    more = page.more as boolean;
  }
  expect(all.map(({ messageId }) => messageId)).toEqual(ids);
  expect(all.slice(0, 4).map(({ text }) => text)).toEqual(['n0', 'edited', '', 'n3']);
  expect(all[0]?.reactions).toEqual({ '🎉': [ann.memberId] });
  expect(all[2]?.deleted).toBe(true);
});

test('a command that is sent again happens once', async ({ enter }) => {
  const ann = await enter('chat-again', 'Ann');
  const command = { text: 'once', commandId: randomUUID() };
  const first = await ann.say('chat-send', command);
  expect(await ann.say('chat-send', command)).toEqual({ ok: true, seq: first.seq, repeat: true });
  expect((await ann.say('chat-history', {})).messages).toHaveLength(1);
});

test('a refusal says why and where', async ({ enter }) => {
  const [ann, ben] = [await enter('chat-refusals', 'Ann'), await enter('chat-refusals', 'Ben')];
  const messageId = (await ann.say('chat-send', { text: 'mine' })).seq;
  const refusals = [
    ['chat-send', { text: '' }, 'invalid-payload', 'text'],
    ['chat-send', { text: 'x'.repeat(4_001) }, 'message-too-long', 'text'],
    ['chat-send', { text: 'x', mentions: [1] }, 'invalid-payload', 'mentions.0'],
    ['chat-send', { text: 'x', commandId: 'x' }, 'invalid-payload', 'commandId'],
    ['chat-edit', { messageId, text: 'yours' }, 'not-your-message', 'messageId'],
    ['chat-delete', { messageId }, 'not-your-message', 'messageId'],
    ['chat-delete', { messageId: 1_000_000 }, 'unknown-message', 'messageId'],
    ['chat-react', { messageId, emoji: 'ok', on: true }, 'invalid-emoji', 'emoji'],
    ['chat-history', { limit: 1_000 }, 'invalid-payload', 'limit'],
  ] as const;
  for (const [event, payload, code, path] of refusals)
    expect(await ben.say(event, payload)).toMatchObject({ ok: false, code, path });
});

test('a member of another room reads nothing', async ({ enter }) => {
  const [ann, eve] = [await enter('chat-inside', 'Ann'), await enter('chat-outside', 'Eve')];
  const messageId = (await ann.say('chat-send', { text: 'among us' })).seq;
  expect(await eve.say('chat-history', {})).toEqual({ ok: true, messages: [], more: false });
  expect(await eve.say('chat-edit', { messageId, text: 'x' })).toMatchObject({ code: 'unknown-message' });
  expect(eve.events.filter(({ type }) => type === 'chat-sent')).toEqual([]);
});
