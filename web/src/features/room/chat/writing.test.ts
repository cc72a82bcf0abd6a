import { describe, expect, it } from 'vitest';
import type { ChatMessage } from './model';
import { completed, mentionChoices, mentionedIn, mentionQuery } from './mentions';
import { rowsOf } from './rows';
import { leftNearEnd } from './text-length';

const people = [
  { memberId: 'a', name: 'Ann Lee' },
  { memberId: 'b', name: 'Bea' },
];

describe('a mention', () => {
  it.each([
    ['@', 1, { start: 0, text: '' }],
    ['hi @an', 6, { start: 3, text: 'an' }],
    ['hi @ann le', 10, { start: 3, text: 'ann le' }],
    ['me@x', 4, null],
    ['hi @an\n', 7, null],
    ['hi', 2, null],
    ['@ann', 0, null],
  ])('is looked for in %j at %i', (text, caret, query) => {
    expect(mentionQuery(text, caret)).toEqual(query);
  });

  it('offers who has a name that begins so', () => {
    expect(mentionChoices(people, 'LE').map(({ memberId }) => memberId)).toEqual(['a']);
    expect(mentionChoices(people, '')).toEqual(people);
    expect(mentionChoices(people, 'nn')).toEqual([]);
  });

  it('is completed at the caret', () => {
    expect(completed('hi @an there', 6, { start: 3, text: 'an' }, 'Ann Lee')).toEqual({
      text: 'hi @Ann Lee there',
      caret: 12,
    });
  });

  it('counts while the name still stands there', () => {
    expect(mentionedIn('@Ann Lee and @Bea and @Bea', people)).toEqual(['a', 'b']);
    expect(mentionedIn('Ann Lee', people)).toEqual([]);
  });
});

describe('what is left of a message', () => {
  it('is told near its end', () => {
    expect(leftNearEnd('a'.repeat(3_799))).toBeNull();
    expect(leftNearEnd('a'.repeat(3_990))).toBe(10);
    expect(leftNearEnd('a'.repeat(4_001))).toBe(-1);
  });

  it('counts characters as the server does', () => {
    expect(leftNearEnd('👍'.repeat(3_000))).toBeNull();
    expect(leftNearEnd('👍'.repeat(4_000))).toBe(0);
  });
});

describe('the rows of the chat', () => {
  const message = (messageId: number, by: string, at: number): ChatMessage => ({
    messageId,
    at,
    by,
    name: by,
    text: '',
    replyTo: null,
    mentions: [],
    editedAt: null,
    deleted: false,
    reactions: {},
    pending: messageId === 0 ? `c${at}` : null,
  });
  const minute = 60_000;
  const rows = (messages: ChatMessage[], newSince = 99) =>
    rowsOf(messages, newSince, 'me', (at) => String(Math.floor(at / (100 * minute)))).map((row) =>
      row.kind === 'message' ? `${row.key}${row.opens ? ' opens' : ''}` : row.kind,
    );

  it('stand together by author and time', () => {
    expect(
      rows([
        message(1, 'a', 0),
        message(2, 'a', minute),
        message(3, 'b', minute),
        message(4, 'b', 9 * minute),
      ]),
    ).toEqual(['day', 'message-1 opens', 'message-2', 'message-3 opens', 'message-4 opens']);
  });

  it('are parted by days', () => {
    expect(rows([message(1, 'a', 99 * minute), message(2, 'a', 100 * minute)])).toEqual([
      'day',
      'message-1 opens',
      'day',
      'message-2 opens',
    ]);
  });

  it('have one line before the first new message of others', () => {
    expect(
      rows([message(1, 'a', 0), message(2, 'me', 1), message(3, 'a', 2), message(4, 'a', 3)], 1),
    ).toEqual(['day', 'message-1 opens', 'message-2 opens', 'new', 'message-3 opens', 'message-4']);
    expect(rows([message(1, 'a', 0), message(0, 'me', 1)], 1)).not.toContain('new');
  });
});
