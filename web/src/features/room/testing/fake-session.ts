import type { SearchAnswer } from '@/realtime/schemas-search';
import { createStore } from 'zustand/vanilla';
import { initialState } from '../session/initial-state';
import type { Answer, LocalMedia, RoomSession, RoomSessionState } from '../session/types';
import { fakeMedia } from '@/shared/media/testing/fake-media';
import { participant } from './participants';

/** A room session without a server: tests set its state and read what the page asked for. */
export interface FakeSession extends RoomSession {
  readonly calls: string[];
  /** What went to the server by `send`, `ask` and `tell`. */
  readonly sent: { event: string; payload: Record<string, unknown> }[];
  /** What `send` and `ask` are answered from now on. */
  answer: Answer;
  /** What `search` is answered from now on. */
  finds: SearchAnswer | null;
}

export function fakeSession(
  initial: Partial<RoomSessionState> = {},
  media: LocalMedia = fakeMedia(),
): FakeSession {
  const calls: string[] = [];
  const store = createStore<RoomSessionState>(() => ({
    ...initialState('abc-defg-hij'),
    status: 'connected',
    self: participant({ userId: 'me', name: 'Mia Lind', isSelf: true }),
    ...initial,
  }));
  const changeOwnMedia = (change: Partial<{ hand: boolean; screen: boolean }>): void =>
    store.setState(({ self }) => ({ self: self && { ...self, media: { ...self.media, ...change } } }));
  const sent: FakeSession['sent'] = [];
  const session: FakeSession = {
    store,
    media,
    calls,
    sent,
    answer: { ok: true },
    finds: { ok: true, notes: [], chat: [], more: false },
    send: (event, payload) => {
      sent.push({ event, payload });
      return Promise.resolve(session.answer);
    },
    ask: (event, payload) => {
      sent.push({ event, payload });
      return Promise.resolve(session.answer);
    },
    search: (text) => {
      sent.push({ event: 'room-search', payload: { text } });
      return Promise.resolve(session.finds);
    },
    tell: (event, payload) => void sent.push({ event, payload }),
    openNote: (noteId) => {
      calls.push(`openNote ${String(noteId)}`);
      return {
        ask: () => Promise.resolve(null),
        tell: () => undefined,
        close: () => void calls.push(`closeNote ${String(noteId)}`),
      };
    },
    retry: (commandId) => void calls.push(`retry ${commandId}`),
    discard: (commandId) => void calls.push(`discard ${commandId}`),
    loadOlderMessages: () => {
      calls.push('loadOlderMessages');
      return Promise.resolve(session.answer.ok);
    },
    markChatRead: (seq) => void calls.push(`markChatRead ${String(seq)}`),
    serverNow: Date.now,
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
    setStatus: (status) => {
      calls.push(`setStatus ${status}`);
      store.setState(({ self }) => ({ chosenStatus: status, self: self && { ...self, status } }));
    },
    setVisible: (userId, visible) => void calls.push(`setVisible ${userId} ${String(visible)}`),
    notify: ({ code, message, name }) =>
      store.setState(({ notices }) => ({
        notices: [...notices, { id: notices.length + 1, code, message, name }],
      })),
    dismissNotice: (id) => {
      calls.push(`dismissNotice ${String(id)}`);
      store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
    },
  };
  return session;
}
