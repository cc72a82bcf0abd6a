import { Editor } from '@tiptap/core';
import { yCursorPluginKey } from '@tiptap/y-tiptap';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { templateContent } from '../templates';
import { extensionsOf } from './extensions';

describe('a caret that was moved a moment ago', () => {
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  const arriving = new Set<(update: Uint8Array) => void>();
  let editor: Editor;

  beforeEach(() => {
    editor = new Editor({
      editorProps: { handleScrollToSelection: () => true },
      element: document.body.appendChild(document.createElement('div')),
      extensions: extensionsOf(
        { doc, awareness, arriving },
        {
          placeholder: '',
          checkLabel: (text) => text,
          user: { name: 'N', memberId: 'm', color: '#000000' },
          onStrange: () => undefined,
        },
      ),
    });
    editor.commands.setContent(templateContent('# First\n# Second'));
    editor.view.focus();
  });

  afterEach(() => editor.destroy());

  /** As the browser does it, which tells of it later. */
  const moveTo = (text: string): void => {
    editor.view.dom.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true }));
    const heading = Array.from(editor.view.dom.children).find(({ textContent }) => textContent === text);
    document.getSelection()?.collapse(heading?.firstChild ?? null, text.length);
  };

  const around = (): string => editor.state.selection.$head.parent.textContent;

  it('is there when a key is pressed', () => {
    for (const text of ['Second', 'First']) {
      moveTo(text);
      editor.view.dom.dispatchEvent(new KeyboardEvent('keydown', { key: 'F8', bubbles: true }));
      expect(around()).toBe(text);
    }
  });

  it('is read once an input method is done', () => {
    moveTo('First');
    editor.view.dom.dispatchEvent(new KeyboardEvent('keydown', { key: 'F8', bubbles: true }));
    moveTo('Second');
    editor.view.dom.dispatchEvent(new KeyboardEvent('keydown', { key: 'F8', isComposing: true }));
    expect(around()).toBe('First');
  });

  it('stays there when words of others come', () => {
    for (const text of ['Second', 'First']) {
      moveTo(text);
      arriving.forEach((listener) => listener(new Uint8Array()));
      const other = new Y.Doc();
      Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
      const heading = other.getXmlFragment('default').get(0) as Y.XmlElement;
      (heading.get(0) as Y.XmlText).insert(0, 'x');
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)), 'another');
      (heading.get(0) as Y.XmlText).delete(0, 1);
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)), 'another');
      expect(around()).toBe(text);
    }
  });

  it('stays there when the caret of another is drawn', () => {
    for (const text of ['Second', 'First']) {
      moveTo(text);
      editor.view.dispatch(editor.state.tr.setMeta(yCursorPluginKey, { awarenessUpdated: true }));
      expect(around()).toBe(text);
    }
  });

  it('is asked for no longer than the editor is there', () => {
    expect(arriving.size).toBeGreaterThan(0);
    editor.destroy();
    expect(arriving.size).toBe(0);
  });
});
