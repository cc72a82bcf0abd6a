import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { documentJson } from '../harness/document-json.ts';
import { projectFolder } from '../harness/server-command.ts';
import { JavaUpdates } from '../harness/java-updates.ts';
import { Dice, hear, randomSession, type Session } from '../harness/random-documents.ts';

const SESSIONS = 100;
const FIRST_SEED = 20_260_101;

const CLIENT = 2 ** 32 - 1;

interface Example {
  name: string;
  updates: string[];
  document: unknown;
  stateVector: string;
  state: string;
}

interface Note {
  name: string;
  update: string;
  xml: string;
}

function examples<T>(name: string): T[] {
  return JSON.parse(readFileSync(join(projectFolder, 'protocol', 'yjs', `${name}.json`), 'utf8')) as T[];
}

/** One struct of one client, by hand. */
function updateOf(clock: number, write: (out: encoding.Encoder) => void): Uint8Array {
  const out = encoding.createEncoder();
  for (const number of [1, 1, CLIENT, clock]) encoding.writeVarUint(out, number);
  write(out);
  encoding.writeVarUint(out, 0);
  return encoding.toUint8Array(out);
}

/** As if a client had made and forgotten so much. */
function garbage(length: number): Uint8Array {
  return updateOf(0, (out) => {
    encoding.writeUint8(out, 0);
    encoding.writeVarUint(out, length);
  });
}

function letterAt(clock: number): Uint8Array {
  return updateOf(clock, (out) => {
    encoding.writeUint8(out, 4);
    encoding.writeVarUint(out, 1);
    encoding.writeVarString(out, 'text');
    encoding.writeVarString(out, 'x');
  });
}

/** A whole document of its own, as it stands for everybody who has heard of everything. */
function documentOf(updates: Uint8Array[]): Y.Doc {
  const document = new Y.Doc();
  for (const update of updates) Y.applyUpdate(document, update);
  return document;
}

/** What can be seen of a document, and how much of it there is. */
function contentOf(document: Y.Doc): unknown {
  return { seen: documentJson(document), stateVector: hex(Y.encodeStateVector(document)) };
}

function stateOf(document: Y.Doc): string {
  return hex(Y.encodeStateAsUpdate(document));
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

/** Some of the updates, in any order and some of them twice. */
function gathered(dice: Dice, session: Session): Uint8Array[] {
  const some = session.updates.filter(() => dice.chance(90));
  return dice.shuffled([...some, ...some.filter(() => dice.chance(20))]);
}

test.describe('Java works on updates as yjs does', () => {
  let java: JavaUpdates;

  test.beforeAll(() => {
    java = new JavaUpdates();
  });

  test.afterAll(() => {
    java.stop();
  });

  test('whatever people write at the same time', async () => {
    for (let i = 0; i < SESSIONS; i++) {
      const seed = FIRST_SEED + i;
      const dice = new Dice(seed);
      await compare(dice, randomSession(dice, 1 + dice.below(4), 1 + dice.below(60)), `seed ${seed}`);
    }
  });

  test('the examples that the module has are what yjs makes', () => {
    for (const { name, updates, document, stateVector, state } of examples<Example>('documents')) {
      const made = documentOf([Y.mergeUpdates(updates.map((update) => Buffer.from(update, 'hex')))]);
      expect(documentJson(made), name).toEqual(document);
      expect(hex(Y.encodeStateVector(made)), name).toBe(stateVector);
      expect(stateOf(made), name).toBe(state);
    }
    for (const { name, update, xml } of examples<Note>('notes')) {
      const made = documentOf([Buffer.from(update, 'hex')]);
      expect(made.getXmlFragment('default').toString(), name).toBe(xml);
    }
  });

  test('clocks beyond 31 and 32 bits', async () => {
    for (const clock of [2 ** 31 + 1, 2 ** 32 + 5, 2 ** 52]) {
      const updates = [garbage(clock), letterAt(clock + 1), letterAt(clock)];
      const merged = await java.merge(updates);
      expect(contentOf(documentOf([merged]))).toEqual(contentOf(documentOf([Y.mergeUpdates(updates)])));
      const known = Y.encodeStateVector(new Map([[CLIENT, clock - 1]]));
      expect(hex(await java.diff(merged, known))).toBe(hex(Y.diffUpdate(merged, known)));
      expect(hex(await java.stateVector(merged))).toBe(hex(Y.encodeStateVectorFromUpdate(merged)));
    }
  });

  async function compare(dice: Dice, session: Session, name: string): Promise<void> {
    const updates = gathered(dice, session);
    const merged = await java.merge(updates);
    const reference = Y.mergeUpdates(updates);
    expect(contentOf(documentOf([merged])), `${name}: merged`).toEqual(contentOf(documentOf([reference])));
    expect(stateOf(documentOf([merged, ...session.updates])), `${name}: merged, and the rest`).toBe(
      stateOf(documentOf([reference, ...session.updates])),
    );

    expect(hex(await java.stateVector(reference)), `${name}: state vector`).toBe(
      hex(Y.encodeStateVectorFromUpdate(reference)),
    );
    const document = dice.one(session.documents);
    const stateVector = Y.encodeStateVector(document);
    expect(hex(await java.diff(reference, stateVector)), `${name}: diff`).toBe(
      hex(Y.diffUpdate(reference, stateVector)),
    );
    const whole = Y.encodeStateAsUpdate(document);
    const cut = Y.encodeStateVector(new Map([[document.clientID, dice.below(50)]]));
    expect(hex(await java.diff(whole, cut)), `${name}: cut`).toBe(hex(Y.diffUpdate(whole, cut)));
    expect(await java.document(reference), `${name}: document`).toEqual(
      documentJson(documentOf([reference])),
    );
    expect(await java.document(whole), `${name}: whole document`).toEqual(documentJson(document));
    const emptied = await java.withoutDeleted(reference);
    expect(contentOf(documentOf([emptied])), `${name}: emptied`).toEqual(contentOf(documentOf([reference])));
    expect(contentOf(documentOf([emptied, ...session.updates])), `${name}: emptied, and the rest`).toEqual(
      contentOf(documentOf(session.updates)),
    );
    const all = Y.mergeUpdates(session.updates);
    expect(hex(await java.withoutDeleted(all)), `${name}: without what is deleted`).toBe(
      stateOf(documentOf([all])),
    );
    hear(document, dice.one(session.documents));
  }
});
