import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { seriousViolations } from '@/testing/axe';
import { fillIn, user } from '@/testing/user';
import { OPEN_SETTINGS } from '@/realtime/schemas-access';
import type { RoomSessionState } from '../session/types';
import { chatOf, message } from '../testing/chat-messages';
import { participant } from '../testing/participants';
import { showRoom } from '../testing/show-room';
import { useTypingPrivacy } from './writing';

const ana = participant({ userId: 'ana', name: 'Ana Duarte' });
const bea = participant({ userId: 'bea', name: 'Bea' });
const mine = { by: 'member-me', name: 'Mia Lind' };

async function openChat(state: Partial<RoomSessionState> = {}) {
  const room = showRoom({ others: [ana, bea], chat: chatOf([]), ...state });
  await user.click(screen.getByTestId('toolbar-chat'));
  return room;
}

const field = (): HTMLTextAreaElement => screen.getByTestId('chat-field');
const messages = (): HTMLElement[] => screen.queryAllByTestId('chat-message');

async function choose(of: HTMLElement, action: string): Promise<void> {
  await user.click(within(of).getByTestId('chat-actions'));
  await user.click(screen.getByRole('menuitem', { name: action }));
}

function first<T>(found: readonly T[]): T {
  const [one] = found;
  if (one === undefined) throw new Error('nothing there');
  return one;
}

