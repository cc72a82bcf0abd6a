import { createMemoryHistory } from '@tanstack/react-router';
import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeSession, type FakeSession } from '@/features/room/testing/fake-session';
import { fakeMedia, type FakeMedia } from '@/shared/media/testing/fake-media';
import { rememberMediaChoice } from '@/shared/media/remembered-choice';
import { arrivals, ownerKeys } from '@/shared/owner-keys';
import { useRecentRooms } from '@/shared/recent-rooms';
import { answering } from '@/testing/server';
import { fillIn, user } from '@/testing/user';
import { App } from './App';
import type { CallEngine, RoomVisit } from './call-engine';
import { appRouter } from './routes';

const made: { media: FakeMedia[]; sessions: FakeSession[]; visits: RoomVisit[] } = {
  media: [],
  sessions: [],
  visits: [],
};

async function open(path: string) {
  const engine: CallEngine = {
    createLocalMedia: () => {
      const media = fakeMedia();
      made.media.push(media);
      return media;
    },
    createRoomSession: (visit) => {
      const { roomId, media } = visit;
      made.visits.push(visit);
      const session = fakeSession({ roomId }, media);
      made.sessions.push(session);
      return session;
    },
  };
  const router = appRouter(() => Promise.resolve(engine), createMemoryHistory({ initialEntries: [path] }));
  const page = render(<App router={router} />);
  await screen.findByRole('heading', { level: 1 });
  return { router, ...page };
}

async function joinAs(name: string): Promise<void> {
  await fillIn(screen.getByTestId('lobby-name'), name);
  await user.click(screen.getByTestId('lobby-join'));
}

beforeEach(() => {
  made.media.length = 0;
  made.sessions.length = 0;
  made.visits.length = 0;
  localStorage.clear();
  useRecentRooms.getState().clear();
  vi.stubGlobal('scrollTo', () => undefined);
  answering({
    'POST /api/rooms': {
      status: 201,
      body: { roomId: 'abc-defg-hij', ownerUrl: '/r/abc-defg-hij#owner=key' },
    },
    'GET /api/rooms/abc-defg-hij': { status: 200, body: { roomId: 'abc-defg-hij', members: 0 } },
  });
});
afterEach(() => vi.unstubAllGlobals());

describe('a visit', () => {
  it('goes from a new room through the lobby into the call', async () => {
    const { router } = await open('/');
    await user.click(screen.getByTestId('home-create'));
    await screen.findByTestId('lobby-join');
    expect(router.state.location.pathname).toBe('/r/abc-defg-hij');
    expect(made.media[0]?.calls).toEqual(['start']);
    await joinAs('Mia');
    expect(screen.getByTestId('toolbar-mic')).toBeVisible();
    expect(made.sessions[0]?.calls).toContain('join');
    expect(useRecentRooms.getState().rooms[0]?.roomId).toBe('abc-defg-hij');
  });

  it('begins with what was on the last time', async () => {
    rememberMediaChoice({ mic: false });
    await open('/r/abc-defg-hij');
    expect(made.media[0]?.store.getState()).toMatchObject({ mic: false, camera: true });
  });

  it('takes along the owner key with which one came, once', async () => {
    arrivals.write('abc-defg-hij', 'key');
    await open('/r/abc-defg-hij');
    await joinAs('Mia');
    const [visit] = made.visits;
    expect(visit?.ownerKey).toBe('key');
    visit?.onOwnerKey?.(true);
    expect([arrivals.read('abc-defg-hij'), ownerKeys.read('abc-defg-hij')]).toEqual([null, 'key']);
  });

  it('keeps no owner key that was refused', async () => {
    arrivals.write('abc-defg-hij', 'key');
    await open('/r/abc-defg-hij');
    await joinAs('Mia');
    made.visits[0]?.onOwnerKey?.(false);
    expect([arrivals.read('abc-defg-hij'), ownerKeys.read('abc-defg-hij')]).toEqual([null, null]);
  });

  it('releases the devices when it ends, and starts over with new ones', async () => {
    await open('/r/abc-defg-hij');
    await joinAs('Mia');
    await user.click(screen.getByTestId('toolbar-leave'));
    expect(made.media[0]?.calls).toContain('dispose');
    await user.click(screen.getByTestId('left-rejoin'));
    expect(await screen.findByTestId('lobby-join')).toBeVisible();
    expect(made.media).toHaveLength(2);
  });

  it('leaves the call when the page goes elsewhere', async () => {
    const { router } = await open('/r/abc-defg-hij');
    await joinAs('Mia');
    await act(() => router.navigate({ to: '/' }));
    expect(made.sessions[0]?.calls).toContain('leave');
    expect(made.media[0]?.calls).toContain('dispose');
  });

  it('releases the devices when the lobby is left again', async () => {
    const { router } = await open('/r/abc-defg-hij');
    await act(() => router.navigate({ to: '/' }));
    expect(made.media[0]?.calls).toContain('dispose');
    expect(made.sessions).toEqual([]);
  });
});

describe('addresses', () => {
  it.each(['/r/a.b', `/r/${'x'.repeat(65)}`, '/r/a%20b'])('says that %s is no room', async (path) => {
    await open(path);
    expect(screen.getByRole('heading', { name: 'This is not a room link' })).toBeVisible();
    expect(made.media).toEqual([]);
  });

  it('says that there is no page at an unknown address', async () => {
    await open('/nowhere');
    expect(screen.getByRole('heading', { name: 'There is no page here' })).toBeVisible();
  });
});

describe('preferences', () => {
  it('change the language of the page and remember it', async () => {
    await open('/');
    await user.click(screen.getByRole('button', { name: 'Appearance and language' }));
    await user.click(screen.getByRole('menuitemradio', { name: 'Deutsch' }));
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Gemeinsam arbeiten, in Ruhe.' }),
    ).toBeVisible();
    expect(document.documentElement.lang).toBe('de');
    expect(localStorage.getItem('focusly.language')).toBe('"de"');
    await user.click(screen.getByRole('button', { name: 'Darstellung und Sprache' }));
    await user.click(screen.getByRole('menuitemradio', { name: 'English' }));
    expect(document.documentElement.lang).toBe('en');
  });

  it('change the appearance and remember it', async () => {
    await open('/');
    const choose = async (name: string) => {
      await user.click(screen.getByRole('button', { name: 'Appearance and language' }));
      await user.click(screen.getByRole('menuitemradio', { name }));
    };
    await choose('Dark');
    expect(document.documentElement.dataset.theme).toBe('dark');
    expect(localStorage.getItem('focusly.theme')).toBe('"dark"');
    await choose('Like my device');
    expect(document.documentElement.dataset.theme).toBeUndefined();
  });
});
