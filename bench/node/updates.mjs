// yjs at work on the updates of a note: `node updates.mjs merge <folder> <warm-up ms> <window ms>` says how many
// microseconds one such work takes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import * as Y from 'yjs';

const [operation, folder] = process.argv.slice(2);
const [warmUp, window] = process.argv.slice(4).map(Number);
const read = (name) => new Uint8Array(readFileSync(join(folder, name)));
const note = read('note.bin');
const half = read('half.bin');
const updates = readFileSync(join(folder, 'updates.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => new Uint8Array(Buffer.from(line, 'base64')));

function documentOf(update) {
  const document = new Y.Doc();
  Y.applyUpdate(document, update);
  return document;
}

const works = {
  merge: () => Y.mergeUpdates([note, ...updates]).length,
  diff: () => Y.diffUpdate(note, half).length,
  'state-vector': () => Y.encodeStateVectorFromUpdate(note).length,
  open: () => documentOf(note).getXmlFragment('default').toArray().length,
  compact: () => Y.encodeStateAsUpdate(documentOf(note)).length,
};

/** Works for so long, and says how many microseconds one took. */
function micros(work, millis) {
  const start = performance.now();
  let count = 0;
  let now = start;
  while (count === 0 || now - start < millis) {
    if (work() === 0) throw new Error('no result');
    count++;
    now = performance.now();
  }
  return ((now - start) * 1000) / count;
}

micros(works[operation], warmUp);
console.log(`micros ${micros(works[operation], window).toFixed(3)}`);
