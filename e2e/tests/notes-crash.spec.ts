import { setTimeout as pause } from 'node:timers/promises';
import type * as Y from 'yjs';
import { Focusly } from '../harness/focusly.ts';
import { NoteClient, paragraph, paragraphs } from '../harness/note-client.ts';
import { expect, test } from '../harness/test.ts';

/** Twenty when they are asked for. */
const KILLS = Number(process.env['E2E_NOTE_KILLS'] ?? 20);
const WRITERS = 3;
/** The pause of somebody who types faster than anybody can. */
const KEY_MS = 4;

/** Paragraphs in which all type; nobody removes them. */
const SHARED = '~';

/** Types without pause: into what all share, and own paragraphs at any place, some of which go again. */
class Typist {
  readonly client: NoteClient;
  readonly removed = new Set<string>();
  readonly #name: string;
  #stopped = false;
  #count = 0;

  constructor(client: NoteClient, name: string) {
    this.client = client;
    this.#name = name;
  }

  async type(): Promise<void> {
    while (!this.#stopped) {
      this.#count += 1;
      const token = `${this.#name}.${this.#count};`;
      if (this.#count % 7 === 0) this.#remove();
      else if (this.#count % 3 === 0) this.#insert(token);
      else this.#append(token);
      await pause(KEY_MS);
    }
  }

  stop(): void {
    this.#stopped = true;
  }

  #insert(token: string): void {
    this.client.edit(token, (fragment) => {
      const place = Math.floor(Math.random() * (fragment.length + 1));
      fragment.insert(place, [paragraph(token)]);
    });
  }

  /** Behind the last words of a paragraph in which others type as well. */
  #append(token: string): void {
    this.client.edit(token, (fragment) => {
      const shared = fragment
        .toArray()
        .map((element) => (element as Y.XmlElement).get(0) as Y.XmlText)
        .filter((text) => text.toString().startsWith(SHARED));
      const text = shared[Math.floor(Math.random() * shared.length)];
      text?.insert(text.length, token);
    });
  }

  #remove(): void {
    const texts = paragraphs(this.client.fragment);
    const place = texts.findIndex((text) => /^[^;]+;$/.test(text) && text.startsWith(`${this.#name}.`));
    const token = texts[place];
    if (token === undefined) return;
    this.removed.add(token);
    this.client.edit(`-${token}`, (fragment) => fragment.delete(place, 1));
  }
}

/** What stands in the lines, without what the page adds to them. */
const lettersOf = (text: Element): string =>
  [...text.querySelectorAll('p')].map((line) => line.textContent.replaceAll('\u2060', '')).join('');

const tokensOf = (client: NoteClient): string[] =>
  paragraphs(client.fragment)
    .join('')
    .replaceAll(SHARED, '')
    .split(';')
    .filter((token) => token !== '')
    .map((token) => `${token};`);

test('what three type outlives crashes, whole and once', async ({ arrive }) => {
  test.setTimeout(300_000);
  const server = await Focusly.start({ FOCUSLY_MESSAGES: 'off' });
  const room = await server.createRoom();
  const typists = Array.from(
    { length: WRITERS },
    (_, index) => new Typist(new NoteClient(server.url, room, `Writer ${index}`), `w${index}`),
  );
  const clients = typists.map(({ client }) => client);
  try {
    const noteId = await clients[0]!.add('Typed in a hurry');
    await clients[0]!.open(noteId);
    clients[0]!.edit(SHARED, (fragment) => fragment.insert(0, [SHARED, SHARED, SHARED].map(paragraph)));
    await clients[0]!.settled();
    await Promise.all(clients.map((client) => client.open(noteId)));
    const typing = Promise.all(typists.map((typist) => typist.type()));
    for (let kill = 1; kill <= KILLS; kill += 1) {
      await pause(50 + Math.random() * 450);
      await server.kill();
      await server.startAgain();
      await Promise.race([Promise.all(clients.map(({ synced }) => synced)), typing]);
    }
    typists.forEach((typist) => typist.stop());
    await typing;
    await Promise.all(clients.map((client) => client.settled()));

    const fresh = new NoteClient(server.url, room, 'Fresh');
    clients.push(fresh);
    await fresh.open(noteId);
    for (const client of clients) await expect.poll(() => client.text).toBe(fresh.text);

    const reader = await arrive('Reader');
    await reader.enter(`${server.url}/r/${room}`);
    await reader.page.keyboard.press('w');
    await reader.page.getByTestId('note').click();
    const shown = paragraphs(fresh.fragment).join('');
    await expect.poll(() => reader.page.getByTestId('note-text').evaluate(lettersOf)).toBe(shown);

    const tokens = tokensOf(fresh);
    expect(new Set(tokens).size, 'nothing is doubled').toBe(tokens.length);
    const kept = new Set(tokens);
    for (const { client, removed } of typists) {
      expect(client.acknowledged.length).toBeGreaterThan(KILLS);
      const missing = client.acknowledged.filter(
        (label) => label.endsWith(';') && !label.startsWith('-') && !kept.has(label) && !removed.has(label),
      );
      expect(missing, 'nothing acknowledged is missing').toEqual([]);
      expect([...removed].filter((token) => kept.has(token))).toEqual([]);
      expect(new Set(client.refusals)).not.toContain('note-unreadable');
    }
    const count = clients.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);
    console.log(`note: crashes ${KILLS}, edits acknowledged ${count}, words ${tokens.length}`);
  } finally {
    clients.forEach((client) => client.close());
    await server.stop();
  }
});
