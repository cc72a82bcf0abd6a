import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { yCursorPluginKey } from '@tiptap/y-tiptap';

/** The part of the editor that is touched here. */
interface Observed {
  domObserver: { flush: () => void };
}

const MOVING_KEYS = new Set([
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'End',
  'Home',
  'PageDown',
  'PageUp',
]);

/**
 * Has the editor read where the caret is before anything else happens. A browser says that a caret was moved a little after it
 * was; to a key that is pressed meanwhile, and to words of others that come, the caret is still where it was, and it is put
 * back there: https://github.com/handlewithcarecollective/react-prosemirror/pull/240
 */
export const ReadCaret = Extension.create<
  { arriving: Set<(update: Uint8Array) => void> },
  { reader: CaretReader | null }
>({
  name: 'readCaret',
  addOptions: () => ({ arriving: new Set() }),
  addStorage: () => ({ reader: null }),
  /** A caret of somebody is drawn, a moment after it came. */
  dispatchTransaction({ transaction, next }) {
    const carets = transaction.getMeta(yCursorPluginKey) as { awarenessUpdated?: boolean } | undefined;
    if (carets?.awarenessUpdated !== true || this.editor.isDestroyed) {
      next(transaction);
      return;
    }
    const { view } = this.editor;
    const { state } = view;
    this.storage.reader?.read();
    next(view.state === state ? transaction : view.state.tr.setMeta(yCursorPluginKey, carets));
  },
  addProseMirrorPlugins() {
    const { options, storage } = this;
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            keydown: (_, event) => storage.reader?.pressed(event),
            mousedown: () => storage.reader?.moves(),
          },
        },
        view: (view) => (storage.reader = new CaretReader(view, options.arriving)),
      }),
    ];
  },
});

class CaretReader {
  readonly #view: EditorView;
  readonly #arriving: Set<(update: Uint8Array) => void>;
  /** The caret may be elsewhere by now, and nobody was told. */
  #moved = false;

  constructor(view: EditorView, arriving: Set<(update: Uint8Array) => void>) {
    this.#view = view;
    this.#arriving = arriving;
    arriving.add(this.read);
    document.addEventListener('selectionchange', this.#told);
  }

  destroy(): void {
    this.#arriving.delete(this.read);
    document.removeEventListener('selectionchange', this.#told);
  }

  pressed({ key, isComposing, ctrlKey, metaKey }: KeyboardEvent): void {
    if (isComposing) return; // what an input method is about to write is read when it is done
    this.read();
    if (MOVING_KEYS.has(key) || ctrlKey || metaKey) this.moves();
  }

  moves(): void {
    this.#moved = true;
  }

  readonly #told = (): void => {
    this.#moved = false; // the editor reads it itself
  };

  readonly read = (): void => {
    if (!this.#moved || this.#view.composing) return;
    this.#moved = false;
    (this.#view as unknown as Observed).domObserver.flush();
  };
}