describe('the chat', () => {
  it('opens with its key, says what to do, and takes the first message', async () => {
    const { session } = showRoom({ others: [ana], chat: chatOf([]) });
    await user.keyboard('c');
    expect(screen.getByText('No messages yet')).toBeVisible();
    expect(field()).toHaveFocus();
    await user.keyboard('hello{Shift>}{Enter}{/Shift}there{Enter}');
    expect(session.sent).toContainEqual({ event: 'chat-send', payload: { text: 'hello\nthere' } });
    expect(field()).toHaveValue('');
  });

  it('groups messages, and says what waits', async () => {
    await openChat({
      chat: chatOf([
        message(1),
        message(2),
        message(0, { ...mine, pending: 'c', text: 'soon', at: Date.UTC(2026, 0, 1, 9, 1) }),
      ]),
    });
    const [one, two, three] = messages();
    expect(one).toHaveTextContent('Ana Duarte');
    expect(two).not.toHaveTextContent('Ana Duarte');
    expect(three).toHaveTextContent('not sent yet');
    expect(screen.getAllByTestId('chat-day')).toHaveLength(1);
  });

  it('sends nothing blank or too long, and says how much is left', async () => {
    const { session } = await openChat();
    await fillIn(field(), '  \n ');
    await user.type(field(), '{Enter}');
    await fillIn(field(), 'a'.repeat(4_001));
    expect(screen.getByText('One character too many')).toBeVisible();
    expect(screen.getByTestId('chat-send')).toBeDisabled();
    await user.type(field(), '{Enter}');
    expect(session.sent.filter(({ event }) => event === 'chat-send')).toEqual([]);
    await fillIn(field(), 'a'.repeat(3_990));
    expect(screen.getByText('10 characters left')).toBeVisible();
  });

  it('keeps a draft for the room', async () => {
    await openChat();
    await fillIn(field(), 'half a thought');
    await user.click(screen.getByTestId('toolbar-chat'));
    await user.click(screen.getByTestId('toolbar-chat'));
    expect(field()).toHaveValue('half a thought');
  });

  it('answers a message, and jumps to what was answered', async () => {
    const { session } = await openChat({
      chat: chatOf([message(1), message(2, { by: 'member-bea', replyTo: 1 })]),
    });
    await choose(first(messages()), 'Reply');
    expect(screen.getByText('Reply to Ana Duarte')).toBeVisible();
    expect(field()).toHaveFocus();
    await user.keyboard('yes{Enter}');
    expect(session.sent).toContainEqual({ event: 'chat-send', payload: { text: 'yes', replyTo: 1 } });
    expect(screen.queryByText('Reply to Ana Duarte')).toBeNull();
    await user.click(screen.getByTestId('chat-quote'));
    await waitFor(() => expect(first(messages())).toHaveFocus());
  });

  it('changes the last own message with arrow up, and leaves it with Escape', async () => {
    const { session } = await openChat({ chat: chatOf([message(1, mine), message(2)]) });
    await user.click(field());
    await user.keyboard('{ArrowUp}');
    expect(field()).toHaveValue('Message 1');
    expect(field()).toHaveFocus();
    await user.keyboard('{Escape}');
    expect(field()).toHaveValue('');
    await user.click(field());
    await user.keyboard('{ArrowUp}, better{Enter}');
    expect(session.sent).toContainEqual({
      event: 'chat-edit',
      payload: { messageId: 1, text: 'Message 1, better' },
    });
  });

  it('deletes only after a question', async () => {
    const { session } = await openChat({ chat: chatOf([message(1, mine)]) });
    await choose(first(messages()), 'Delete');
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(session.sent).toEqual([]);
    await choose(first(messages()), 'Delete');
    await user.click(screen.getByTestId('chat-delete-confirm'));
    expect(session.sent).toEqual([{ event: 'chat-delete', payload: { messageId: 1 } }]);
  });

  it('lets owners delete the messages of others, and nobody change them', async () => {
    await openChat({ chat: chatOf([message(1)]) });
    await user.click(within(first(messages())).getByTestId('chat-actions'));
    expect(screen.queryByRole('menuitem', { name: 'Delete' })).toBeNull();
    expect(screen.queryByRole('menuitem', { name: 'Edit' })).toBeNull();
  });

  it('reacts, and takes it back', async () => {
    const { session } = await openChat({
      chat: chatOf([message(1, { reactions: { '👍': ['member-me', 'member-bea'], '🎉': ['gone'] } })]),
    });
    const [thumb, party] = screen.getAllByTestId('chat-reaction');
    expect(thumb).toHaveAccessibleName('👍, 2: Mia Lind, Bea');
    expect(party).toHaveAccessibleName('🎉, 1: somebody who has left');
    if (thumb) await user.click(thumb);
    await user.click(screen.getByRole('button', { name: 'React to the message of Ana Duarte' }));
    await user.click(screen.getByRole('button', { name: '🙏' }));
    expect(session.sent).toEqual([
      { event: 'chat-react', payload: { messageId: 1, emoji: '👍', on: false } },
      { event: 'chat-react', payload: { messageId: 1, emoji: '🙏', on: true } },
    ]);
  });

  it('completes mentions by keys', async () => {
    const { session } = await openChat();
    await user.click(field());
    await user.keyboard('hi @');
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(
      expect.arrayContaining([expect.stringContaining('Ana Duarte'), expect.stringContaining('Bea')]),
    );
    await user.keyboard('{ArrowDown}{Enter}');
    expect(field()).toHaveValue('hi @Bea ');
    await user.keyboard('@an{Tab}{Enter}');
    expect(session.sent).toContainEqual({
      event: 'chat-send',
      payload: { text: 'hi @Bea @Ana Duarte', mentions: ['member-ana', 'member-bea'] },
    });
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('tells of a mention while it is closed, and counts what is unread', () => {
    const { session } = showRoom({ others: [ana], chat: chatOf([message(1)], { read: 1 }) });
    const tell = (chat: RoomSessionState['chat']): void => act(() => session.store.setState({ chat }));
    tell(chatOf([message(1), message(2), message(3, { ...mine })], { read: 1 }));
    expect(session.store.getState().notices).toEqual([]);
    expect(screen.getByTestId('unread-count')).toHaveTextContent('1');
    expect(screen.getByTestId('toolbar-chat')).toHaveAccessibleName('Show the chat: 1 unread message');
    tell(
      chatOf(
        [
          message(1),
          message(2),
          message(3, mine),
          message(4, { text: '@Mia look', mentions: ['member-me'] }),
        ],
        { read: 1 },
      ),
    );
    expect(screen.getByTestId('notice')).toHaveTextContent('Ana Duarte mentioned you: @Mia look');
  });

  it('marks what was seen as read, and where the new began', async () => {
    const { session } = await openChat({ chat: chatOf([message(1), message(2)], { read: 1 }) });
    expect(session.calls).toContain('markChatRead 2');
    expect(screen.getByTestId('chat-new-line').nextElementSibling).toHaveTextContent('Message 2');
    expect(screen.queryByTestId('unread-count')).toBeNull();
  });

  it('says new messages of others to who does not see them', async () => {
    const { session } = await openChat({ chat: chatOf([message(1)]) });
    expect(screen.getByTestId('chat-announcer')).toHaveTextContent('');
    act(() => session.store.setState({ chat: chatOf([message(1), message(2)]) }));
    expect(screen.getByTestId('chat-announcer')).toHaveTextContent('Ana Duarte: Message 2');
  });

  it('shows who writes, and tells that we do unless we would rather not', async () => {
    const { session } = await openChat();
    act(() => session.store.setState({ typing: [{ memberId: 'member-ana', where: 'chat' }] }));
    expect(screen.getByTestId('typing-line')).toHaveTextContent('Ana Duarte is typing…');
    await user.type(field(), 'ab');
    await user.clear(field());
    expect(session.sent).toEqual([
      { event: 'typing', payload: { where: 'chat', on: true } },
      { event: 'typing', payload: { where: 'chat', on: false } },
    ]);
    act(() => useTypingPrivacy.getState().choose(false));
    await user.type(field(), 'ab');
    expect(session.sent).toHaveLength(2);
    act(() => useTypingPrivacy.getState().choose(true));
  });

  it('gives the reason of what failed, and tries again or lets go', async () => {
    const command = {
      commandId: 'c1',
      event: 'chat-send',
      payload: { text: 'lost' },
      at: 0,
      by: 'm',
      name: 'M',
    };
    const { session } = await openChat({
      failed: [{ ...command, refusal: { code: 'not-permitted', message: 'No.' } }],
    });
    const failed = screen.getByTestId('chat-failed');
    expect(failed).toHaveTextContent('lost');
    expect(failed).toHaveTextContent('You may not do that in this room.');
    await user.click(within(failed).getByRole('button', { name: 'Try again' }));
    await user.click(within(failed).getByRole('button', { name: 'Throw away' }));
    expect(session.calls).toEqual(expect.arrayContaining(['retry c1', 'discard c1']));
  });

  it('draws a part of a long history, and asks for what is before it', async () => {
    const many = Array.from({ length: 400 }, (_, index) => message(index + 100));
    const { session } = await openChat({ chat: chatOf(many, { more: true }) });
    expect(messages()).toHaveLength(50);
    expect(messages().at(-1)).toHaveTextContent('Message 499');
    const older = (): Promise<void> => user.click(screen.getByText('Show older messages'));
    for (let step = 0; step < 7; step += 1) await older();
    expect(first(messages())).toHaveTextContent('Message 100');
    expect(messages().length).toBeLessThanOrEqual(250);
    expect(session.calls).not.toContain('loadOlderMessages');
    await older();
    expect(session.calls).toContain('loadOlderMessages');
    await user.click(screen.getByLabelText('Jump to the latest message'));
    expect(messages().at(-1)).toHaveTextContent('Message 499');
  });

  it('is closed to all but owners where the room says so', async () => {
    const access = {
      name: '',
      createdAt: null,
      template: null,
      owners: ['member-ana'],
      settings: { ...OPEN_SETTINGS, chat: 'owner' as const },
      banned: [],
    };
    await openChat({ access });
    expect(screen.queryByTestId('chat-field')).toBeNull();
    expect(screen.getByText(/Only owners/)).toBeVisible();
  });

  it('has no serious accessibility problems', async () => {
    const { container } = await openChat({
      chat: chatOf([
        message(1, { text: '**b** `c`\n\n```\ncode\n```' }),
        message(2, { replyTo: 1, reactions: { '👍': ['x'] } }),
      ]),
    });
    await user.click(field());
    await user.keyboard('@');
    expect(await seriousViolations(container)).toEqual([]);
  });
});
