import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { seriousViolations } from '@/testing/axe';
import { user } from '@/testing/user';
import { participant } from './testing/participants';
import { showRoom } from './testing/show-room';

const ana = participant({ userId: 'ana', name: 'Ana Duarte' });
const ben = participant({ userId: 'ben', name: 'Ben Okafor' });
const screenStream = {} as MediaStream;

const tile = (userId: string, kind = 'camera') => {
  const found = screen
    .getAllByTestId('tile')
    .find((one) => one.dataset.userId === userId && one.dataset.kind === kind);
  if (!found) throw new Error(`no ${kind} tile of ${userId}`);
  return found;
};

describe('tiles', () => {
  it('show everyone with the state of their devices and link', () => {
    showRoom({
      others: [
        { ...ana, media: { ...ana.media, mic: false, hand: true }, quality: 'poor' },
        { ...ben, link: 'interrupted', speaking: true },
      ],
    });
    expect(tile('me').dataset).toMatchObject({ self: 'true', camera: 'true' });
    expect(tile('ana').dataset).toMatchObject({
      self: 'false',
      mic: 'false',
      quality: 'poor',
      link: 'connected',
    });
    expect(within(tile('ana')).getByRole('img', { name: 'Microphone off' })).toBeVisible();
    expect(within(tile('ana')).getByRole('img', { name: 'Hand raised, number 1' })).toBeVisible();
    expect(within(tile('ana')).getByRole('img', { name: 'Poor connection' })).toBeVisible();
    expect(tile('ben').dataset).toMatchObject({ speaking: 'true', link: 'interrupted' });
    expect(within(tile('ben')).getByText(/Connection interrupted/)).toBeVisible();
  });

  it('mirror the own camera alone', () => {
    const stream = {} as MediaStream;
    const self = participant({ userId: 'me', isSelf: true, stream, screenStream });
    showRoom({ self, others: [{ ...ana, stream }] });
    const mirrored = (element: HTMLElement) =>
      within(element).getByTestId('tile-video').className.includes('-scale-x');
    expect(mirrored(tile('me'))).toBe(true);
    expect(mirrored(tile('me', 'screen'))).toBe(false);
    expect(mirrored(tile('ana'))).toBe(false);
  });

  it('do not mirror a camera that looks ahead', () => {
    showRoom({}, { facing: 'environment' });
    expect(within(tile('me')).getByTestId('tile-video').className).not.toContain('-scale-x');
  });

  it('call a person without a name a guest', () => {
    showRoom({ others: [{ ...ana, name: '' }] });
    expect(within(tile('ana')).getByText('Guest')).toBeVisible();
  });

  it('tell the session which cameras are on screen', async () => {
    const many = Array.from({ length: 60 }, (_, index) => participant({ userId: `user-${index}` }));
    const { session } = showRoom({ others: many });
    const shown = screen.getAllByTestId('tile').length;
    expect(shown).toBeLessThan(61);
    expect(session.calls).toContain('setVisible user-0 true');
    expect(session.calls).toContain('setVisible user-59 false');
    session.calls.length = 0;
    for (
      let page = screen.queryByRole('button', { name: 'Next people' });
      page && !page.matches(':disabled');
    ) {
      await user.click(page);
    }
    expect(session.calls).toContain('setVisible user-59 true');
    expect(session.calls).toContain('setVisible user-0 false');
  });

  it('are heard also when they are on another page', () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      participant({ userId: `user-${index}`, stream: {} as MediaStream }),
    );
    showRoom({ others: many });
    expect(screen.getByTestId('remote-audio').querySelectorAll('audio')).toHaveLength(60);
  });
});

describe('the stage', () => {
  const width = (element: HTMLElement) => Number.parseFloat(element.style.width);

  it('belongs to a shared screen', () => {
    const { session } = showRoom({ others: [ana, ben] });
    expect(width(tile('ana'))).toBe(width(tile('me')));
    act(() => session.store.setState({ others: [ana, { ...ben, screenStream }] }));
    expect(width(tile('ben', 'screen'))).toBeGreaterThan(2 * width(tile('me')));
  });

  it('belongs to a pinned tile until it is unpinned', async () => {
    showRoom({ others: [ana, ben] });
    await user.click(screen.getByRole('button', { name: 'Pin Ben Okafor' }));
    expect(width(tile('ben'))).toBeGreaterThan(2 * width(tile('ana')));
    await user.click(screen.getByRole('button', { name: 'Unpin Ben Okafor' }));
    expect(width(tile('ben'))).toBe(width(tile('ana')));
  });

  it('follows who speaks in the speaker view, and stays in silence', async () => {
    const { session } = showRoom({ others: [ana, ben] });
    await user.click(screen.getByTestId('toolbar-view'));
    act(() => session.store.setState({ activeSpeaker: 'ben' }));
    expect(width(tile('ben'))).toBeGreaterThan(2 * width(tile('ana')));
    act(() => session.store.setState({ activeSpeaker: null }));
    expect(width(tile('ben'))).toBeGreaterThan(2 * width(tile('ana')));
    act(() => session.store.setState({ activeSpeaker: 'me' }));
    expect(width(tile('ben'))).toBeGreaterThan(2 * width(tile('ana')));
  });

  it('goes to a new screen even in a grid that was chosen before', async () => {
    const { session } = showRoom({ others: [ana, ben] });
    await user.click(screen.getByTestId('toolbar-view'));
    await user.click(screen.getByTestId('toolbar-view'));
    expect(width(tile('ana'))).toBe(width(tile('ben')));
    act(() => session.store.setState({ others: [{ ...ana, screenStream }, ben] }));
    expect(width(tile('ana', 'screen'))).toBeGreaterThan(2 * width(tile('ben')));
  });
});

describe('people', () => {
  it('are listed in a panel, raised hands first', async () => {
    const { session } = showRoom({ others: [ana, ben] });
    await user.click(screen.getByTestId('toolbar-people'));
    const names = () => screen.getAllByTestId('person').map((person) => person.dataset.memberId);
    expect(names()).toEqual(['member-me', 'member-ana', 'member-ben']);
    act(() => session.store.setState({ others: [ana, { ...ben, media: { ...ben.media, hand: true } }] }));
    expect(names()).toEqual(['member-ben', 'member-me', 'member-ana']);
    expect(screen.getByText('3 people here')).toBeVisible();
    await user.click(screen.getByTestId('toolbar-people'));
    expect(screen.queryByTestId('people-list')).toBeNull();
  });

  it('are announced as they come and go', () => {
    const { session } = showRoom({ others: [ana] });
    expect(screen.getByTestId('announcer')).toHaveTextContent('');
    act(() => session.store.setState({ others: [ana, ben] }));
    expect(screen.getByTestId('announcer')).toHaveTextContent('Ben Okafor joined');
    act(() => session.store.setState({ others: [ben] }));
    expect(screen.getByTestId('announcer')).toHaveTextContent('Ana Duarte left');
  });
});

it('takes the focus from the lobby and names the tab', () => {
  showRoom();
  expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
  expect(document.title).toBe('abc-defg-hij · Focusly');
});

it('has no serious accessibility finding', async () => {
  const { container } = showRoom({
    others: [ana, { ...ben, screenStream, link: 'failed' }],
    listening: true,
  });
  await user.click(screen.getByTestId('toolbar-people'));
  expect(await seriousViolations(container)).toEqual([]);
});
