import { describe, expect, it } from 'vitest';
import { parseRoomEvent, type RoomEvent } from '@/realtime/schemas-log';
import { chatModel, MESSAGES_MAX, withOlder, withRead, type ChatState } from './model';

const EMPTY: ChatState = { messages: [], more: false, read: 0 };

function event(seq: number, type: string, fields: object): RoomEvent {
  const parsed = parseRoomEvent({ seq, at: seq * 10, by: 'ann', type, ...fields });
  if (parsed === undefined) throw new Error('An unreadable event.');
  return parsed;
}

const after = (...events: RoomEvent[]): ChatState => events.reduce(chatModel.reduce, EMPTY);
const hello = event(3, 'chat-sent', { name: 'Ann', text: 'hello' });

describe('the chat', () => {
  it('numbers a message by its event', () => {
    expect(after(hello).messages).toMatchObject([
      { messageId: 3, at: 30, by: 'ann', name: 'Ann', text: 'hello' },
    ]);
  });

  it('follows changes, reactions and deletions', () => {
    const edited = event(4, 'chat-edited', { messageId: 3, text: 'hi', editedAt: 44 });
    const reacted = event(5, 'chat-reacted', {
      messageId: 3,
      emoji: '👍',
      on: true,
      reactions: { '👍': ['ben'] },
    });
    const deleted = event(6, 'chat-deleted', { messageId: 3 });
    expect(after(hello, edited, reacted).messages[0]).toMatchObject({
      text: 'hi',
      editedAt: 44,
      reactions: { '👍': ['ben'] },
    });
    expect(after(hello, edited, reacted, deleted).messages[0]).toMatchObject({
      text: '',
      deleted: true,
      reactions: {},
    });
  });

  it('reads a message that was changed or deleted before it was read', () => {
    const gone = event(3, 'chat-sent', { name: 'Ann', deleted: true });
    const late = event(5, 'chat-edited', { messageId: 3 });
    expect(after(gone, late).messages[0]).toMatchObject({ deleted: true, text: '' });
    const changed = event(3, 'chat-sent', {
      name: 'Ann',
      text: 'now',
      editedAt: 9,
      reactions: { '🎉': ['b'] },
    });
    expect(after(changed, late).messages[0]).toMatchObject({ text: 'now', reactions: { '🎉': ['b'] } });
  });

  it('leaves alone what it does not have', () => {
    const state = after(hello);
    expect(chatModel.reduce(state, event(9, 'chat-deleted', { messageId: 1 }))).toBe(state);
    expect(chatModel.reduce(state, event(9, 'member-joined', {}))).toBe(state);
    expect(chatModel.reduce(state, hello)).toBe(state);
  });

  it('shows at once what waits to be sent', () => {
    const command = (name: string, payload: object) => ({
      commandId: 'c',
      event: name,
      payload: { ...payload },
      at: 99,
      by: 'me',
      name: 'Me',
    });
    const shown = (name: string, payload: object) =>
      chatModel.optimistic(after(hello), command(name, payload));
    expect(shown('chat-send', { text: 'x', replyTo: 3 }).messages[1]).toMatchObject({
      messageId: 0,
      text: 'x',
      replyTo: 3,
      pending: 'c',
    });
    expect(shown('chat-edit', { messageId: 3, text: 'y' }).messages[0]).toMatchObject({
      text: 'y',
      pending: 'c',
    });
    expect(shown('chat-delete', { messageId: 3 }).messages[0]).toMatchObject({ deleted: true });
    expect(shown('chat-react', { messageId: 3, emoji: '👍', on: true }).messages[0]?.reactions).toEqual({
      '👍': ['me'],
    });
    expect(shown('timer-pause', {})).toEqual(after(hello));
  });

  it('has older messages before the others, each once', () => {
    const older = (messageId: number) => ({
      messageId,
      at: messageId,
      by: 'b',
      name: 'B',
      text: 't',
      replyTo: null,
      mentions: [],
      editedAt: null,
      deleted: false,
      reactions: {},
    });
    const state = withOlder(after(hello), [older(1), older(2), older(3)], true);
    expect(state.messages.map(({ messageId }) => messageId)).toEqual([1, 2, 3]);
    expect(state).toMatchObject({ more: true, messages: [{ by: 'b' }, { by: 'b' }, { by: 'ann' }] });
  });

  it('forgets what is too old, and then has nothing to scroll back to', () => {
    const later = event(8, 'chat-sent', { name: 'Ann', text: 'later' });
    const state = chatModel.reduce(
      { ...after(hello, later), more: true },
      event(9, 'history-forgotten', { through: 5 }),
    );
    expect(state.messages.map(({ messageId }) => messageId)).toEqual([8]);
    expect(state.more).toBe(false);
    expect(chatModel.reduce(state, event(10, 'history-forgotten', { through: 7 }))).toBe(state);
  });

  it('empties what somebody wrote who is forgotten', () => {
    const other = event(8, 'chat-sent', { by: 'ben', name: 'Ben', text: 'stays' });
    const forgotten = event(9, 'member-forgotten', { memberId: 'ann' });
    const state = after(hello, other, forgotten);
    expect(state.messages).toMatchObject([
      { messageId: 3, by: 'forgotten', name: '', text: '', deleted: true },
      { by: 'ben', text: 'stays' },
    ]);
    expect(chatModel.reduce(state, forgotten)).toBe(state);
  });

  it('empties what was written in a session that was deleted', () => {
    const later = event(8, 'chat-sent', { name: 'Ann', text: 'stays' });
    const forgotten = event(9, 'session-forgotten', { from: 2, through: 7 });
    const state = after(hello, later, forgotten);
    expect(state.messages).toMatchObject([
      { messageId: 3, by: 'forgotten', name: '', text: '', deleted: true },
      { by: 'ann', text: 'stays' },
    ]);
    expect(chatModel.reduce(after(later), forgotten)).toEqual(after(later));
  });

  it('names nobody in the place of somebody who is forgotten', () => {
    const mention = event(8, 'chat-sent', { by: 'ben', name: 'Ben', text: 'Ann?', mentions: ['ann', 'cem'] });
    const reaction = event(9, 'chat-reacted', {
      by: 'ann',
      messageId: 8,
      emoji: '👍',
      on: true,
      reactions: { '👍': ['ann', 'ben'] },
    });
    const forgotten = event(10, 'member-forgotten', { memberId: 'ann' });
    const state = after(mention, reaction, forgotten);
    expect(state.messages).toMatchObject([
      { text: 'Ann?', mentions: ['forgotten', 'cem'], reactions: { '👍': ['forgotten', 'ben'] } },
    ]);
    expect(chatModel.reduce(state, forgotten)).toBe(state);
  });

  it('keeps no more than its limit', () => {
    const many = Array.from({ length: MESSAGES_MAX + 5 }, (_, index) =>
      event(index + 1, 'chat-sent', { name: 'Ann', text: 't' }),
    );
    const state = after(...many);
    expect(state.messages).toHaveLength(MESSAGES_MAX);
    expect(state).toMatchObject({ more: true, messages: { 0: { messageId: 6 } } });
  });

  it('never unreads', () => {
    const state = withRead(after(hello), 3);
    expect(withRead(state, 2)).toBe(state);
    expect(state.read).toBe(3);
  });
});
