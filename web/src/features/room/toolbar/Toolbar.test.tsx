import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { replaceInNavigator, restoreNavigator } from '@/testing/navigator';
import { user } from '@/testing/user';
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

  it('has the rarer controls in its menu where it is narrow', async () => {
    vi.stubGlobal('matchMedia', (media: string) => ({
      media,
      matches: false,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }));
    const { session } = showRoom();
    expect(screen.queryByTestId('toolbar-screen')).toBeNull();
    expect(screen.queryByTestId('toolbar-people')).toBeNull();
    expect(screen.getByTestId('toolbar-chat')).toBeVisible();
    await user.click(screen.getByTestId('toolbar-more'));
    await user.click(screen.getByTestId('toolbar-screen'));
    expect(session.calls).toEqual(['startScreenShare']);
    await user.click(screen.getByTestId('toolbar-more'));
    await user.click(screen.getByTestId('toolbar-people'));
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
