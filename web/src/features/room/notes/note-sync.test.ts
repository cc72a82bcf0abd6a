import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { Awareness } from 'y-protocols/awareness';
import { NoteSync, PART_BYTES, WHOLE_BYTES, type NoteStatus } from './note-sync';
import { FakeConnection, FakeNoteServer, type Fate } from './testing/fake-note-server';

const LONGEST_WAIT_MS = 20_000;

interface Page {
  doc: Y.Doc;
  connection: FakeConnection;
  sync: NoteSync;
  awareness: Awareness;
  said: NoteStatus[];
  failures: () => number;
}

function page(server: FakeNoteServer): Page {
  const doc = new Y.Doc();
  const connection = new FakeConnection(server);
  const said: NoteStatus[] = [];
  let failures = 0;
  const awareness = new Awareness(doc);
  const sync = new NoteSync({
    doc,
    awareness,
    open: connection.open,
    changed: (status) => void said.push(status),
    failed: () => (failures += 1),
    newUploadId: () => 'an upload',
    random: () => 0.5,
  });
  return { doc, connection, sync, awareness, said, failures: () => failures };
}

function write({ doc }: Pick<Page, 'doc'>, text: string, at = 0): void {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(text)]);
  const fragment = doc.getXmlFragment('default');
  fragment.insert(Math.min(at, fragment.length), [paragraph]);
}

/** The texts of the paragraphs, in order. */
function paragraphs(doc: Y.Doc): string[] {
  const markup = doc.getXmlFragment('default').toJSON();
  return [...markup.matchAll(/<paragraph>([^<]*)<\/paragraph>/g)].map(([, text]) => text ?? '');
}

/** Lets the server answer, and everybody hear, until nothing is on its way. */
async function settle(server: FakeNoteServer, ...pages: Page[]): Promise<void> {
  do await vi.advanceTimersByTimeAsync(0);
  while (server.step() || pages.some(({ connection }) => connection.hear()));
}

