import { act, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { OPEN_SETTINGS } from '@/realtime/schemas-access';
import { ownerKeys } from '@/shared/owner-keys';
import { user } from '@/testing/user';
import { accessOf } from '../testing/access';
import { showRoom } from '../testing/show-room';

async function showSettings(access: ReturnType<typeof accessOf> | null) {
  const shown = showRoom({ access });
  await user.click(screen.getByTestId('toolbar-more'));
  await user.click(screen.getByTestId('toolbar-room-settings'));
  return shown;
}

const mine = accessOf({ owners: ['member-me'] });

describe('the room’s settings', () => {
  it.each([
    ['setting-timer', { timer: 'owner' }],
    ['setting-chat', { chat: 'owner' }],
    ['setting-screen', { screen: 'owner' }],
    ['setting-unmute', { unmute: false }],
    ['setting-entry', { entry: 'admission' }],
    ['setting-locked', { locked: true }],
  ])('are changed by an owner: %s', async (setting, payload) => {
    const { session } = await showSettings(mine);
    await user.click(screen.getByTestId(setting));
    expect(session.sent).toEqual([{ event: 'room-configure', payload }]);
  });

  it('show what another owner changes', async () => {
    const { session } = await showSettings(mine);
    expect(screen.getByTestId('setting-locked')).not.toBeChecked();
    act(() => session.store.setState({ access: { ...mine, settings: { ...OPEN_SETTINGS, locked: true } } }));
    expect(screen.getByTestId('setting-locked')).toBeChecked();
  });

  it('are read by everybody else', async () => {
    const settings = { ...OPEN_SETTINGS, timer: 'owner' as const, locked: true };
    await showSettings(accessOf({ owners: ['ann'], settings }));
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(screen.getByText('Only owners control the timer')).toBeVisible();
    expect(screen.getByText('Everyone may share a screen')).toBeVisible();
    expect(screen.getByText(/The room is locked/)).toBeVisible();
    expect(screen.queryByTestId('owner-link')).toBeNull();
  });

  it('say that nobody’s room has none', async () => {
    await showSettings(accessOf());
    expect(screen.getByText(/belongs to nobody/)).toBeVisible();
  });

  it('are not known without the server’s log', async () => {
    await showSettings(null);
    expect(screen.getByText(/come with the connection/)).toBeVisible();
  });

  it('are opened from the people too', async () => {
    showRoom({ access: mine });
    await user.click(screen.getByTestId('toolbar-people'));
    await user.click(screen.getByTestId('people-settings'));
    expect(screen.getByRole('dialog', { name: 'Room settings' })).toBeVisible();
  });
});

describe('the owner link', () => {
  it('is there for an owner whose browser has it', async () => {
    ownerKeys.write('abc-defg-hij', 'key');
    await showSettings(mine);
    expect(screen.getByTestId('owner-link')).toHaveValue(`${location.origin}/r/abc-defg-hij#owner=key`);
    expect(screen.getByTestId('owner-link')).toHaveAccessibleDescription(/becomes an owner/);
  });

  it('is said to be elsewhere where it is not', async () => {
    await showSettings(mine);
    expect(screen.getByText(/only kept in the browser/)).toBeVisible();
  });
});
