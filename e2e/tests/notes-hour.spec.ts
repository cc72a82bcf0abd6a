import * as Y from 'yjs';
import { NoteClient, paragraph } from '../harness/note-client.ts';
import { expect, test } from '../harness/test.ts';

/** Of somebody who types without a rest. */
const KEYS_A_MINUTE = 300;
const PEOPLE = 10;
/** An hour takes minutes; without being asked for, a part of it has to do. */
const MINUTES = Number(process.env['E2E_NOTE_MINUTES'] ?? 1);
const LOOKS = 4;
/** What the database has of its own, its log of transactions, and updates that are not merged yet. */
const ALLOWANCE_BYTES = 24 * 1024 * 1024;

test.setTimeout(60_000 + MINUTES * 20_000);

/** Types at a caret of their own, which moves now and then, and takes some letters back. */
async function type(client: NoteClient, keys: number): Promise<number[]> {
  const times: number[] = [];
  let caret = 0;
  for (let key = 1; key <= keys; key += 1) {
    client.edit('', (fragment) => {
      const lines = fragment.length;
      if (key % 80 === 0) fragment.insert(Math.floor(Math.random() * (lines + 1)), [paragraph('')]);
      if (key % 40 === 1) caret = Math.floor(Math.random() * lines);
      const text = (fragment.get(Math.min(caret, lines - 1)) as Y.XmlElement).get(0) as Y.XmlText;
      if (key % 11 === 0 && text.length > 0) text.delete(text.length - 1, 1);
      else text.insert(text.length, 'abcdefghij klmno pqrst'[key % 22] ?? ' ');
    });
    const begun = performance.now();
    await client.settled();
    times.push(performance.now() - begun);
  }
  return times;
}

test('ten people type for long, and the note stays small and quick to open', async ({ startServer }) => {
  // What it needs in memory it has in this much, however lazy the collector is with more.
  const server = await startServer({ FOCUSLY_MESSAGES: 'off', JDK_JAVA_OPTIONS: '-Xmx128m' });
  const room = await server.createRoom();
  const clients = Array.from({ length: PEOPLE }, (_, i) => new NoteClient(server.url, room, `Person ${i}`));
  try {
    const noteId = await clients[0]!.add('An hour');
    await clients[0]!.open(noteId);
    clients[0]!.edit('', (fragment) => fragment.insert(0, [paragraph('')]));
    await clients[0]!.settled();
    await Promise.all(clients.map((client) => client.open(noteId)));

    const times: number[] = [];
    for (let look = 1; look <= LOOKS; look += 1) {
      const keys = Math.ceil((MINUTES * KEYS_A_MINUTE) / LOOKS);
      times.push(...(await Promise.all(clients.map((client) => type(client, keys)))).flat());
      const fresh = new NoteClient(server.url, room, 'Fresh');
      await fresh.joined;
      const begun = performance.now();
      await fresh.open(noteId);
      const opened = performance.now() - begun;
      for (const client of clients) await expect.poll(() => client.text).toBe(fresh.text);
      const whole = Y.encodeStateAsUpdate(fresh.doc).length;
      const stateVector = Y.encodeStateVector(fresh.doc);
      const { bytes } = await fresh.ask('note-sync', { noteId, stateVector });
      fresh.close();
      const [resident, stored] = [await server.residentBytes(), await server.storedBytes()];
      console.log(
        `note: ${look * keys * PEOPLE} keys, ${whole} bytes, opened in ${opened.toFixed(1)} ms,` +
          ` resident ${Math.round(resident / 1e6)} MB, on the disk ${Math.round(stored / 1e6)} MB`,
      );
      // What is stored is the text with what Yjs needs to know of it, and no history of keys.
      expect(Number(bytes)).toBeLessThanOrEqual(whole * 2 + 4_096);
      expect(stored).toBeLessThan(ALLOWANCE_BYTES + whole * 4);
    }
    times.sort((a, b) => a - b);
    const p99 = times[Math.floor(times.length * 0.99)];
    console.log(`note: ${times.length} updates, acknowledged within ${p99?.toFixed(1)} ms (99th percentile)`);
  } finally {
    clients.forEach((client) => client.close());
  }
});
