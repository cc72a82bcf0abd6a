import { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { templateContent } from '../templates';
import { extensionsOf } from './extensions';

const WRITERS = 3;

type Kind = 'type' | 'deliver' | 'move' | 'bold' | Change;

/** What changes lines. Two who do it to the same line at the same time have it twice. */
type Change = 'enter' | 'break' | 'join' | 'heading' | 'list' | 'lift';

/** Somebody who writes in the note; what the others wrote arrives when it is delivered. */
class Writer {
  readonly doc = new Y.Doc();
  readonly editor: Editor;
  readonly #awareness = new Awareness(this.doc);
  readonly #waiting: Uint8Array[] = [];
  readonly #arriving = new Set<(update: Uint8Array) => void>();
  #typed = 0;

  constructor(number: number, others: () => readonly Writer[]) {
    this.doc.clientID = number + 1;
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this) return;
      for (const other of others()) if (other !== this) other.#waiting.push(update);
    });
    this.editor = new Editor({
      extensions: extensionsOf(
        { doc: this.doc, awareness: this.#awareness, arriving: this.#arriving },
        {
          placeholder: '',
          checkLabel: (text) => text,
          user: { name: 'N', memberId: 'm', color: '#000000' },
          onStrange: () => undefined,
        },
      ),
    });
  }

  deliver(count: number): void {
    for (const update of this.#waiting.splice(0, count)) {
      this.#arriving.forEach((listener) => listener(update));
      Y.applyUpdate(this.doc, update, this);
    }
  }

  deliverAll(): void {
    this.deliver(this.#waiting.length);
  }

  /** Types a letter that nobody types a second time. */
  type(): void {
    this.#typed += 1;
    this.insert(letter(this.doc.clientID, this.#typed));
  }

  insert(text: string): void {
    this.editor.view.dispatch(this.editor.state.tr.insertText(text));
  }

  /** Changes a line; the others hear of it later. */
  change(change: Change): void {
    const { commands } = this.editor;
    switch (change) {
      case 'enter':
        return void commands.splitBlock();
      case 'break':
        return void commands.setHardBreak();
      case 'join':
        return void commands.joinBackward();
      case 'heading':
        return void commands.toggleHeading({ level: 2 });
      case 'list':
        return void commands.toggleBulletList();
      case 'lift':
        return void commands.liftListItem('listItem');
    }
  }

  /** Puts the caret near a place. */
  move(place: number): void {
    const { doc, tr } = this.editor.state;
    this.editor.view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(place % doc.content.size))));
  }

  /** All that was typed, in the order of the typing. */
  get typed(): string {
    return Array.from({ length: this.#typed }, (_, index) => letter(this.doc.clientID, index + 1)).join('');
  }

  get text(): string {
    return this.editor.state.doc.textContent;
  }

  get html(): string {
    return this.editor.getHTML();
  }

  close(): void {
    this.editor.destroy();
    this.#awareness.destroy();
    this.doc.destroy();
  }
}

/** A letter of a writer's own alphabet. */
const letter = (writer: number, index: number): string =>
  String.fromCharCode(0x4e00 + writer * 0x400 + index);

const lettersOf = (text: string, typed: string): string =>
  Array.from(text)
    .filter((each) => typed.includes(each))
    .join('');

describe('a note that several write in', () => {
  let writers: Writer[] = [];
  afterEach(() => {
    writers.forEach((writer) => writer.close());
    writers = [];
  });

  const gather = (content: string): void => {
    writers.forEach((writer) => writer.close());
    writers = [];
    for (let number = 0; number < WRITERS; number += 1) writers.push(new Writer(number, () => writers));
    writers[0]?.editor.commands.setContent(templateContent(content));
    writers.forEach((writer) => writer.deliverAll());
  };

  /** All have what all wrote, and what that made them write. */
  const settle = (): void => {
    for (let round = 0; round < WRITERS; round += 1) for (const writer of writers) writer.deliverAll();
  };

  const choice = fc.record({ writer: fc.nat(WRITERS - 1), count: fc.nat(1_000) });

  const act = (kind: Kind, { writer: number, count }: { writer: number; count: number }): void => {
    const writer = writers[number];
    const { editor } = writer ?? {};
    switch (kind) {
      case 'type':
        return writer?.type();
      case 'deliver':
        return writer?.deliver(count % 5);
      case 'bold':
        return void editor?.commands.toggleBold();
      case 'move':
        return writer?.move(count);
      case 'enter':
      case 'break':
      case 'join':
      case 'heading':
      case 'list':
      case 'lift':
        settle();
        return writer?.change(kind);
    }
  };

  const write = (kinds: readonly Kind[], content: string, check: (text: string) => void): void => {
    const step = fc.tuple(fc.constantFrom(...kinds), choice);
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        gather(content);
        for (const writer of writers) writer.editor.commands.focus('end');
        for (const [kind, chosen] of steps) act(kind, chosen);
        settle();
        expect(new Set(writers.map(({ html }) => html)).size).toBe(1);
        check(writers[0]?.text ?? '');
      }),
      { numRuns: 50 },
    );
  };

  it.each(['# Agenda\n[]', '- ', '..'])(
    'has every letter once, in the order of its writer, when they begin on the same line of “%s”',
    (content) => {
      write(['type', 'type', 'deliver'], content, (text) => {
        for (const { typed } of writers) expect(lettersOf(text, typed)).toBe(typed);
      });
    },
  );

  it('has every letter once wherever they write, and whoever changes lines', () => {
    const changes: Change[] = ['enter', 'break', 'join', 'heading', 'list', 'lift'];
    write(
      ['type', 'type', 'type', 'deliver', 'bold', 'move', ...changes],
      '# Agenda\n- \n[]\nwords',
      (text) => {
        for (const { typed } of writers)
          expect(Array.from(lettersOf(text, typed)).sort().join('')).toBe(typed);
      },
    );
  });

  /** The second of them writes in the line that the first changes before they hear of it, and goes on when they did. */
  const writeWhile = (change: (first: Writer) => unknown): string => {
    gather('# First\n# Agenda of it\n- ');
    const [first, second] = writers as [Writer, Writer];
    second.move(12);
    second.insert('1');
    settle();
    change(first);
    second.insert('2');
    settle();
    second.insert('3');
    settle();
    expect(new Set(writers.map(({ html }) => html)).size).toBe(1);
    return first.html.replace('<ul><li><p></p></li></ul>', '');
  };

  it.each<[name: string, change: (first: Writer) => unknown, html: string]>([
    [
      'no heading any more',
      ({ editor }) => editor.chain().setTextSelection(9).setParagraph().run(),
      '<h2>First</h2><p>Agen123da of it</p>',
    ],
    [
      'a line of a list',
      ({ editor }) => editor.chain().setTextSelection(9).setParagraph().toggleBulletList().run(),
      '<h2>First</h2><ul><li><p>Agen123da of it</p></li><li><p></p></li></ul>',
    ],
    [
      'below an empty line',
      ({ editor }) => editor.chain().setTextSelection(8).splitBlock().run(),
      '<h2>First</h2><p></p><h2>Agen123da of it</h2>',
    ],
    [
      'parted before it',
      ({ editor }) => editor.chain().setTextSelection(10).splitBlock().run(),
      '<h2>First</h2><h2>Ag</h2><h2>en123da of it</h2>',
    ],
    [
      'parted behind it',
      ({ editor }) => editor.chain().setTextSelection(17).splitBlock().run(),
      '<h2>First</h2><h2>Agen123da o</h2><h2>f it</h2>',
    ],
    [
      'parted by a line break before it',
      ({ editor }) => editor.chain().setTextSelection(10).setHardBreak().run(),
      '<h2>First</h2><h2>Ag<br>en123da of it</h2>',
    ],
    [
      'a part of the line above',
      ({ editor }) => editor.chain().setTextSelection(8).joinBackward().run(),
      '<h2>FirstAgen123da of it</h2>',
    ],
    [
      'bold',
      ({ editor }) => editor.chain().setTextSelection({ from: 8, to: 21 }).toggleBold().run(),
      '<h2>First</h2><h2><strong>Agen123da of it</strong></h2>',
    ],
    [
      'gone',
      ({ editor }) => editor.chain().setTextSelection(9).deleteNode('heading').run(),
      '<h2>First</h2><p>23</p>',
    ],
  ])('keeps the words and the caret of somebody in a line that is made %s', (_, change, html) => {
    expect(writeWhile(change)).toBe(html);
  });

  it('leaves each caret behind what its writer wrote, also among the same letters', () => {
    gather('# Agenda\n[]');
    for (const { editor } of writers) editor.commands.focus('end');
    for (const each of 'one') {
      for (const writer of writers) writer.insert(each);
      for (const writer of writers) writer.deliverAll();
    }
    expect(writers.map(({ text }) => text)).toEqual(Array(WRITERS).fill('Agendaoneoneone'));
  });
});
