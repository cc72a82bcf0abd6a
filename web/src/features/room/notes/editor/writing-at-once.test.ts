import { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { templateContent } from '../templates';
import { extensionsOf } from './extensions';

const WRITERS = 3;

type Kind = 'type' | 'deliver' | 'enter' | 'bold' | 'move';

/** Somebody who writes in the note; what the others wrote arrives when it is delivered. */
class Writer {
  readonly doc = new Y.Doc();
  readonly editor: Editor;
  readonly #awareness = new Awareness(this.doc);
  readonly #arriving: Uint8Array[] = [];
  #typed = 0;

  constructor(number: number, others: () => readonly Writer[]) {
    this.doc.clientID = number + 1;
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this) return;
      for (const other of others()) if (other !== this) other.#arriving.push(update);
    });
    this.editor = new Editor({
      extensions: extensionsOf(
        { doc: this.doc, awareness: this.#awareness, arriving: new Set() },
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
    for (const update of this.#arriving.splice(0, count)) Y.applyUpdate(this.doc, update, this);
  }

  deliverAll(): void {
    this.deliver(this.#arriving.length);
  }

  /** Types a letter that nobody types a second time. */
  type(): void {
    this.#typed += 1;
    this.insert(letter(this.doc.clientID, this.#typed));
  }

  insert(text: string): void {
    this.editor.view.dispatch(this.editor.state.tr.insertText(text));
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

  const choice = fc.record({ writer: fc.nat(WRITERS - 1), count: fc.nat(1_000) });

  const act = (kind: Kind, { writer: number, count }: { writer: number; count: number }): void => {
    const writer = writers[number];
    const { editor } = writer ?? {};
    switch (kind) {
      case 'type':
        return writer?.type();
      case 'deliver':
        return writer?.deliver(count % 5);
      case 'enter':
        return void editor?.commands.splitBlock();
      case 'bold':
        return void editor?.commands.toggleBold();
      case 'move':
        return writer?.move(count);
    }
  };

  const write = (kinds: readonly Kind[], content: string, check: (text: string) => void): void => {
    const step = fc.tuple(fc.constantFrom(...kinds), choice);
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        gather(content);
        for (const writer of writers) writer.editor.commands.focus('end');
        for (const [kind, chosen] of steps) act(kind, chosen);
        for (let round = 0; round < WRITERS; round += 1) for (const writer of writers) writer.deliverAll();
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

  it('has every letter once wherever they write', () => {
    write(['type', 'type', 'deliver', 'enter', 'bold', 'move'], '# Agenda\n- \n[]', (text) => {
      for (const { typed } of writers) expect(Array.from(lettersOf(text, typed)).sort().join('')).toBe(typed);
    });
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
