import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

/** Text of one line is pasted as it is, however much it looks like Markdown. */
const MARKDOWN_LINE =
  /^(?:#{1,3} |\s*[-*+] |\s*\d{1,3}[.)] |> |```|\|.*\|$)|\*\*[^*\n]+\*\*|\[[^\][\n]+\]\([^()\n]+\)/m;
/** What comes later in a long text is like what comes first. */
const LOOKED_AT = 20_000;

export function looksLikeMarkdown(text: string): boolean {
  return text.trim().includes('\n') && MARKDOWN_LINE.test(text.slice(0, LOOKED_AT));
}

/** Makes rich text of Markdown that is pasted without being rich already. */
export const MarkdownPaste = Extension.create({
  name: 'markdownPaste',
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        props: {
          handlePaste: (_, event) => {
            const text = event.clipboardData?.getData('text/plain') ?? '';
            const rich = event.clipboardData?.getData('text/html') ?? '';
            if (rich !== '' || !looksLikeMarkdown(text) || editor.isActive('codeBlock')) return false;
            return editor.commands.insertContent(text, { contentType: 'markdown' });
          },
        },
      }),
    ];
  },
});
