import * as Y from 'yjs';

const WORDS = ['a', 'word', 'ü', '日本', '😀', 'x😀y', 'long text that is cut somewhere', '\n', '"\\'];
const MARKS: [string, unknown][] = [
  ['bold', true],
  ['bold', null],
  ['link', { href: 'https://example.test/', title: '"ü"' }],
  ['link', null],
  ['code', {}],
];
const VALUES: unknown[] = [
  0,
  -1,
  2 ** 40,
  -0.1,
  1.5,
  'text',
  '😀',
  true,
  false,
  null,
  new Uint8Array([0, 255]),
  { a: [1, { b: null }, 1234567890123456789n], ü: undefined },
  [[], {}, 'x'],
];

/** Numbers that are the same at every run (mulberry32). */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** From 0 to below the limit. */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let bits = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return Math.floor((((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32) * limit);
  }

  one<T>(values: readonly T[]): T {
    return values[this.below(values.length)] as T;
  }

  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  shuffled<T>(values: readonly T[]): T[] {
    const rest = [...values];
    return values.map(() => rest.splice(this.below(rest.length), 1)[0] as T);
  }
}

/** What some people wrote at the same time, now and then telling each other. */
export interface Session {
  documents: Y.Doc[];
  /** Every update that was made, in the order in which it was. */
  updates: Uint8Array[];
}

export function randomSession(dice: Dice, people: number, edits: number): Session {
  const updates: Uint8Array[] = [];
  const documents = Array.from({ length: people }, (_, i) => {
    const document = new Y.Doc({ gc: dice.chance(70) });
    document.clientID = i === 0 ? 2 ** 32 - 1 - dice.below(5) : 1 + dice.below(2 ** 31);
    document.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'heard') updates.push(update);
    });
    return document;
  });
  for (let i = 0; i < edits; i++) {
    const document = dice.one(documents);
    document.transact(() => {
      for (let j = 1 + dice.below(4); j > 0; j--) edit(dice, document);
    });
    if (dice.chance(25)) hear(dice.one(documents), dice.one(documents));
  }
  return { documents, updates };
}

export function hear(listener: Y.Doc, speaker: Y.Doc): void {
  Y.applyUpdate(listener, Y.encodeStateAsUpdate(speaker, Y.encodeStateVector(listener)), 'heard');
}

function edit(dice: Dice, document: Y.Doc): void {
  const edits = [
    () => editXml(dice, document.getXmlFragment('default')),
    () => editText(dice, document.getText('text')),
    () => editMap(dice, document.getMap('map')),
    () => editArray(dice, document.getArray('array')),
  ];
  dice.one(edits)();
}

function editXml(dice: Dice, parent: Y.XmlFragment): void {
  const at = dice.below(parent.length + 1);
  const child = parent.length > 0 ? parent.get(dice.below(parent.length)) : undefined;
  if (child instanceof Y.XmlText && dice.chance(70)) editText(dice, child);
  else if (child instanceof Y.XmlElement && dice.chance(60)) editXml(dice, child);
  else if (child instanceof Y.XmlElement && dice.chance(40)) {
    if (dice.chance(70)) child.setAttribute(dice.one(['level', 'checked']), dice.one(['1', '2', 'ü']));
    else child.removeAttribute('level');
  } else if (child !== undefined && dice.chance(25)) parent.delete(dice.below(parent.length), 1);
  else if (dice.chance(50)) parent.insert(at, [new Y.XmlText(dice.one(WORDS))]);
  else parent.insert(at, [new Y.XmlElement(dice.one(['paragraph', 'heading']))]);
}

function editText(dice: Dice, text: Y.Text): void {
  const at = dice.below(text.length + 1);
  const length = dice.below(text.length - at + 1);
  const kind = dice.below(10);
  if (kind < 5) text.insert(at, dice.one(WORDS));
  else if (kind < 7) text.delete(at, length);
  else if (kind < 9 && length > 0) text.format(at, length, Object.fromEntries([dice.one(MARKS)]));
  else text.insertEmbed(at, { image: dice.one(WORDS) });
}

function editMap(dice: Dice, map: Y.Map<unknown>): void {
  const key = dice.one(['a', 'b', 'ü']);
  const kind = dice.below(10);
  const inner = map.get(key);
  if (inner instanceof Y.Map && kind < 5) editMap(dice, inner);
  else if (inner instanceof Y.Array && kind < 5) editArray(dice, inner);
  else if (kind < 6) map.set(key, dice.one(VALUES));
  else if (kind < 8) map.delete(key);
  else map.set(key, dice.one([() => new Y.Map(), () => new Y.Array(), () => new Y.Doc({ guid: 'inner' })])());
}

function editArray(dice: Dice, array: Y.Array<unknown>): void {
  const at = dice.below(array.length + 1);
  const inner = array.length > 0 ? array.get(dice.below(array.length)) : undefined;
  const kind = dice.below(10);
  if (inner instanceof Y.Map && kind < 5) editMap(dice, inner);
  else if (kind < 6) array.insert(at, [dice.one(VALUES), dice.one(VALUES), dice.one(VALUES)]);
  else if (kind < 8 && at < array.length) array.delete(at, 1 + dice.below(array.length - at));
  else array.insert(at, [new Y.Map()]);
}
