import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import clsx from 'clsx';
import {
  Bold,
  Code,
  Heading1,
  Heading2,
  Heading3,
  Italic,
  Link,
  List,
  ListOrdered,
  ListTodo,
  Redo2,
  SquareCheck,
  SquareCode,
  Strikethrough,
  Table,
  TextQuote,
  Undo2,
  type LucideIcon,
} from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../session-context';
import { LinkDialog } from './LinkDialog';

const TASK_TITLE_MAX = 200;

interface Tool {
  id:
    | 'undo'
    | 'redo'
    | 'h1'
    | 'h2'
    | 'h3'
    | 'bold'
    | 'italic'
    | 'strike'
    | 'code'
    | 'list'
    | 'numbers'
    | 'checks'
    | 'quote'
    | 'codeBlock'
    | 'table';
  icon: LucideIcon;
  run: (editor: Editor) => void;
  active?: (editor: Editor) => boolean;
  possible?: (editor: Editor) => boolean;
}

const heading = (level: 1 | 2 | 3, icon: LucideIcon): Tool => ({
  id: `h${level}`,
  icon,
  run: (editor) => editor.chain().focus().toggleHeading({ level }).run(),
  active: (editor) => editor.isActive('heading', { level }),
});

const tools: readonly Tool[] = [
  {
    id: 'undo',
    icon: Undo2,
    run: (editor) => editor.chain().focus().undo().run(),
    possible: (editor) => editor.can().undo(),
  },
  {
    id: 'redo',
    icon: Redo2,
    run: (editor) => editor.chain().focus().redo().run(),
    possible: (editor) => editor.can().redo(),
  },
  heading(1, Heading1),
  heading(2, Heading2),
  heading(3, Heading3),
  {
    id: 'bold',
    icon: Bold,
    run: (editor) => editor.chain().focus().toggleBold().run(),
    active: (editor) => editor.isActive('bold'),
  },
  {
    id: 'italic',
    icon: Italic,
    run: (editor) => editor.chain().focus().toggleItalic().run(),
    active: (editor) => editor.isActive('italic'),
  },
  {
    id: 'strike',
    icon: Strikethrough,
    run: (editor) => editor.chain().focus().toggleStrike().run(),
    active: (editor) => editor.isActive('strike'),
  },
  {
    id: 'code',
    icon: Code,
    run: (editor) => editor.chain().focus().toggleCode().run(),
    active: (editor) => editor.isActive('code'),
  },
  {
    id: 'list',
    icon: List,
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
    active: (editor) => editor.isActive('bulletList'),
  },
  {
    id: 'numbers',
    icon: ListOrdered,
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
    active: (editor) => editor.isActive('orderedList'),
  },
  {
    id: 'checks',
    icon: SquareCheck,
    run: (editor) => editor.chain().focus().toggleTaskList().run(),
    active: (editor) => editor.isActive('taskList'),
  },
  {
    id: 'quote',
    icon: TextQuote,
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
    active: (editor) => editor.isActive('blockquote'),
  },
  {
    id: 'codeBlock',
    icon: SquareCode,
    run: (editor) => editor.chain().focus().toggleCodeBlock().run(),
    active: (editor) => editor.isActive('codeBlock'),
  },
  {
    id: 'table',
    icon: Table,
    run: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
    possible: (editor) => !editor.isActive('table') && editor.can().insertTable(),
  },
];

/** What can be made of the text. On a phone it scrolls sideways. */
export function Toolbar({ editor }: { editor: Editor }) {
  const { t } = useTranslation();
  const session = useSession();
  const [linking, setLinking] = useState(false);
  const [said, setSaid] = useState('');
  const [making, setMaking] = useState(false);
  const state = useEditorState({
    editor,
    selector: ({ editor: it }) => ({
      active: tools.map(({ active }) => active?.(it)),
      possible: tools.map(({ possible }) => possible?.(it) ?? true),
      link: it.isActive('link'),
      item: checkItem(it),
    }),
  });
  const toTask = async (): Promise<void> => {
    const title = Array.from(state.item).slice(0, TASK_TITLE_MAX).join('');
    setMaking(true);
    const answer = await session.send('task-add', { title });
    setMaking(false);
    if (answer.ok) setSaid(t('notes.isTask', { title }));
  };
  return (
    <div
      role="toolbar"
      aria-label={t('notes.toolbar')}
      className="flex shrink-0 items-center gap-0.5 overflow-x-auto border-y border-line px-2 py-0.5"
    >
      {tools.map(({ id, icon, run }, index) => (
        <ToolButton
          key={id}
          label={t(`notes.tools.${id}`)}
          icon={icon}
          pressed={state.active[index]}
          disabled={!(state.possible[index] ?? true)}
          onPress={() => run(editor)}
        />
      ))}
      <ToolButton
        label={t('notes.tools.link')}
        icon={Link}
        pressed={state.link}
        onPress={() => setLinking(true)}
      />
      <ToolButton
        label={t('notes.tools.task')}
        icon={ListTodo}
        disabled={state.item === '' || making}
        testId="note-to-task"
        onPress={() => void toTask()}
      />
      <span role="status" className="sr-only">
        {said}
      </span>
      {linking && <LinkDialog editor={editor} onClose={() => setLinking(false)} />}
    </div>
  );
}

/** What the check item says that the caret is in; empty elsewhere. */
function checkItem({ state }: Editor): string {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (node.type.name === 'taskItem') return (node.firstChild?.textContent ?? '').trim();
  }
  return '';
}

interface ToolButtonProps {
  label: string;
  icon: LucideIcon;
  pressed?: boolean | undefined;
  disabled?: boolean;
  testId?: string;
  onPress: () => void;
}

function ToolButton({ label, icon: Icon, pressed, disabled = false, testId, onPress }: ToolButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      disabled={disabled}
      data-testid={testId}
      // The selection stays in the text.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
      className={clsx(
        'grid size-11 shrink-0 place-items-center rounded-lg disabled:opacity-40',
        pressed === true ? 'bg-accent-soft text-accent' : 'text-muted hover:bg-ink/8 hover:text-ink',
      )}
    >
      <Icon className="size-4.5" aria-hidden="true" />
    </button>
  );
}
