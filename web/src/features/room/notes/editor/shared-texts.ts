import { Extension } from '@tiptap/core';
import type { Schema } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';

/** The part of the binding between the document and the editor that is touched here. */
interface Binding {
  doc: Y.Doc;
  _prosemirrorChanged: (node: unknown) => void;
}

/**
 * Gives every empty line its text as soon as the line is there. The binding makes one only with the first letter, so several
 * who begin to type on the same line would each make one, side by side; joining them loses letters and doubles others.
 */
export const SharedTexts = Extension.create({
  name: 'sharedTexts',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        view: (view) => {
          const { binding } = ySyncPluginKey.getState(view.state) as { binding: Binding };
          const changed = binding._prosemirrorChanged.bind(binding);
          binding._prosemirrorChanged = (node) =>
            binding.doc.transact((transaction) => {
              changed(node);
              for (const type of [...transaction.changed.keys()])
                if (type instanceof Y.XmlFragment) fill(type, view.state.schema, transaction);
            }, ySyncPluginKey);
          return {};
        },
      }),
    ];
  },
});

function fill(parent: Y.XmlFragment, schema: Schema, transaction: Y.Transaction): void {
  if (parent._item?.deleted === true) return;
  if (parent instanceof Y.XmlElement && schema.nodes[parent.nodeName]?.isTextblock === true) {
    if (parent.length === 0) parent.insert(0, [new Y.XmlText()]);
    return;
  }
  for (const child of parent.toArray())
    if (child instanceof Y.XmlElement && isNew(child, transaction)) fill(child, schema, transaction);
}

function isNew({ _item: item }: Y.XmlElement, { beforeState }: Y.Transaction): boolean {
  return item !== null && item.id.clock >= (beforeState.get(item.id.client) ?? 0);
}
