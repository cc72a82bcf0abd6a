import { randomUUID } from 'node:crypto';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { NoteClient, paragraph, paragraphs } from '../harness/note-client.ts';
import { expect, test as base } from '../harness/test.ts';

/** As the server has it unless it is told otherwise. */
const NOTE_BYTES = 2 * 1024 * 1024;
const NOTES = 20;

const test = base.extend<{ enter: (room: string, name: string) => Promise<NoteClient> }>({
  enter: async ({ server }, use) => {
    const clients: NoteClient[] = [];
    await use(async (room, name) => {
      const client = new NoteClient(server.url, room, name);
      clients.push(client);
      await client.joined;
      return client;
    });
    for (const client of clients) client.close();
  },
});

const write = (client: NoteClient, text: string): void =>
  client.edit(text, (fragment) => fragment.insert(fragment.length, [paragraph(text)]));

const bytes = (value: unknown): Uint8Array => new Uint8Array(value as Buffer);

/** An update of a document that nobody else has. */
function updateOf(text: string, clientId?: number): Uint8Array {
  const doc = new Y.Doc();
  if (clientId !== undefined) doc.clientID = clientId;
  doc.getXmlFragment('default').insert(0, [paragraph(text)]);
  return Y.encodeStateAsUpdate(doc);
}

test('two that write at once end with the same', async ({ enter }) => {
  const [ann, ben] = [await enter('notes-two', 'Ann'), await enter('notes-two', 'Ben')];
  const noteId = await ann.add('Plan');
  await Promise.all([ann.open(noteId), ben.open(noteId)]);
  write(ann, 'from Ann');
  write(ben, 'from Ben 😀');
  await Promise.all([ann.settled(), ben.settled()]);
  await expect.poll(() => paragraphs(ann.fragment).sort()).toEqual(['from Ann', 'from Ben 😀']);
  await expect.poll(() => ben.text).toBe(ann.text);

  const late = await enter('notes-two', 'Late');
  await late.open(noteId);
  expect(late.text).toBe(ann.text);
});

test('who has not opened a note hears nothing of what is written in it', async ({ enter }) => {
  const [ann, ben] = [await enter('notes-closed', 'Ann'), await enter('notes-closed', 'Ben')];
  const noteId = await ann.add('Quiet');
  await ann.open(noteId);
  const heard: unknown[] = [];
  ben.socket.on('note-update', (update) => heard.push(update));
  write(ann, 'first');
  await ann.settled();
  await ben.open(noteId);
  write(ann, 'second');
  await ann.settled();
  await expect.poll(() => heard.length).toBe(1);
  expect(heard[0]).toMatchObject({ noteId, memberId: ann.memberId });
  expect(await ben.ask('note-leave', { noteId })).toMatchObject({ ok: true });
  write(ann, 'third');
  await ann.settled();
  const chat = new Promise((resolve) => ben.socket.once('room-event', resolve));
  await ann.ask('chat-send', { text: 'now', commandId: randomUUID() });
  await chat;
  expect(heard).toHaveLength(1);
});

test('an update twice is stored and sent once', async ({ enter }) => {
  const [ann, ben] = [await enter('notes-twice', 'Ann'), await enter('notes-twice', 'Ben')];
  const noteId = await ann.add('Once');
  await Promise.all([ann.open(noteId), ben.open(noteId)]);
  const heard: unknown[] = [];
  ben.socket.on('note-update', (update) => heard.push(update));
  const update = updateOf('once');
  expect(await ann.upload(noteId, update)).toMatchObject({ ok: true });
  expect(await ann.upload(noteId, update)).toMatchObject({ ok: true });
  write(ben, 'then');
  await ben.settled();
  write(ann, 'last');
  await ann.settled();
  await expect.poll(() => paragraphs(ben.fragment)).toContain('last');
  expect(paragraphs(ben.fragment).filter((text) => text === 'once')).toHaveLength(1);
  expect(heard).toHaveLength(2);
});

