import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { seriousViolations } from '@/testing/axe';
import { user } from '@/testing/user';
import { chatOf, message } from '../testing/chat-messages';
import { showRoom } from '../testing/show-room';

describe('the search', () => {
  it('finds what the room wrote, and goes there', async () => {
    const { session, container } = showRoom();
    session.finds = {
      ok: true,
      notes: [{ noteId: 4, title: 'Plan', excerpt: '…what the walrus said…' }],
      chat: [{ messageId: 7, at: 1_767_258_000_000, name: 'Ana', excerpt: 'The walrus' }],
      more: true,
    };
    await user.keyboard('f');
    await user.type(screen.getByTestId('search-field'), ' walrus ');
    expect(await screen.findByText('…what the walrus said…')).toBeVisible();
    expect(session.sent.at(-1)).toEqual({ event: 'room-search', payload: { text: 'walrus' } });
    expect(screen.getByTestId('search-status')).toHaveTextContent('2 finds There may be more');
    expect(await seriousViolations(container)).toEqual([]);

    await user.click(screen.getByRole('button', { name: /Plan/ }));
    expect(screen.queryByTestId('search-field')).toBeNull();
    expect(screen.getByRole('complementary', { name: 'Notes' })).toBeVisible();
  });

  it('goes to a message of the chat', async () => {
    const { session } = showRoom({ chat: chatOf([message(3), message(7)]) });
    session.finds = {
      ok: true,
      notes: [],
      chat: [{ messageId: 3, at: 1, name: '', excerpt: 'Message 3' }],
      more: false,
    };
    await user.keyboard('f');
    await user.type(screen.getByTestId('search-field'), 'message');
    await user.click(await screen.findByTestId('found'));
    expect(screen.getByText('Message 3').closest('[data-key="message-3"]')).toHaveFocus();
  });

  it('says when there is nothing, and when it did not work', async () => {
    const { session } = showRoom();
    await user.keyboard('f');
    const status = screen.getByTestId('search-status');
    await user.type(screen.getByTestId('search-field'), 'dodo');
    await vi.waitFor(() => expect(status).toHaveTextContent('Nothing found for “dodo”.'));
    session.finds = null;
    await user.type(screen.getByTestId('search-field'), 's');
    await vi.waitFor(() => expect(status).toHaveTextContent('The search did not work'));
    await user.clear(screen.getByTestId('search-field'));
    expect(status).toBeEmptyDOMElement();
  });

  it('waits for the search before it', async () => {
    const { session } = showRoom();
    session.finds = { ok: false, code: 'rate-limited', message: 'Wait.' };
    await user.keyboard('f');
    await user.type(screen.getByTestId('search-field'), 'dodo');
    await vi.waitFor(() => expect(session.sent).toHaveLength(2));
    session.finds = { ok: true, notes: [], chat: [], more: false };
    await vi.waitFor(() => expect(screen.getByTestId('search-status')).toHaveTextContent('Nothing found'));
  });
});
