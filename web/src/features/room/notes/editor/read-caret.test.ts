import { Editor } from '@tiptap/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { templateContent } from '../templates';
import { extensionsOf } from './extensions';

describe('a caret that was moved a moment ago', () => {
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  let editor: Editor;

  beforeEach(() => {
    editor = new Editor({
      editorProps: { handleScrollToSelection: () => true },
      element: document.body.appendChild(document.createElement('div')),
      extensions: extensionsOf(
        { doc, awareness, arriving: new Set() },
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
    const heading = Array.from(editor.view.dom.children).find(({ textContent }) => textContent === text);
    document.getSelection()?.collapse(heading?.firstChild ?? null, text.length);
  };

  const around = (): string => editor.state.selection.$head.parent.textContent;

  it('is there when a key is pressed', () => {
    for (const text of ['Second', 'First']) {
      moveTo(text);
      editor.view.dom.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true }));
      expect(around()).toBe(text);
    }
  });

  it('is read once an input method is done', () => {
    moveTo('First');
    editor.view.dom.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true }));
    moveTo('Second');
    editor.view.dom.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', isComposing: true }));
    expect(around()).toBe('First');
  });
});