test('a large update goes in parts, and comes in parts', async ({ enter }) => {
  const [ann, ben] = [await enter('notes-large', 'Ann'), await enter('notes-large', 'Ben')];
  const noteId = await ann.add('Long');
  await ann.open(noteId);
  const long = Array.from({ length: 12_000 }, (_, index) => `Line ${index} of a long text.`).join(' ');
  await ben.open(noteId);
  for (let part = 0; part < 3; part += 1) write(ann, `${part} ${long}`);
  await ann.settled();
  await expect.poll(() => ben.text.length).toBe(ann.text.length);
  const late = await enter('notes-large', 'Late');
  await late.open(noteId);
  expect(late.text).toBe(ann.text);
});

test('what has a hole is refused until the writer has asked what is there', async ({ enter }) => {
  const ann = await enter('notes-hole', 'Ann');
  const noteId = await ann.add('Whole');
  await ann.open(noteId);
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (const text of ['one', 'two', 'three']) doc.getXmlFragment('default').push([paragraph(text)]);
  expect(await ann.upload(noteId, updates[0]!)).toMatchObject({ ok: true });
  expect(await ann.upload(noteId, updates[2]!)).toMatchObject({ ok: false, code: 'sync-first' });
  // Also what would have been in order is not taken any more.
  expect(await ann.upload(noteId, updates[1]!)).toMatchObject({ ok: false, code: 'sync-first' });
  const answer = await ann.ask('note-sync', { noteId, stateVector: Y.encodeStateVector(doc) });
  expect(answer).toMatchObject({ ok: true });
  const missing = Y.encodeStateAsUpdate(doc, bytes(answer['stateVector']));
  expect(await ann.upload(noteId, missing)).toMatchObject({ ok: true });
  const late = await enter('notes-hole', 'Late');
  await late.open(noteId);
  expect(paragraphs(late.fragment)).toEqual(['one', 'two', 'three']);
});

test('a note is full at its limit, and stays readable', async ({ enter }) => {
  test.setTimeout(60_000);
  const ann = await enter('notes-full', 'Ann');
  const noteId = await ann.add('Full');
  await ann.open(noteId);
  const piece = 'x'.repeat(500_000);
  const codes: unknown[] = [];
  for (let i = 0; i < 5; i += 1)
    codes.push((await ann.upload(noteId, updateOf(`${i}${piece}`))).code ?? 'ok');
  expect(codes.slice(0, 4)).toEqual(['ok', 'ok', 'ok', 'ok']);
  expect(codes[4]).toBe('note-full');
  expect(await ann.upload(noteId, updateOf('small'))).toMatchObject({ ok: false, code: 'sync-first' });
  const late = await enter('notes-full', 'Late');
  await late.open(noteId);
  expect(paragraphs(late.fragment)).toHaveLength(4);
  const answer = await late.ask('note-sync', { noteId, stateVector: Y.encodeStateVector(late.doc) });
  expect(answer['bytes']).toBeLessThanOrEqual(NOTE_BYTES);
});

test('bad input is refused with its code', async ({ enter }) => {
  const [ann, eve] = [await enter('notes-bad', 'Ann'), await enter('notes-elsewhere', 'Eve')];
  const noteId = await ann.add('Mine');
  await ann.open(noteId);
  const update = updateOf('x');
  const stateVector = Y.encodeStateVector(new Y.Doc());
  const refusals: [NoteClient, string, Record<string, unknown>, string][] = [
    [ann, 'note-sync', { noteId: noteId + 1, stateVector }, 'unknown-note'],
    [ann, 'note-sync', { noteId }, 'invalid-payload'],
    [ann, 'note-sync', { noteId, stateVector: 'text' }, 'invalid-payload'],
    [ann, 'note-update', { noteId, update: 'text' }, 'invalid-payload'],
    [ann, 'note-update', { noteId: 'x', update }, 'invalid-payload'],
    [ann, 'note-add', { title: '' }, 'invalid-payload'],
    [ann, 'note-add', { title: 'x'.repeat(101) }, 'invalid-payload'],
    [ann, 'note-rename', { noteId: noteId + 1, title: 'x' }, 'unknown-note'],
    [ann, 'note-remove', { noteId: noteId + 1 }, 'unknown-note'],
    [eve, 'note-sync', { noteId, stateVector }, 'unknown-note'],
    [eve, 'note-update', { noteId, update }, 'unknown-note'],
  ];
  for (const [client, event, payload, code] of refusals)
    expect(await client.ask(event, payload), `${event} ${code}`).toMatchObject({ ok: false, code });
  const broken = Buffer.from([1, 255, 255, 255, 255, 255]);
  expect(await ann.ask('note-update', { noteId, update: broken })).toMatchObject({ code: 'invalid-update' });
});

