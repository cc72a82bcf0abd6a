import { act, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { seriousViolations } from '@/testing/axe';
import { user } from '@/testing/user';
import { participant } from '../testing/participants';
import { showRoom } from '../testing/show-room';

const others = [participant({ userId: 'ana' })];

describe('banners', () => {
  it('say that the room is being joined, then that it reconnects', () => {
    const { session } = showRoom({ status: 'connecting', self: null });
    expect(screen.getByTestId('status-banner')).toHaveTextContent('Joining the room');
    act(() => session.store.setState({ status: 'connected', others }));
    expect(screen.queryByTestId('status-banner')).toBeNull();
    act(() => session.store.setState({ status: 'reconnecting' }));
    expect(screen.getByTestId('status-banner')).toHaveTextContent('Reconnecting');
  });

  it('say that one only listens, and how many share', () => {
    showRoom({ listening: true, others, limits: { videoPublishers: 8, members: 100 } });
    expect(screen.getByTestId('listening-banner')).toHaveTextContent('8 people share their video');
  });

  it('offer the link to who is alone', () => {
    const { session } = showRoom();
    expect(screen.getByText('You are the first one here')).toBeVisible();
    act(() => session.store.setState({ others }));
    expect(screen.queryByText('You are the first one here')).toBeNull();
  });
});

describe('notices', () => {
  it('are told in the page’s own words where it knows the code', () => {
    showRoom({ notices: [{ id: 1, code: 'server-going-down', message: 'going down' }] });
    expect(screen.getByTestId('notice')).toHaveTextContent('The server is about to restart');
  });

  it.each(['something-new', 'constructor'])('keep the server’s words for the code %s', (code) => {
    showRoom({ notices: [{ id: 1, code, message: 'Words of the server' }] });
    expect(screen.getByTestId('notice')).toHaveTextContent('Words of the server');
  });

  it('name who caused them, or say that it was an owner', () => {
    showRoom({
      notices: [
        { id: 1, code: 'muted', message: '', name: 'Ann' },
        { id: 2, code: 'may-unmute', message: '' },
      ],
    });
    expect(screen.getAllByTestId('notice').map((notice) => notice.textContent)).toEqual([
      'Ann muted you.',
      expect.stringMatching(/^An owner allows you/),
    ]);
  });

  it('are dismissed', async () => {
    const { session } = showRoom({ notices: [{ id: 7, code: 'rate-limited', message: '' }] });
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(session.calls).toContain('dismissNotice 7');
    expect(screen.queryByTestId('notice')).toBeNull();
  });
});

describe('a refusal', () => {
  it.each([
    ['room-full', /This room is full/],
    ['too-many-connections', /Close one of them/],
    ['name-too-long', /Choose a shorter one/],
    ['server-going-down', /The server is restarting/],
    ['replaced', /another tab or device/],
    ['toString', /The server refused/],
  ])('with %s says what can be done, and tries again', async (code, text) => {
    const { again } = showRoom({ status: 'refused', refusal: { code, message: 'Words of the server' } });
    expect(screen.getByText(text)).toBeVisible();
    expect(screen.getByText(/Words of the server/)).toBeVisible();
    await user.click(screen.getByTestId('refused-retry'));
    expect(again).toEqual(['again']);
  });

  it.each([
    ['banned', 'You are banned from this room', null],
    ['room-locked', 'The room is locked', 'Try again'],
    ['entry-refused', 'You were not let in', 'Ask to come in again'],
    ['removed', 'You were removed from the room', 'Ask to come in again'],
    ['too-many-waiting', 'Too many people wait', 'Try again'],
    ['room-full', 'The room is full', 'Try again'],
  ])('with %s has a page of its own', (code, title, again) => {
    showRoom({ status: 'refused', refusal: { code, message: '' } });
    expect(screen.getByRole('heading', { level: 1, name: title })).toHaveFocus();
    expect(screen.queryByTestId('refused-retry')?.textContent ?? null).toBe(again);
    expect(screen.getByRole('link', { name: 'Back to the start page' })).toBeVisible();
  });

  it.each(['invalid-room-id', 'unsupported-browser'])('with %s offers no vain attempt', (code) => {
    showRoom({ status: 'refused', refusal: { code, message: '' } });
    expect(screen.queryByTestId('refused-retry')).toBeNull();
    expect(screen.getByRole('link', { name: 'Back to the start page' })).toBeVisible();
  });
});

describe('the door', () => {
  it('says who decides, shows oneself, and can be left', async () => {
    const { session, media, container } = showRoom({ status: 'waiting', self: null }, { mic: true });
    expect(screen.getByRole('heading', { name: 'You wait to be let in' })).toHaveFocus();
    expect(screen.getByText(/An owner of the room/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Turn off microphone' }));
    expect(media.calls).toEqual(['setMicrophone false']);
    expect(await seriousViolations(container)).toEqual([]);
    await user.click(screen.getByTestId('waiting-leave'));
    expect(session.calls).toEqual(['leave']);
    expect(screen.getByRole('heading', { name: 'You left the room' })).toBeVisible();
  });

  it('opens by itself', () => {
    const { session } = showRoom({ status: 'waiting', self: null });
    act(() => session.store.setState({ status: 'connected', self: participant({ isSelf: true }) }));
    expect(screen.queryByTestId('waiting-page')).toBeNull();
    expect(screen.getByTestId('toolbar-mic')).toBeVisible();
  });
});

describe('sound', () => {
  afterEach(() => vi.restoreAllMocks());

  it('is started by a tap where the browser refused it', async () => {
    const play = vi
      .spyOn(HTMLAudioElement.prototype, 'play')
      .mockRejectedValueOnce(new DOMException('no gesture yet', 'NotAllowedError'));
    showRoom({ others: [participant({ userId: 'ana', stream: {} as MediaStream })] });
    const button = await screen.findByTestId('tap-to-hear');
    await user.click(button);
    expect(screen.queryByTestId('tap-to-hear')).toBeNull();
    expect(play).toHaveBeenCalledTimes(2);
  });

  it('is not asked for because of other failures', async () => {
    const refused = Promise.reject(new DOMException('source changed', 'AbortError'));
    vi.spyOn(HTMLAudioElement.prototype, 'play').mockReturnValueOnce(refused);
    showRoom({ others: [participant({ userId: 'ana', stream: {} as MediaStream })] });
    await act(() => refused.catch(() => undefined));
    expect(screen.queryByTestId('tap-to-hear')).toBeNull();
  });
});