let server: FakeNoteServer;
beforeEach(() => {
  vi.useFakeTimers();
  server = new FakeNoteServer();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a note that is kept in step', () => {
  it('asks what either side lacks, and then sends what is written', async () => {
    write(server, 'there');
    const ana = page(server);
    write(ana, 'mine', 1);
    expect(ana.sync.status).toBe('loading');
    ana.connection.connect();
    await settle(server, ana);
    expect(paragraphs(server.doc).sort()).toEqual(['mine', 'there']);
    expect(paragraphs(ana.doc).sort()).toEqual(['mine', 'there']);
    write(ana, 'more');
    await settle(server, ana);
    expect(paragraphs(server.doc)).toContain('more');
    expect(server.handled).toEqual(['note-sync', 'note-update', 'note-update']);
    expect(ana.said).toEqual(['saving', 'saved', 'saving', 'saved']);
  });

  it('sends nothing where the server has all, also what was deleted', async () => {
    const [ana, ben] = [page(server), page(server)];
    write(ana, 'one');
    write(ana, 'two');
    ana.doc.getXmlFragment('default').delete(0, 1);
    ana.connection.connect();
    await settle(server, ana);
    ben.connection.connect();
    ana.connection.disconnect();
    ana.connection.connect();
    await settle(server, ana, ben);
    expect(server.handled).toEqual(['note-sync', 'note-update', 'note-sync', 'note-sync']);
    expect(paragraphs(ben.doc)).toEqual(['one']);
  });

  it('sends what was only deleted while there was no connection', async () => {
    const ana = page(server);
    write(ana, 'one');
    ana.connection.connect();
    await settle(server, ana);
    ana.connection.disconnect();
    ana.doc.getXmlFragment('default').delete(0, 1);
    ana.connection.connect();
    await settle(server, ana);
    expect(paragraphs(server.doc)).toEqual([]);
  });

  it('has one update under way, and sends what gathers meanwhile as one', async () => {
    const ana = page(server);
    ana.connection.connect();
    await settle(server, ana);
    for (let count = 0; count < 100; count += 1) write(ana, String(count));
    await vi.advanceTimersByTimeAsync(0);
    expect(server.queue).toHaveLength(1);
    await settle(server, ana);
    expect(server.handled).toEqual(['note-sync', 'note-update', 'note-update']);
    expect(paragraphs(server.doc)).toHaveLength(100);
  });

  it('sends and takes in parts what is long', async () => {
    const [ana, ben] = [page(server), page(server)];
    ana.connection.connect();
    await settle(server, ana);
    write(ana, 'x'.repeat(PART_BYTES * 2));
    await settle(server, ana);
    ben.connection.connect();
    await settle(server, ben);
    expect(server.handled.filter((event) => event === 'note-update')).toHaveLength(3);
    expect(server.handled.filter((event) => event === 'note-part')).toHaveLength(4);
    expect(paragraphs(ben.doc)).toEqual(paragraphs(ana.doc));
  });

  it('hears what others write, and asks anew where it misses something', async () => {
    const [ana, ben] = [page(server), page(server)];
    for (const { connection } of [ana, ben]) connection.connect();
    await settle(server, ana, ben);
    write(ana, 'one');
    await settle(server);
    ben.connection.inbox = [];
    write(ana, 'two');
    await settle(server, ana, ben);
    expect(paragraphs(ben.doc)).toEqual(['two', 'one']);
    expect(ben.sync.status).toBe('saved');
  });

  it('asks again when it is told to, and when the server cannot store', async () => {
    const ana = page(server);
    ana.connection.connect();
    await settle(server, ana);
    server.fates.push('storage-unavailable', 'storage-unavailable', 'sync-first');
    write(ana, 'one');
    await settle(server, ana);
    expect(ana.sync.status).toBe('retrying');
    for (let round = 0; round < 4; round += 1) {
      await vi.advanceTimersByTimeAsync(LONGEST_WAIT_MS);
      await settle(server, ana);
    }
    expect(ana.sync.status).toBe('saved');
    expect(paragraphs(server.doc)).toEqual(['one']);
  });

  it('stops where the note is full, and goes on when a later connection finds room', async () => {
    const ana = page(server);
    ana.connection.connect();
    await settle(server, ana);
    server.limit = 100;
    write(ana, 'x'.repeat(200));
    write(ana, 'more');
    await settle(server, ana);
    expect(ana.sync.status).toBe('overfull');
    await vi.advanceTimersByTimeAsync(LONGEST_WAIT_MS);
    expect(server.queue).toEqual([]);
    expect(paragraphs(server.doc)).toEqual([]);
    ana.connection.disconnect();
    server.limit = 1_000;
    ana.connection.connect();
    await settle(server, ana);
    expect(ana.sync.status).toBe('saved');
    expect(paragraphs(server.doc)).toHaveLength(2);
  });

  it('saves what is left when somebody shortens what did not fit', async () => {
    const ana = page(server);
    ana.connection.connect();
    await settle(server, ana);
    server.limit = 100;
    write(ana, 'short');
    await settle(server, ana);
    write(ana, 'x'.repeat(200));
    await settle(server, ana);
    expect(ana.sync.status).toBe('overfull');
    ana.doc.getXmlFragment('default').delete(0, 1);
    await vi.advanceTimersByTimeAsync(LONGEST_WAIT_MS);
    await settle(server, ana);
    expect(ana.sync.status).toBe('saved');
    expect(paragraphs(server.doc)).toEqual(['short']);
  });

  it('asks whether there is room when somebody else has changed a full note', async () => {
    const [ana, ben] = [page(server), page(server)];
    for (const { connection } of [ana, ben]) connection.connect();
    write(ben, 'x'.repeat(200));
    await settle(server, ana, ben);
    server.limit = 200;
    write(ana, 'mine');
    await settle(server, ana, ben);
    expect(ana.sync.status).toBe('overfull');
    ben.doc.getXmlFragment('default').delete(0, 1);
    await settle(server, ana, ben);
    await vi.advanceTimersByTimeAsync(LONGEST_WAIT_MS);
    await settle(server, ana, ben);
    expect(ana.sync.status).toBe('saved');
    expect(paragraphs(server.doc)).toEqual(['mine']);
  });

  it('does not even try to send what no note takes', async () => {
    const ana = page(server);
    ana.connection.connect();
    await settle(server, ana);
    write(ana, 'x'.repeat(WHOLE_BYTES));
    await settle(server, ana);
    await vi.advanceTimersByTimeAsync(LONGEST_WAIT_MS);
    expect(ana.sync.status).toBe('overfull');
    expect(server.handled).toEqual(['note-sync']);
  });

  it('waits longer and longer where the server cannot store', async () => {
    const ana = page(server);
    ana.connection.connect();
    await settle(server, ana);
    for (let count = 0; count < 200; count += 1) server.fates.push('answered', 'storage-unavailable');
    server.fates.unshift('storage-unavailable');
    write(ana, 'one');
    for (let second = 0; second < 60; second += 1) {
      await settle(server, ana);
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(server.handled.length).toBeLessThan(40);
  });

  it('takes what others wrote also where showing it fails', async () => {
    const [ana, ben] = [page(server), page(server)];
    for (const { connection } of [ana, ben]) connection.connect();
    await settle(server, ana, ben);
    const broken = (): never => {
      throw new Error('told to fail');
    };
    ben.doc.getXmlFragment('default').observeDeep(broken);
    write(ana, 'one');
    await settle(server, ana, ben);
    ben.doc.getXmlFragment('default').unobserveDeep(broken);
    expect(ben.failures()).toBe(1);
    write(ben, 'two', 1);
    await settle(server, ana, ben);
    expect(paragraphs(server.doc)).toEqual(['one', 'two']);
  });

  it('tells when all is on the server', async () => {
    const ana = page(server);
    ana.connection.connect();
    await settle(server, ana);
    write(ana, 'one');
    let settled = false;
    void ana.sync.settled().then(() => (settled = true));
    await vi.advanceTimersByTimeAsync(0);
    expect(settled).toBe(false);
    await settle(server, ana);
    expect(settled).toBe(true);
  });

  it('says that a note is full already when it is opened', async () => {
    write(server, 'there');
    server.limit = 1;
    const ana = page(server);
    ana.connection.connect();
    await settle(server, ana);
    expect(ana.sync.status).toBe('full');
    expect(paragraphs(ana.doc)).toEqual(['there']);
  });

  it.each([
    ['note-unreadable', 'unreadable'],
    ['unknown-note', 'gone'],
  ])('is told %s and is %s from then on', async (code, status) => {
    const ana = page(server);
    server.fates.push(code);
    ana.connection.connect();
    await settle(server, ana);
    await vi.advanceTimersByTimeAsync(LONGEST_WAIT_MS);
    expect(ana.sync.status).toBe(status);
    expect(server.queue).toEqual([]);
  });

  it('asks nothing any more once it has ended', async () => {
    const ana = page(server);
    ana.connection.connect();
    await settle(server, ana);
    ana.sync.end();
    write(ana, 'late');
    await settle(server, ana);
    expect(server.handled).toEqual(['note-sync']);
  });

  it('tells where its caret is, and forgets the others with the connection', async () => {
    const [ana, ben] = [page(server), page(server)];
    for (const { connection } of [ana, ben]) connection.connect();
    await settle(server, ana, ben);
    ana.awareness.setLocalState({ user: { name: 'Ana' } });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(ben.awareness.getStates().get(ana.doc.clientID)).toMatchObject({
      user: { name: 'Ana' },
    });
    ben.connection.disconnect();
    expect(ben.awareness.getStates().has(ana.doc.clientID)).toBe(false);
    for (const { awareness } of [ana, ben]) awareness.destroy();
  });
});

type Step =
  | { does: 'write' | 'delete'; who: number; at: number }
  | { does: 'connect' | 'disconnect' | 'hear'; who: number }
  | { does: 'handle' | 'wait' };

const who = fc.nat({ max: 2 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant('write'), who, at: fc.nat({ max: 9 }) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('delete'), who, at: fc.nat({ max: 9 }) }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constantFrom('connect', 'disconnect', 'hear'), who }) },
  { weight: 6, arbitrary: fc.record({ does: fc.constantFrom('handle', 'wait') }) },
);
const fate = fc.constantFrom<Fate>(
  'answered',
  'answered',
  'request-lost',
  'answer-lost',
  'sync-first',
  'storage-unavailable',
);

