import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keeper } from '@/api/me';
import { seriousViolations } from '@/testing/axe';
import { renderPage } from '@/testing/page';
import { answering } from '@/testing/server';
import { user } from '@/testing/user';
import { storeDisplayName } from '@/shared/display-name';
import { useRecentRooms } from '@/shared/recent-rooms';
import { useForgotten } from '@/shared/kept/forgotten';
import { ForgottenPage } from '@/shared/kept/ForgottenPage';
import { KeptOfMe } from '@/shared/kept/KeptOfMe';

const ME = { memberId: 'm', name: 'Ann', rooms: 2, messages: 1 };

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  useForgotten.setState({ forgotten: false });
});
afterEach(() => vi.unstubAllGlobals());

async function open(replies: Parameters<typeof answering>[0]): Promise<void> {
  answering(replies);
  renderPage(<KeptOfMe keeper={keeper} />);
  await user.click(screen.getByTestId('kept-open'));
}

describe('what is kept of me', () => {
  it('is told before it is deleted', async () => {
    await open({ 'GET /api/me': { status: 200, body: ME } });
    expect(await screen.findByText('Kept under the name Ann:')).toBeVisible();
    expect(screen.getByText('2 rooms that you were in or made')).toBeVisible();
    expect(screen.getByText('one message that you wrote')).toBeVisible();
    expect(await seriousViolations(document.body)).toEqual([]);
  });

  it.each([
    [{ status: 200, body: { ...ME, name: null, rooms: 0, messages: 0 } }, /knows nothing of you/],
    [{ status: 503, body: {} }, /cannot be told now/],
  ])('is said also where there is nothing, or no answer', async (reply, text) => {
    await open({ 'GET /api/me': reply });
    expect(await screen.findByText(text)).toBeVisible();
    expect(screen.getByTestId('kept-confirm')).toBeEnabled();
  });

  it('is deleted here too, but for how the page looks', async () => {
    storeDisplayName('Ann');
    useRecentRooms.getState().remember('abc-defg-hij');
    sessionStorage.setItem('focusly.outbox.abc-defg-hij', '[1]');
    localStorage.setItem('focusly.theme', '"dark"');
    await open({ 'GET /api/me': { status: 200, body: ME }, 'DELETE /api/me': { status: 200, body: null } });
    await user.click(screen.getByTestId('kept-confirm'));
    await waitFor(() => expect(useForgotten.getState().forgotten).toBe(true));
    expect(Object.keys(localStorage)).toEqual(['focusly.theme']);
    expect(Object.keys(sessionStorage)).toEqual([]);
    expect(useRecentRooms.getState().rooms).toEqual([]);
  });

  it('stays when the server could not delete it, and says so', async () => {
    storeDisplayName('Ann');
    await open({ 'GET /api/me': { status: 200, body: ME }, 'DELETE /api/me': { status: 503, body: {} } });
    await user.click(screen.getByTestId('kept-confirm'));
    expect(await screen.findByText(/Not everything could be deleted/)).toBeVisible();
    expect(useForgotten.getState().forgotten).toBe(false);
    expect(localStorage.getItem('focusly.name')).not.toBeNull();
  });
});

it('the end says so, takes the focus and forgets what came in between', async () => {
  storeDisplayName('late');
  const { container } = renderPage(<ForgottenPage />);
  expect(screen.getByRole('heading', { name: 'You are forgotten' })).toHaveFocus();
  expect(localStorage.getItem('focusly.name')).toBeNull();
  expect(await seriousViolations(container)).toEqual([]);
});