test('a room has so many notes, and a removed one is gone', async ({ enter }) => {
  const ann = await enter('notes-many', 'Ann');
  const ids: number[] = [];
  for (let i = 0; i < NOTES; i += 1) ids.push(await ann.add(`Note ${i}`));
  expect(await ann.ask('note-add', { title: 'one more' })).toMatchObject({ code: 'too-many-notes' });
  const noteId = ids[0]!;
  await ann.open(noteId);
  write(ann, 'soon gone');
  await ann.settled();
  expect(await ann.ask('note-remove', { noteId })).toMatchObject({ ok: true });
  expect(await ann.upload(noteId, updateOf('x'))).toMatchObject({ code: 'unknown-note' });
  expect(await ann.add('in its place')).toBeGreaterThan(0);
});

test('carets go by the name that the server knows, and go with their connection', async ({ enter }) => {
  const [ann, ben] = [await enter('notes-carets', 'Ann'), await enter('notes-carets', 'Ben')];
  const noteId = await ann.add('Carets');
  await Promise.all([ann.open(noteId), ben.open(noteId)]);
  const seen = new Awareness(ben.doc);
  ben.socket.on('note-awareness', ({ update }: { update: Buffer }) =>
    applyAwarenessUpdate(seen, bytes(update), 'server'),
  );
  const own = new Awareness(ann.doc);
  own.setLocalState({ user: { name: 'The Queen', color: '#123456' }, cursor: null });
  ann.socket.emit('note-awareness', { noteId, update: encodeAwarenessUpdate(own, [ann.doc.clientID]) });
  await expect
    .poll(() => seen.getStates().get(ann.doc.clientID))
    .toMatchObject({ user: { name: 'Ann', color: '#123456' } });

  // Nobody moves another's caret.
  const forged = new Awareness(new Y.Doc());
  const other = forged.doc;
  other.clientID = ann.doc.clientID;
  forged.clientID = ann.doc.clientID;
  forged.setLocalState({ user: { name: 'Eve' }, cursor: 'forged' });
  forged.setLocalState({ user: { name: 'Eve' }, cursor: 'forged again' });
  const cleo = await enter('notes-carets', 'Cleo');
  await cleo.open(noteId);
  cleo.socket.emit('note-awareness', {
    noteId,
    update: encodeAwarenessUpdate(forged, [ann.doc.clientID]),
  });
  await cleo.ask('note-sync', { noteId, stateVector: Y.encodeStateVector(cleo.doc) });
  write(cleo, 'after it');
  await cleo.settled();
  await expect.poll(() => paragraphs(ben.fragment)).toContain('after it');
  expect(seen.getStates().get(ann.doc.clientID)).toMatchObject({ user: { name: 'Ann' }, cursor: null });

  ann.close();
  await expect.poll(() => seen.getStates().has(ann.doc.clientID)).toBe(false);
  for (const awareness of [seen, own, forged]) awareness.destroy();
});

test('a restart keeps every note', async ({ startServer }) => {
  const server = await startServer();
  const room = await server.createRoom();
  const ann = new NoteClient(server.url, room, 'Ann');
  try {
    const noteId = await ann.add('Lasting');
    await ann.open(noteId);
    for (let i = 0; i < 300; i += 1) write(ann, `line ${i}`);
    await ann.settled();
    await server.kill();
    await server.startAgain();
    const fresh = new NoteClient(server.url, room, 'Fresh');
    await fresh.open(noteId);
    expect(fresh.text).toBe(ann.text);
    fresh.close();
  } finally {
    ann.close();
  }
});
