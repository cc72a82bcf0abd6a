import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';

/** The part of the binding between the document and the editor that is touched here. */
interface Binding {
  beforeTransactionSelection: { absAnchor?: number; absHead?: number } | null;
}

/**
 * After what others wrote, the caret is where Yjs says. The binding would rather guess from the text before and after: then a
 * caret stays behind when somebody writes the same letters before it, and one beyond the end of what the editor shows by now
 * throws amid an update, which the editor would not show: https://github.com/ueberdosis/y-tiptap/issues/48
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
            delete caret.absAnchor;
            delete caret.absHead;
          };
          doc?.on('beforeObserverCalls', guard);
          return { destroy: () => doc?.off('beforeObserverCalls', guard) };
        },
      }),
    ];
  },
});
