import { screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { seriousViolations } from '@/testing/axe';
import { renderPage } from '@/testing/page';
import { answering } from '@/testing/server';
import { user } from '@/testing/user';
import { SessionsPage } from './SessionsPage';
import { summaryOf } from './testing/records';

const path = '/api/rooms/abc-defg-hij/sessions';
const show = () => renderPage(<SessionsPage roomId="abc-defg-hij" />);
const page = (sessions: object[], more = false) => ({ status: 200, body: { sessions, more } });

afterEach(() => vi.unstubAllGlobals());

describe('the sessions of a room', () => {
  it('are listed and lead to their records', async () => {
    answering({
      [`GET ${path}`]: page([
        summaryOf({ sessionId: 'abc-defg-hij.9', endedAt: null, phases: 0 }),
        summaryOf({
          members: [
            { memberId: 'a', name: 'Ann' },
            { memberId: 'b', name: null },
          ],
        }),
      ]),
    });
    const { container } = show();
    const [running, ended] = await screen.findAllByTestId('session');
    expect(running).toHaveAttribute('href', '/r/abc-defg-hij/sessions/9');
    expect(running).toHaveTextContent('Goes on');
    expect(ended).toHaveTextContent('Ann, Somebody');
    expect(ended).toHaveTextContent('1 h');
    expect(ended).toHaveTextContent('25 min of focus · 1 phase');
    expect(await seriousViolations(container)).toEqual([]);
  });

  it('go back page by page', async () => {
    answering({
      [`GET ${path}`]: page([summaryOf({ sessionId: 'abc-defg-hij.70' })], true),
      [`GET ${path}?before=abc-defg-hij.70`]: page([summaryOf({ sessionId: 'abc-defg-hij.3' })]),
    });
    show();
    await user.click(await screen.findByRole('button', { name: 'Older sessions' }));
    await vi.waitFor(() => expect(screen.getAllByTestId('session')).toHaveLength(2));
    expect(screen.queryByRole('button', { name: 'Older sessions' })).toBeNull();
  });

  it('are said to be none, with what to do', async () => {
    answering({ [`GET ${path}`]: page([]) });
    show();
    expect(await screen.findByText(/Join the room/)).toBeVisible();
  });
});
