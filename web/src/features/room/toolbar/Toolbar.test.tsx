import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OPEN_SETTINGS } from '@/realtime/schemas-access';
import { replaceInNavigator, restoreNavigator } from '@/testing/navigator';
import { user } from '@/testing/user';
import { accessOf } from '../testing/access';
import { participant } from '../testing/participants';
import { showRoom } from '../testing/show-room';

beforeEach(() => replaceInNavigator({ mediaDevices: { getDisplayMedia: () => undefined } }));
afterEach(restoreNavigator);

describe('the toolbar', () => {
  it('switches microphone and camera', async () => {
    const { media } = showRoom({}, { mic: true });
    await user.click(screen.getByRole('button', { name: 'Turn off microphone' }));
    await user.click(screen.getByRole('button', { name: 'Turn on camera' }));
    expect(media.calls).toEqual(['setMicrophone false', 'setCamera true']);
  });

  it('raises and lowers the hand', async () => {
    const { session } = showRoom();
    await user.click(screen.getByRole('button', { name: 'Raise hand' }));
    await user.click(screen.getByRole('button', { name: 'Lower hand' }));
    expect(session.calls).toEqual(['setHand true', 'setHand false']);
  });

  it('shares the screen and stops', async () => {
    const { session } = showRoom();
    await user.click(screen.getByRole('button', { name: 'Share your screen' }));
    await user.click(screen.getByRole('button', { name: 'Stop sharing your screen' }));
    expect(session.calls).toEqual(['startScreenShare', 'stopScreenShare']);
  });

  it('has no screen button where screens cannot be shared', () => {
    replaceInNavigator({ mediaDevices: undefined });
    showRoom();
    expect(screen.queryByTestId('toolbar-screen')).toBeNull();
  });

  it('offers no screen sharing to a listener', () => {
    showRoom({ listening: true });
    expect(screen.getByTestId('toolbar-screen')).toBeDisabled();
  });

  it('says why the microphone stays off, also to who tries by key', async () => {
    const settings = { ...OPEN_SETTINGS, unmute: false };
    const access = accessOf({ owners: ['ann'], settings });
    const { session, media } = showRoom({ access, muted: { by: 'Ann' } });
    const button = screen.getByTestId('toolbar-mic');
    expect(button).toHaveAccessibleName(/Ann muted you/);
    expect(button).toHaveAttribute('aria-disabled', 'true');
    await user.click(button);
    await user.keyboard('m');
    expect(media.calls).toEqual([]);
    expect(session.store.getState().notices.map(({ code }) => code)).toEqual(['still-muted', 'still-muted']);
    act(() => session.store.setState({ muted: null }));
    await user.click(button);
    expect(media.calls).toEqual(['setMicrophone true']);
  });

  it('lets who is muted speak again where the room allows it', async () => {
    const { media } = showRoom({ access: accessOf({ owners: ['ann'] }), muted: { by: 'Ann' } });
    await user.click(screen.getByRole('button', { name: 'Turn on microphone' }));
    expect(media.calls).toEqual(['setMicrophone true']);
  });

  it('shares no screen where only owners do, and says so', async () => {
    const access = accessOf({ owners: ['ann'], settings: { ...OPEN_SETTINGS, screen: 'owner' } });
    const { session } = showRoom({ access });
    const button = screen.getByTestId('toolbar-screen');
    expect(button).toHaveAccessibleName(/Only owners share a screen/);
    await user.click(button);
    await user.keyboard('s');
    expect(session.calls).not.toContain('startScreenShare');
    expect(session.store.getState().notices).toHaveLength(2);
  });

  it('has the rarer controls in its menu where it is narrow', async () => {
    vi.stubGlobal('matchMedia', (media: string) => ({
      media,
      matches: false,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }));
    const { session } = showRoom({
      access: accessOf({ owners: ['member-me'] }),
      waiting: [{ memberId: 'cleo', name: 'Cleo', since: 1 }],
    });
    expect(screen.queryByTestId('toolbar-screen')).toBeNull();
    expect(screen.queryByTestId('toolbar-people')).toBeNull();
    expect(screen.getByTestId('toolbar-more')).toHaveAccessibleName('More: 1 new');
    expect(screen.getByTestId('toolbar-chat')).toBeVisible();
    await user.click(screen.getByTestId('toolbar-more'));
    await user.click(screen.getByTestId('toolbar-screen'));
    expect(session.calls).toEqual(['startScreenShare']);
    await user.click(screen.getByTestId('toolbar-more'));
    await user.click(screen.getByRole('menuitem', { name: 'Show people: 1 person waits to be let in' }));
    expect(screen.getByRole('dialog', { name: 'People' })).toBeVisible();
    vi.unstubAllGlobals();
  });

  it('flips the camera only where there are two', async () => {
    const { media } = showRoom({}, { facing: null });
    await user.click(screen.getByTestId('toolbar-more'));
    expect(screen.queryByTestId('toolbar-flip')).toBeNull();
    act(() => media.store.setState({ facing: 'user' }));
    await user.click(screen.getByTestId('toolbar-flip'));
    expect(media.calls).toEqual(['flipCamera']);
  });

  it('leaves', async () => {
    const { session, again } = showRoom();
    await user.click(screen.getByTestId('toolbar-leave'));
    expect(session.calls).toContain('leave');
    expect(screen.getByRole('heading', { name: 'You left the room' })).toHaveFocus();
    await user.click(screen.getByTestId('left-rejoin'));
    expect(again).toEqual(['again']);
  });
});

describe('keys', () => {
  it('do what the buttons do', async () => {
    const { media, session } = showRoom({}, { mic: true, camera: true });
    await user.keyboard('mvhs{Control>}d{/Control}');
    expect(media.calls).toEqual(['setMicrophone false', 'setCamera false', 'setMicrophone true']);
    expect(session.calls).toEqual(['setHand true', 'startScreenShare']);
  });

  it('open the people and the list of keys', async () => {
    showRoom({ others: [participant({ userId: 'ana' })] });
    await user.keyboard('p');
    expect(screen.getByTestId('people-list')).toBeVisible();
    await user.keyboard('?');
    expect(screen.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  });
});

describe('inviting', () => {
  it('shows the link, a message and a code to scan', async () => {
    showRoom();
    await user.click(screen.getByTestId('toolbar-invite'));
    expect(screen.getByTestId('invite-link')).toHaveValue(`${location.origin}/r/abc-defg-hij`);
    expect(screen.getByRole('textbox', { name: 'Invitation' })).toHaveTextContent(`/r/abc-defg-hij`);
    expect(screen.getByRole('img', { name: /QR code/ })).toBeVisible();
  });

  it('copies the link and says so', async () => {
    const copied: string[] = [];
    replaceInNavigator({
      clipboard: { writeText: (text: string) => Promise.resolve(void copied.push(text)) },
    });
    showRoom({ others: [participant()] });
    await user.click(screen.getByTestId('toolbar-invite'));
    await user.click(screen.getByRole('button', { name: 'Copy link' }));
    expect(await screen.findByRole('button', { name: 'Copied' })).toBeVisible();
    expect(copied).toEqual([`${location.origin}/r/abc-defg-hij`]);
  });

  it('says what to do where a page may not copy', async () => {
    replaceInNavigator({ clipboard: undefined });
    showRoom({ others: [participant()] });
    await user.click(screen.getByTestId('toolbar-invite'));
    await user.click(screen.getByRole('button', { name: 'Copy link' }));
    expect(await screen.findByText(/Select the text and copy it yourself/)).toBeVisible();
  });
});
