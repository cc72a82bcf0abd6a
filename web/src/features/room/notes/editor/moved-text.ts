import * as Y from 'yjs';

/**
 * What became of a text that somebody's update put elsewhere. Yjs cannot move anything: who splits a line, joins two, or makes a
 * heading of one, takes away what they know of its text and writes it anew. What others wrote in it meanwhile goes with the old
 * text, or stays behind.
 */
export interface MovedText {
  /** The old text. */
  text: Y.XmlText;
  letters: readonly Letter[];
  /** Where the letters that were taken away are now. Null where they are nowhere. */
  to: { text: Y.XmlText; index: number } | null;
}

/** A UTF-16 code unit of an old text. */
export interface Letter {
  id: Y.ID;
  unit: string;
  /** Taken away by the update; otherwise our own, which the update does not know. */
  taken: boolean;
  live: boolean;
}

/** New text of an update, from an index of a text on. */
interface Run {
  text: Y.XmlText;
  index: number;
  units: string;
}

/**
 * The texts that an update moved and that have something of ours: words, or the caret. Others are not looked at, however many
 * the update has.
 *
 * @param transaction as it is when all of the update is in the document, and nobody was told
 * @param isRecent whether what we wrote is so new that the update's writer may not know it
 */
export function movedTexts(
  transaction: Y.Transaction,
  update: Uint8Array,
  carets: readonly (Y.RelativePosition | null)[],
  isRecent: (clock: number) => boolean,
): MovedText[] {
  const { doc } = transaction;
  const old = [...textsLosing(transaction)].filter(
    (text) =>
      hasWordsOf(text, doc.clientID) || carets.some((caret) => caret !== null && isAt(caret, text, doc)),
  );
  if (old.length === 0) return [];
  const taken = Y.mergeDeleteSets([Y.decodeUpdate(update).ds]);
  const runs = newRuns(transaction);
  return old.flatMap((text) =>
    stretches(text, transaction, taken, isRecent).map((letters) => ({
      text,
      letters,
      to: placeOf(letters, runs),
    })),
  );
}

function textsLosing(transaction: Y.Transaction): Set<Y.XmlText> {
  const texts = new Set<Y.XmlText>();
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (struct instanceof Y.Item) addText(texts, struct);
  });
  return texts;
}

/** Adds the text that an item is, or is in. */
function addText(texts: Set<Y.XmlText>, { content, parent }: Y.Item): void {
  if (content instanceof Y.ContentString && parent instanceof Y.XmlText) texts.add(parent);
  if (content instanceof Y.ContentType && content.type instanceof Y.XmlText) texts.add(content.type);
}

function hasWordsOf(text: Y.XmlText, client: number): boolean {
  for (let item = text._start; item !== null; item = item.right)
    if (item.id.client === client && item.content instanceof Y.ContentString) return true;
  return false;
}

/** Whether a place is in a text, or in the line that has it. */
function isAt({ item, type }: Y.RelativePosition, text: Y.XmlText, { store }: Y.Doc): boolean {
  if (item === null) return isTypeOf(type, text);
  const struct = Y.getItem(store, item);
  return struct instanceof Y.Item && struct.parent === text;
}

/** Whether a type is a text, or the line that has it. */
export function isTypeOf(type: Y.ID | null, text: Y.XmlText): boolean {
  return [text._item, text.parent?._item].some((each) => each && Y.compareIDs(each.id, type));
}

/** Parts of a text that were taken away whole, each with what we wrote in it and behind it; the whole text when it is gone. */
function stretches(
  text: Y.XmlText,
  { doc, deleteSet }: Y.Transaction,
  taken: Parameters<typeof Y.isDeleted>[0],
  isRecent: (clock: number) => boolean,
): Letter[][] {
  const isGone = text._item?.deleted === true;
  const all: Letter[][] = [];
  let letters: Letter[] = [];
  const end = (): void => {
    if (letters.some((letter) => letter.taken) || (isGone && letters.length > 0)) all.push(letters);
    letters = [];
  };
  for (let item = text._start; item !== null; item = item.right) {
    if (!(item.content instanceof Y.ContentString)) continue;
    for (const [offset, unit] of item.content.str.split('').entries()) {
      const id = Y.createID(item.id.client, item.id.clock + offset);
      const isTaken = item.deleted && Y.isDeleted(taken, id) && Y.isDeleted(deleteSet, id);
      const isOurs = id.client === doc.clientID;
      const isLost = item.deleted && !isTaken && Y.isDeleted(deleteSet, id);
      if (isTaken || (isOurs && isLost)) letters.push({ id, unit, taken: isTaken, live: false });
      else if (!item.deleted && isOurs && isRecent(id.clock) && letters.length > 0)
        letters.push({ id, unit, taken: false, live: true });
      else if (!item.deleted) end();
    }
  }
  end();
  return all;
}

function newRuns({ doc, beforeState, afterState }: Y.Transaction): Run[] {
  const texts = new Set<Y.XmlText>();
  for (const [client, after] of afterState) {
    const before = beforeState.get(client) ?? 0;
    const structs = doc.store.clients.get(client);
    if (client === doc.clientID || after <= before || structs === undefined) continue;
    for (const struct of structs.slice(Y.findIndexSS(structs, before))) {
      if (struct instanceof Y.Item && !struct.deleted) addText(texts, struct);
    }
  }
  return [...texts].flatMap((text) => runsOf(text, beforeState));
}

function runsOf(text: Y.XmlText, before: Map<number, number>): Run[] {
  const runs: Run[] = [];
  let index = 0;
  let run: Run | null = null;
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !item.countable) continue;
    if (item.content instanceof Y.ContentString) {
      for (const [offset, unit] of item.content.str.split('').entries()) {
        const isNew = item.id.clock + offset >= (before.get(item.id.client) ?? 0);
        if (!isNew) run = null;
        else if (run === null) runs.push((run = { text, index: index + offset, units: unit }));
        else run.units += unit;
      }
    } else run = null;
    index += item.length;
  }
  return index === 0 ? [{ text, index: 0, units: '' }] : runs;
}

/** The same letters, and no others: a letter that was taken away is in many words. */
function placeOf(letters: readonly Letter[], runs: readonly Run[]): MovedText['to'] {
  const units = letters.map(({ taken, unit }) => (taken ? unit : '')).join('');
  return runs.find((run) => run.units === units) ?? null;
}
