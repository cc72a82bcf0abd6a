import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';

/** The part of the binding between the document and the editor that is touched here. */
interface Binding {
  beforeTransactionSelection: { absAnchor?: number; absHead?: number } | null;
}

/**
 * A caret that was beyond the end of what the editor shows by now makes the binding throw amid an update, and the editor
 * would not show that update: https://github.com/ueberdosis/y-tiptap/issues/48
 */
export const CaretGuard = Extension.create<{ doc: Y.Doc | null }>({
  name: 'caretGuard',
  addOptions: () => ({ doc: null }),
  addProseMirrorPlugins() {
    const { doc } = this.options;
    return [
      new Plugin({
        view: (view) => {
          const guard = (): void => {
            const state = ySyncPluginKey.getState(view.state) as { binding?: Binding | null } | undefined;
            const caret = state?.binding?.beforeTransactionSelection;
            if (!caret) return;
            const end = view.state.doc.content.size;
            if (caret.absAnchor !== undefined) caret.absAnchor = Math.min(caret.absAnchor, end);
            if (caret.absHead !== undefined) caret.absHead = Math.min(caret.absHead, end);
          };
          doc?.on('beforeObserverCalls', guard);
          return { destroy: () => doc?.off('beforeObserverCalls', guard) };
        },
      }),
    ];
  },
});
