import { Extension } from '@tiptap/core';
import type { Schema } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';

/** Of a table that is larger nobody could see anything, and the map of its cells would not fit into memory. */
const COLUMNS_MAX = 200;
const CELLS_MAX = 20_000;
/** Marks that may overlap have a hash behind their names. */
const HASH = /--[a-zA-Z0-9+/=]{8}$/;

interface Binding {
  destroy: () => void;
}

/**
 * Keeps from the editor what it does not know, as a later version of this page may write it, or a client of another make: the
 * binding would delete that for everyone.
 */
export const ContentGuard = Extension.create<{ doc: Y.Doc | null; onStrange: () => void }>({
  name: 'contentGuard',
  addOptions: () => ({ doc: null, onStrange: () => undefined }),
  addProseMirrorPlugins() {
    const { doc, onStrange } = this.options;
    return [
      new Plugin({
        view: (view) => {
          const guard = ({ local, changed }: Y.Transaction): void => {
            if (local || [...changed.keys()].every((type) => isKnown(type, view.state.schema))) return;
            const state = ySyncPluginKey.getState(view.state) as { binding?: Binding | null } | undefined;
            state?.binding?.destroy();
            onStrange();
          };
          doc?.on('beforeObserverCalls', guard);
          return { destroy: () => doc?.off('beforeObserverCalls', guard) };
        },
      }),
    ];
  },
});

/** Whether the editor knows all that is in a part of the document. */
export function isKnown(type: unknown, schema: Schema): boolean {
  const table = type instanceof Y.XmlElement ? tableAround(type as Y.XmlElement) : null;
  return (table === null || isBounded(table)) && isKnownWithin(type, schema);
}

function isKnownWithin(type: unknown, schema: Schema): boolean {
  if (type instanceof Y.XmlText)
    return (type.toDelta() as Run[]).every(
      ({ insert, attributes = {} }) =>
        typeof insert === 'string' &&
        Object.keys(attributes).every((name) => schema.marks[name.replace(HASH, '')] !== undefined),
    );
  if (type instanceof Y.XmlElement) {
    if (schema.nodes[type.nodeName] === undefined) return false;
    if (type.nodeName === 'table' && !isBounded(type as Y.XmlElement)) return false;
  }
  return !(type instanceof Y.XmlFragment) || type.toArray().every((child) => isKnownWithin(child, schema));
}

interface Run {
  insert: unknown;
  attributes?: Record<string, unknown>;
}

/** The table whose row or cell this is. */
function tableAround(element: Y.XmlElement): Y.XmlElement | null {
  if (!/^table(?:Row|Cell|Header)$/.test(element.nodeName)) return null;
  let parent = element.parent;
  while (parent instanceof Y.XmlElement && parent.nodeName !== 'table') parent = parent.parent;
  return parent instanceof Y.XmlElement ? (parent as Y.XmlElement) : null;
}

function isBounded(table: Y.XmlElement): boolean {
  const rows = table.toArray().filter((row): row is Y.XmlElement => row instanceof Y.XmlElement);
  const widths = rows.map((row) =>
    row.toArray().reduce((sum, cell) => sum + (cell instanceof Y.XmlElement ? span(cell, 'colspan') : 0), 0),
  );
  const width = Math.max(0, ...widths);
  const tall = rows.every((row) =>
    row.toArray().every((cell) => !(cell instanceof Y.XmlElement) || span(cell, 'rowspan') <= rows.length),
  );
  return tall && width <= COLUMNS_MAX && width * rows.length <= CELLS_MAX;
}

/** What is no number of cells is more than there may be. */
function span(cell: Y.XmlElement, name: 'colspan' | 'rowspan'): number {
  const value: unknown = cell.getAttribute(name) ?? 1;
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 ? value : Infinity;
}
