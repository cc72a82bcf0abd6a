import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { yCursorPluginKey } from '@tiptap/y-tiptap';

/** The part of the editor that is touched here. */
interface Observed {
  domObserver: { flush: () => void };
}

/**
 * Has the editor read where the caret is before anything else happens. A browser says that a caret was moved a little after it
 * was; to a key that is pressed meanwhile, and to words of others that come, the caret is still where it was, and it is put
 * back there: https://github.com/handlewithcarecollective/react-prosemirror/pull/240
 */
export const ReadCaret = Extension.create<{ arriving: Set<() => void> }>({
  name: 'readCaret',
  addOptions: () => ({ arriving: new Set() }),
  /** A caret of somebody is drawn, a moment after it came. */
  dispatchTransaction({ transaction, next }) {
    const carets = transaction.getMeta(yCursorPluginKey) as { awarenessUpdated?: boolean } | undefined;
    if (carets?.awarenessUpdated !== true || this.editor.isDestroyed) {
      next(transaction);
      return;
    }
    const { view } = this.editor;
    const { state } = view;
    read(view);
    next(view.state === state ? transaction : view.state.tr.setMeta(yCursorPluginKey, carets));
  },
  addProseMirrorPlugins() {
    const { arriving } = this.options;
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            keydown: (view, { isComposing }) => {
              if (!isComposing) read(view);
            },
          },
        },
        view: (view) => {
          const listener = (): void => read(view);
          arriving.add(listener);
          return { destroy: () => void arriving.delete(listener) };
        },
      }),
    ];
  },
});

/** What an input method is about to write is read when it is done. */
function read(view: EditorView): void {
  if (!view.composing) (view as unknown as Observed).domObserver.flush();
}
