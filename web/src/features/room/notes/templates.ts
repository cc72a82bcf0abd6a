import type { JSONContent } from '@tiptap/core';

/** What a note begins with. The server knows their names, the page their words. */
export const TEMPLATES = ['blank', 'agenda', 'stand-up', 'lecture', 'study-plan'] as const;

export type NoteTemplate = (typeof TEMPLATES)[number];

const byRoom: Record<string, NoteTemplate> = {
  'stand-up': 'stand-up',
  class: 'lecture',
  'study-group': 'study-plan',
  'co-working': 'agenda',
};

/** What a template says, line by line: headings, and items of lists that are yet to be filled. */
export function templateContent(text: string): JSONContent[] {
  const blocks: JSONContent[] = [];
  for (const line of text.split('\n').filter((each) => each !== '')) {
    const mark = line.slice(0, 2);
    const words = line.slice(2).trim();
    if (mark === '# ') {
      blocks.push({ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: words }] });
      continue;
    }
    const [list, item] = lists[mark] ?? ['', ''];
    if (list === '') {
      blocks.push({ type: 'paragraph' });
      continue;
    }
    const entry = { type: item, content: [{ type: 'paragraph' }] };
    const last = blocks.at(-1);
    if (last?.type === list) last.content = [...(last.content ?? []), entry];
    else blocks.push({ type: list, content: [entry] });
  }
  return blocks;
}

const lists: Partial<Record<string, readonly [string, string]>> = {
  '- ': ['bulletList', 'listItem'],
  '1.': ['orderedList', 'listItem'],
  '[]': ['taskList', 'taskItem'],
};

/** What suits a room of this kind. */
export function templateFor(room: string | null): NoteTemplate {
  return byRoom[room ?? ''] ?? 'blank';
}