describe('a note over connections that break', () => {
  it('ends alike everywhere, with all that was written once and nothing that was deleted', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 60 }),
        fc.array(fate, { maxLength: 30 }),
        async (steps, fates) => {
          server = new FakeNoteServer();
          server.fates.push(...fates);
          const pages = [page(server), page(server), page(server)];
          const expected = new Set<string>();
          for (const [count, each] of steps.entries()) await take(each, count, pages, expected);
          for (const { connection } of pages) connection.connect();
          for (let round = 0; round < 30; round += 1) {
            await settle(server, ...pages);
            await vi.advanceTimersByTimeAsync(LONGEST_WAIT_MS);
          }
          const texts = pages.map(({ doc }) => paragraphs(doc));
          expect(texts).toEqual(texts.map(() => paragraphs(server.doc)));
          expect([...paragraphs(server.doc)].sort()).toEqual([...expected].sort());
          expect(pages.map(({ sync }) => sync.status)).toEqual(['saved', 'saved', 'saved']);
          for (const { sync, awareness } of pages) {
            sync.end();
            awareness.destroy();
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

async function take(step: Step, count: number, pages: Page[], expected: Set<string>): Promise<void> {
  const one = pages['who' in step ? step.who : 0];
  if (one === undefined) throw new Error('no such page');
  switch (step.does) {
    case 'write':
      write(one, String(count), step.at);
      expected.add(String(count));
      break;
    case 'delete': {
      const text = paragraphs(one.doc)[step.at];
      if (text === undefined) break;
      one.doc.getXmlFragment('default').delete(step.at, 1);
      expected.delete(text);
      break;
    }
    case 'connect':
      one.connection.connect();
      break;
    case 'disconnect':
      one.connection.disconnect();
      break;
    case 'hear':
      one.connection.hear();
      break;
    case 'handle':
      server.step();
      break;
    case 'wait':
      await vi.advanceTimersByTimeAsync(500);
  }
  await vi.advanceTimersByTimeAsync(0);
}
