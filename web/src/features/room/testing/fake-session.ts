import { createStore } from 'zustand/vanilla';
import type { LocalMedia, RoomSession, RoomSessionState } from '../session/types';
import { fakeMedia } from '@/shared/media/testing/fake-media';
import { participant } from './participants';

/** A room session without a server: tests set its state and read what the page asked for. */
export interface FakeSession extends RoomSession {
  readonly calls: string[];
}

export function fakeSession(
  initial: Partial<RoomSessionState> = {},
  media: LocalMedia = fakeMedia(),
): FakeSession {
  const calls: string[] = [];
  const store = createStore<RoomSessionState>(() => ({
    status: 'connected',
    roomId: 'abc-defg-hij',
    refusal: null,
    self: participant({ userId: 'me', name: 'Mia Lind', isSelf: true }),
    others: [],
    activeSpeaker: null,
    listening: false,
    limits: { videoPublishers: 8, members: 100 },
    notices: [],
    ...initial,
  }));
  const changeOwnMedia = (change: Partial<{ hand: boolean; screen: boolean }>): void =>
    store.setState(({ self }) => ({ self: self && { ...self, media: { ...self.media, ...change } } }));
  return {
    store,
    media,
    calls,
    join: () => void calls.push('join'),
    leave: () => {
      calls.push('leave');
      store.setState({ status: 'left' });
      return Promise.resolve();
    },
    startScreenShare: () => {
      calls.push('startScreenShare');
      changeOwnMedia({ screen: true });
      return Promise.resolve();
    },
    stopScreenShare: () => {
      calls.push('stopScreenShare');
      changeOwnMedia({ screen: false });
    },
    setHand: (raised) => {
      calls.push(`setHand ${String(raised)}`);
      changeOwnMedia({ hand: raised });
    },
    setVisible: (userId, visible) => void calls.push(`setVisible ${userId} ${String(visible)}`),
    dismissNotice: (id) => {
      calls.push(`dismissNotice ${String(id)}`);
      store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
    },
  };
}
