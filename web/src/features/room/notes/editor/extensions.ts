import type { AnyExtension } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret';
import { Link } from '@tiptap/extension-link';
import { TaskItem, TaskList } from '@tiptap/extension-list';
import { TableKit } from '@tiptap/extension-table';
import { Placeholder } from '@tiptap/extensions';
import { Markdown } from '@tiptap/markdown';
import { StarterKit } from '@tiptap/starter-kit';
import { colourIndex } from '@/shared/ui/initials';
import { CaretGuard } from './caret-guard';
import { ContentGuard } from './content-guard';
import { FollowText } from './follow-text';
import { MarkdownPaste } from './markdown-paste';
import { ReadCaret } from './read-caret';
import { SharedTexts } from './shared-texts';
import type { OpenDocument } from './open-document';

/** Addresses that a link may have; whatever else somebody pastes stays text. */
export const SAFE_ADDRESS = /^(?:https?:\/\/|mailto:)/i;

/** Dark enough for white letters at AA. */
const colours = ['#14624f', '#7a4a12', '#5b3b8c', '#1f5c8b', '#8a2f4b', '#3f6212', '#6b4f00', '#0f5f6b'];

export interface CaretUser {
  name: string;
  memberId: string;
  color: string;
}

export function caretUser(memberId: string, name: string): CaretUser {
  return { name, memberId, color: colours[colourIndex(memberId, colours.length)] ?? '#14624f' };
}

/** How a link looks and where it opens is not for whoever wrote it to say. */
const AddressOnly = Link.extend({
  addAttributes: () => ({ href: { default: null } }),
});

interface ExtensionOptions {
  placeholder: string;
  checkLabel: (text: string) => string;
  user: CaretUser;
  /** There is something in the note that the editor does not know; it shows nothing new any more. */
  onStrange: () => void;
}

/** What a note is made of. The server writes the same as Markdown. */
export function extensionsOf(
  { doc, awareness, arriving }: OpenDocument,
  { placeholder, checkLabel, user, onStrange }: ExtensionOptions,
): AnyExtension[] {
  return [
    StarterKit.configure({
      // Each undoes their own edits alone, which is the collaboration's part.
      undoRedo: false,
      underline: false,
      // Each page would add a last line of its own.
      trailingNode: false,
      heading: { levels: [1, 2, 3] },
      link: false,
    }),
    AddressOnly.configure({
      openOnClick: false,
      protocols: ['http', 'https', 'mailto'],
      isAllowedUri: (url) => SAFE_ADDRESS.test(url),
      HTMLAttributes: { rel: 'noopener noreferrer nofollow', target: '_blank' },
    }),
    TaskList,
    TaskItem.configure({
      nested: true,
      a11y: { checkboxLabel: (node) => checkLabel(node.firstChild?.textContent ?? '') },
    }),
    TableKit.configure({ table: { resizable: false } }),
    Placeholder.configure({ placeholder }),
    Markdown,
    MarkdownPaste,
    Collaboration.configure({ document: doc, field: 'default' }),
    ContentGuard.configure({ doc, onStrange }),
    SharedTexts,
    CaretGuard.configure({ doc }),
    ReadCaret,
    FollowText.configure({ doc, arriving }),
    CollaborationCaret.configure({ provider: { awareness }, user }),
  ];
}
