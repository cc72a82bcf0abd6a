import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

/** The part of the editor that is touched here. */
interface Observed {
  domObserver: { flush: () => void };
}

/** What the editor does itself with these keys it does where it knows the caret to be. */
const EDITING_KEYS = new Set(['Backspace', 'Delete', 'Enter', 'Tab']);

/**
 * Has the editor read where the caret is before it carries out a key. A browser says that a caret was moved a little after it
 * was, and a key that is pressed meanwhile would be carried out where the caret had been:
 * https://github.com/handlewithcarecollective/react-prosemirror/pull/240
 */
export const ReadCaret = Extension.create({
  name: 'readCaret',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDOMEvents: {
          keydown: (view, { key, isComposing }) => {
            // What an input method is about to write is read when it is done.
            if (!EDITING_KEYS.has(key) || isComposing || view.composing) return;
            (view as unknown as Observed).domObserver.flush();
          },
        },
      },
    }),
  ],
});
