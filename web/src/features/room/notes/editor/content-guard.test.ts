import { getSchema } from '@tiptap/core';
import { describe, expect, it } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { isKnown } from './content-guard';
import { extensionsOf } from './extensions';

const doc = new Y.Doc();
const schema = getSchema(
  extensionsOf(
    { doc, awareness: new Awareness(doc), arriving: new Set() },
    {
      placeholder: '',
      checkLabel: (text) => text,
      user: { name: '', memberId: '', color: '#000000' },
      onStrange: () => undefined,
    },
  ),
);

function element(
  name: string,
  attributes: object = {},
  children: (Y.XmlElement | Y.XmlText)[] = [],
): Y.XmlElement {
  const made = new Y.XmlElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value as string);
  made.insert(0, children);
  return made;
}

const known = (...content: Y.XmlElement[]): boolean => {
  const fragment = new Y.Doc().getXmlFragment('default');
  fragment.insert(0, content);
  return isKnown(fragment, schema);
};

const table = (cell: object, rows = 1, columns = 1): Y.XmlElement =>
  element(
    'table',
    {},
    Array.from({ length: rows }, () =>
      element(
        'tableRow',
        {},
        Array.from({ length: columns }, () => element('tableCell', cell, [element('paragraph')])),
      ),
    ),
  );

const text = (attributes: object): Y.XmlText => {
  const made = new Y.XmlText();
  made.insert(0, 'word', attributes);
  return made;
};

describe('what the editor gets to see', () => {
  it('is what it knows', () => {
    expect(known(element('paragraph', {}, [text({ bold: {} })]), table({ colspan: 2 }, 2, 3))).toBe(true);
  });

  it.each([
    ['an element', element('callout')],
    ['an element further down', element('blockquote', {}, [element('callout')])],
    ['a mark', element('paragraph', {}, [text({ glow: {} })])],
    ['a cell as wide as the world', table({ colspan: 4_000_000_000 })],
    ['a cell that is no number of columns wide', table({ colspan: '2' })],
    ['a cell that reaches beyond the last row', table({ rowspan: 2 })],
    ['a table of very many columns', table({ colspan: 100 }, 1, 3)],
    ['a table of very many cells', table({ colspan: 200 }, 101, 1)],
  ])('is not %s', (_, content) => {
    expect(known(content)).toBe(false);
  });
});
