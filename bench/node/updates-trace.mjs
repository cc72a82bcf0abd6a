// Writes what three people type at the same time into a note: the last of its updates, and all before them as one. The
// same at every run, so that both sides have the same bytes.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as Y from 'yjs';

const [folder, edits] = [process.argv[2], Number(process.argv[3])];
/** So many updates are made one with the rest. */
const TOGETHER = 200;
const WORDS = ['focus ', 'break ', 'Übung ', 'task ', '日本 ', '😀 ', 'review ', 'plan '];

let state = 20260101;
/** From 0 to below the limit (mulberry32). */
function below(limit) {
  state = (state + 0x6d2b79f5) | 0;
  let bits = Math.imul(state ^ (state >>> 15), 1 | state);
  bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
  return Math.floor((((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32) * limit);
}

const updates = [];
const writers = [1_000_000_007, 2_000_000_011, 4_000_000_019].map((client) => {
  const document = new Y.Doc();
  document.clientID = client;
  document.on('update', (update, origin) => origin === 'heard' || updates.push(update));
  return { document, paragraph: undefined, at: 0 };
});

function newParagraph(writer) {
  const fragment = writer.document.getXmlFragment('default');
  const element = new Y.XmlElement(below(8) === 0 ? 'heading' : 'paragraph');
  const text = new Y.XmlText();
  element.insert(0, [text]);
  fragment.insert(below(fragment.length + 1), [element]);
  writer.paragraph = text;
  writer.at = 0;
}

function type(writer) {
  const text = writer.paragraph;
  writer.at = Math.min(writer.at, text.length);
  const dice = below(100);
  if (dice < 80) {
    const word = WORDS[below(WORDS.length)];
    for (const letter of word) {
      text.insert(writer.at, letter, {});
      writer.at += letter.length;
    }
  } else if (dice < 92 && writer.at > 0) {
    writer.at -= 1;
    text.delete(writer.at, 1);
  } else if (dice < 96 && text.length > 4) {
    const from = below(text.length - 3);
    text.format(from, 3, { bold: below(2) === 0 ? {} : null });
  } else {
    writer.at = below(text.length + 1);
  }
}

function hearAll() {
  for (const { document } of writers)
    for (const other of writers)
      if (other.document !== document)
        Y.applyUpdate(
          document,
          Y.encodeStateAsUpdate(other.document, Y.encodeStateVector(document)),
          'heard',
        );
}

while (updates.length < edits) {
  const writer = writers[below(writers.length)];
  if (writer.paragraph === undefined || below(40) === 0) newParagraph(writer);
  else type(writer);
  if (below(20) === 0) hearAll();
}

/** As a server has it that makes one of its updates whenever there are so many. */
function mergedByAndBy(all) {
  let merged = Y.mergeUpdates([]);
  for (let from = 0; from < all.length; from += TOGETHER)
    merged = Y.mergeUpdates([merged, ...all.slice(from, from + TOGETHER)]);
  return merged;
}

hearAll();
const half = new Map(Y.decodeStateVector(Y.encodeStateVector(writers[0].document)));
for (const [client, clock] of half) half.set(client, Math.floor(clock / 2));
const last = updates.slice(-TOGETHER).map((update) => `${Buffer.from(update).toString('base64')}\n`);
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'note.bin'), mergedByAndBy(updates.slice(0, -TOGETHER)));
writeFileSync(join(folder, 'half.bin'), Y.encodeStateVector(half));
writeFileSync(join(folder, 'updates.txt'), last.join(''));
