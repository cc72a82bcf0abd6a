import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { seriousViolations } from '@/testing/axe';
import { renderPage } from '@/testing/page';
import { answering } from '@/testing/server';
import { user } from '@/testing/user';
import { SessionPage } from './SessionPage';
import { recordOf } from './testing/records';
import { replyOf } from './testing/replies';

const path = '/api/sessions/abc-defg-hij.1';
const start = Date.UTC(2026, 10, 23, 9);
const minute = 60_000;
const ann = { memberId: 'member-ann', name: 'Ann' };
const nobody = { memberId: 'gone', name: null };

const whole = recordOf({
  roomName: 'Thesis circle',
  template: 'class',
  mayDelete: true,
  members: [
    { ...ann, role: 'owner', focusMs: 25 * minute, visits: [{ from: start, to: start + 60 * minute }] },
    { ...nobody, role: 'member', focusMs: 5 * minute, visits: [{ from: start + 20 * minute, to: null }] },
  ],
  phases: [
    { phase: 'focus', startedAt: start, endedAt: start + 25 * minute, completed: true, pauses: [] },
    {
      phase: 'shortBreak',
      startedAt: start + 25 * minute,
      endedAt: start + 27 * minute,
      completed: false,
      pauses: [],
    },
  ],
  notes: [
    { noteId: 9, title: 'Minutes', markdown: '## Plan\n' },
    { noteId: 10, title: 'Empty', markdown: '' },
  ],
  goals: [{ ...ann, goalId: 4, text: 'Chapter two', outcome: 'partly', word: 'nearly' }],
  standup: [{ ...ann, yesterday: 'Read', today: 'Write', blockers: null }],
  tasksDone: [{ taskId: 7, title: 'Outline', at: start }],
  tasksBooked: [{ taskId: 8, title: 'Figures', at: null }],
  chat: [
    { messageId: 9, at: start, name: 'Ann', text: 'Hello' },
    { messageId: 10, at: start, name: null, text: null },
  ],
  chatMore: true,
  attendance: [{ ...ann, from: start, to: start + 60 * minute, minutes: 60 }],
});

let deleted = 0;
const show = () => renderPage(<SessionPage sessionId="abc-defg-hij.1" onDeleted={() => deleted++} />);
const section = (name: string) => within(screen.getByRole('region', { name }));

afterEach(() => {
  vi.unstubAllGlobals();
  deleted = 0;
});

describe('a session', () => {
  it('is shown with all that is kept of it', async () => {
    answering({ [`GET ${path}`]: { status: 200, body: replyOf(whole) } });
    const { container } = show();
    expect(await screen.findByTestId('timeline')).toBeVisible();
    expect(screen.getByText(/Thesis circle/)).toBeVisible();
    expect(screen.getByText('30 min')).toBeVisible(); // of all together
    expect(screen.getByRole('row', { name: /Ann.*25 min/ })).toBeVisible();
    expect(screen.getByRole('row', { name: /Somebody.*now.*5 min/ })).toBeVisible();
    expect(screen.getByRole('row', { name: /Focus.*Completed/ })).toBeVisible();
    expect(screen.getByRole('row', { name: /Short break.*Cut short/ })).toBeVisible();
    expect(section('Goals').getByText('Ann · Partly done · nearly')).toBeVisible();
    expect(section('Stand-up').getByText('Write')).toBeVisible();
    expect(section('Stand-up').queryByText('What is in the way')).toBeNull();
    expect(section('Tasks done').getByText('Outline')).toBeVisible();
    expect(section('Tasks worked on').getByText('Figures')).toBeVisible();
    expect(section('Chat').getByText('Deleted message')).toBeVisible();
    expect(section('Chat').getByText(/first messages/)).toBeVisible();
    expect(screen.getAllByTestId('record-note')).toHaveLength(1);
    expect(screen.getByText('Minutes')).toBeVisible();
    expect(await seriousViolations(container)).toEqual([]);
  });

  it('has no part for what there is nothing of', async () => {
    answering({ [`GET ${path}`]: { status: 200, body: replyOf(recordOf()) } });
    show();
    await screen.findByTestId('timeline');
    for (const name of ['Goals', 'Stand-up', 'Tasks done', 'Chat', 'Attendance'])
      expect(screen.queryByRole('heading', { name })).toBeNull();
    expect(screen.queryByTestId('session-delete')).toBeNull();
  });

  it('that is not one’s own is said to be unknown', async () => {
    answering({ [`GET ${path}`]: { status: 404, body: { title: 'no' } } });
    show();
    expect(await screen.findByText(/no such session/)).toBeVisible();
  });

  it('is asked for again when the server did not answer', async () => {
    answering({});
    show();
    const again = await screen.findByRole('button', { name: 'Try again' }, { timeout: 5_000 });
    answering({ [`GET ${path}`]: { status: 200, body: replyOf(recordOf()) } });
    await user.click(again);
    expect(await screen.findByTestId('timeline')).toBeVisible();
  });

  it('is deleted once that was confirmed', async () => {
    answering({ [`GET ${path}`]: { status: 200, body: replyOf(whole) } });
    show();
    await user.click(await screen.findByTestId('session-delete'));
    await user.click(screen.getByTestId('session-delete-confirm'));
    expect(await screen.findByText(/could not be deleted/)).toBeVisible();
    expect(deleted).toBe(0);
    answering({ [`DELETE ${path}`]: { status: 200, body: null } });
    await user.click(screen.getByTestId('session-delete-confirm'));
    await waitFor(() => expect(deleted).toBe(1));
  });
});
