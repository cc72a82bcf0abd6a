import { Extension } from '@tiptap/core';
import { Plugin, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { relativePositionToAbsolutePosition, ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { isTypeOf, movedTexts, type Letter, type MovedText } from './moved-text';

/** What was written so long ago is known to whoever changes its line now, unless they are offline. */
const KNOWN_AFTER_MS = 5_000;

/** Elements that may have a paragraph at any place. */
const HOLDERS = new Set(['listItem', 'taskItem', 'blockquote', 'tableCell', 'tableHeader']);

/** The part of the binding between the document and the editor that is touched here. */
interface Binding {
  type: Y.XmlFragment;
  mapping: Parameters<typeof relativePositionToAbsolutePosition>[3];
  beforeTransactionSelection: { anchor: Y.RelativePosition | null; head: Y.RelativePosition | null } | null;
}

/** Words of ours that are not where they were written any more. */
interface Stray {
  units: string;
  /** Where they are still, as they have to be taken away. */
  live: { text: Y.XmlText; first: Y.ID } | null;
  to: Y.RelativePosition | null;
  /** The text that they were in. */
  from: Y.XmlText;
  /** Whether the caret was with them. */
  hasCaret: boolean;
}

/** Keeps the caret, and what was just written, with a text that others put elsewhere. */
export const FollowText = Extension.create<{
  doc: Y.Doc | null;
  arriving: Set<(update: Uint8Array) => void>;
}>({
  name: 'followText',
  addOptions: () => ({ doc: null, arriving: new Set() }),
  addProseMirrorPlugins() {
    const { doc, arriving } = this.options;
    return doc === null ? [] : [new Plugin({ view: (view) => new Follower(view, doc, arriving) })];
  },
});

class Follower {
  readonly #view: EditorView;
  readonly #doc: Y.Doc;
  readonly #arriving: Set<(update: Uint8Array) => void>;
  #update: Uint8Array | null = null;
  #strays: Stray[] = [];
  /** Up to which clock we had written when; one from before all that may be unknown to others. */
  readonly #written: { clock: number; at: number }[];

  constructor(view: EditorView, doc: Y.Doc, arriving: Set<(update: Uint8Array) => void>) {
    this.#view = view;
    this.#doc = doc;
    this.#arriving = arriving;
    this.#written = [{ clock: Y.getState(doc.store, doc.clientID), at: -Infinity }];
    arriving.add(this.#arrive);
    doc.on('beforeObserverCalls', this.#follow);
    doc.on('afterAllTransactions', this.#bringBack);
    doc.on('afterTransaction', this.#remember);
  }

  destroy(): void {
    this.#arriving.delete(this.#arrive);
    this.#doc.off('beforeObserverCalls', this.#follow);
    this.#doc.off('afterAllTransactions', this.#bringBack);
    this.#doc.off('afterTransaction', this.#remember);
  }

  get #binding(): Binding | null {
    const state = ySyncPluginKey.getState(this.#view.state) as { binding?: Binding | null } | undefined;
    return state?.binding ?? null;
  }

  readonly #arrive = (update: Uint8Array): void => {
    this.#update = update;
  };

  readonly #remember = ({ local, afterState }: Y.Transaction): void => {
    if (!local) return;
    const at = performance.now();
    this.#written.push({ clock: afterState.get(this.#doc.clientID) ?? 0, at });
    while ((this.#written[1]?.at ?? Infinity) < at - KNOWN_AFTER_MS) this.#written.shift();
  };

  /** Whether what we wrote at a clock may be unknown to whoever wrote what comes now. */
  readonly #isRecent = (clock: number): boolean => {
    const since = performance.now() - KNOWN_AFTER_MS;
    const known = this.#written.findLast(({ at }) => at < since);
    return clock >= (known?.clock ?? 0);
  };

  readonly #follow = (transaction: Y.Transaction): void => {
    const update = this.#update;
    if (transaction.local || update === null) return;
    this.#update = null;
    const caret = this.#binding?.beforeTransactionSelection;
    const carets = [caret?.anchor ?? null, caret?.head ?? null];
    for (const moved of movedTexts(transaction, update, carets, this.#isRecent)) {
      const hasCaret = isIn(caret?.head ?? null, moved);
      if (caret) {
        caret.anchor = followed(caret.anchor, moved);
        caret.head = followed(caret.head, moved);
      }
      this.#strays.push(...straysOf(moved).map((stray) => ({ ...stray, hasCaret })));
    }
  };

  readonly #bringBack = (): void => {
    const strays = this.#strays;
    this.#strays = [];
    if (strays.length === 0 || !this.#view.editable) return;
    // From the last on, so that the places of those before stay.
    for (const stray of strays.reverse()) this.#bring(stray);
  };

  #bring({ units, live, to, from, hasCaret }: Stray): void {
    if (to === null) {
      const text = new Y.XmlText(units);
      this.#doc.transact(() => insertParagraph(from, text), ySyncPluginKey);
      if (hasCaret && text.doc) this.#moveTo(Y.createRelativePositionFromTypeIndex(text, units.length, -1));
      return;
    }
    if (live) this.#doc.transact(() => takeAway(live.text, live.first, units.length), ySyncPluginKey);
    const place = this.#shown(to);
    if (place !== null) this.#view.dispatch(this.#view.state.tr.insertText(units, place));
  }

  #moveTo(place: Y.RelativePosition): void {
    const { tr, doc } = this.#view.state;
    const shown = this.#shown(place);
    if (shown !== null) this.#view.dispatch(tr.setSelection(TextSelection.create(doc, shown)));
  }

  /** Where the editor has a place of the document. */
  #shown(place: Y.RelativePosition): number | null {
    const binding = this.#binding;
    return binding && relativePositionToAbsolutePosition(this.#doc, binding.type, place, binding.mapping);
  }
}

/** Whether a place is among letters that were moved, or were before they went. */
function isIn(place: Y.RelativePosition | null, { text, letters }: MovedText): boolean {
  return place !== null && lettersBefore(place, text, letters) !== null;
}

/** A place in a text, where the text is now. */
function followed(
  place: Y.RelativePosition | null,
  { text, letters, to }: MovedText,
): Y.RelativePosition | null {
  if (place === null || to === null) return place;
  const before = lettersBefore(place, text, letters);
  if (before === null || (before === 0 && text._item?.deleted !== true)) return place;
  const taken = letters.slice(0, before).filter((letter) => letter.taken).length;
  return Y.createRelativePositionFromTypeIndex(to.text, to.index + taken, -1);
}

/** How many letters are before a place; null where it is not among them. */
function lettersBefore(
  { item, type, assoc }: Y.RelativePosition,
  text: Y.XmlText,
  letters: readonly Letter[],
): number | null {
  if (item !== null) {
    const index = letters.findIndex(({ id }) => Y.compareIDs(id, item));
    return index < 0 ? null : index + (assoc < 0 ? 1 : 0);
  }
  if (!isTypeOf(type, text)) return null;
  return assoc < 0 ? 0 : letters.length;
}

function straysOf({ text, letters, to }: MovedText): Omit<Stray, 'hasCaret'>[] {
  const isGone = text._item?.deleted === true;
  const strays: Omit<Stray, 'hasCaret'>[] = [];
  let taken = 0;
  let last: Letter | null = null;
  for (const letter of letters) {
    if (letter.taken) taken += 1;
    else if (isGone || (to !== null && taken > 0)) {
      const stray = strays.at(-1);
      if (stray && last?.taken === false && last.live === letter.live) stray.units += letter.unit;
      else
        strays.push({
          units: letter.unit,
          live: letter.live ? { text, first: letter.id } : null,
          to: to && Y.createRelativePositionFromTypeIndex(to.text, to.index + taken, -1),
          from: text,
        });
    }
    last = letter;
  }
  return strays;
}

/** Where a line was that is gone with all that was in it, its unknown words are a line of their own. */
function insertParagraph(from: Y.XmlText, text: Y.XmlText): void {
  let gone: Y.Item | null = from._item;
  let parent = from.parent as Y.XmlFragment | null;
  while (gone !== null && parent !== null && !mayHaveParagraph(parent)) {
    gone = parent._item;
    parent = parent.parent as Y.XmlFragment | null;
  }
  if (gone === null || parent === null) return;
  let index = 0;
  for (let item = parent._start; item !== null && item !== gone; item = item.right)
    if (!item.deleted && item.countable) index += item.length;
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [text]);
  parent.insert(index, [paragraph]);
}

function mayHaveParagraph(parent: Y.XmlFragment): boolean {
  if (parent._item?.deleted === true) return false;
  return !(parent instanceof Y.XmlElement) || HOLDERS.has(parent.nodeName);
}

function takeAway(text: Y.XmlText, first: Y.ID, length: number): void {
  let index = 0;
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !item.countable) continue;
    const offset = first.clock - item.id.clock;
    if (item.id.client === first.client && offset >= 0 && offset < item.length) {
      text.delete(index + offset, length);
      return;
    }
    index += item.length;
  }
}
