import { beforeEach, describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { OPEN_SETTINGS } from '@/realtime/schemas-access';
import { fakeMedia } from '@/shared/media/testing/fake-media';
import { accessOf } from '../testing/access';
import { participant } from '../testing/participants';
import { initialState } from './initial-state';
import { OwnersOrders } from './owners-orders';
import type { Notice, RoomSessionState } from './types';

function setUp(shares = false) {
  const told: Omit<Notice, 'id'>[] = [];
  const media = fakeMedia({ mic: true });
  const screen = { stream: shares ? ({} as MediaStream) : null, stop: () => void (screen.stream = null) };
  const hand = { up: true };
  const store = createStore<RoomSessionState>(() => ({
    ...initialState('room'),
    self: participant({ userId: 'me', isSelf: true }),
    access: accessOf({ owners: ['ann'] }),
  }));
  const orders = new OwnersOrders({
    store,
    media,
    screen,
    lowerHand: () => (hand.up = false),
    notify: (notice) => void told.push(notice),
    nameOf: (memberId) => (memberId === 'ann' ? 'Ann' : undefined),
  });
  return { told, media, screen, hand, store, orders };
}

const muted = { code: 'muted', message: '', by: 'ann' };
const refused = { ok: false as const, code: 'not-permitted', message: 'No.' };

describe('what owners ask', () => {
  let all: ReturnType<typeof setUp>;
  beforeEach(() => {
    all = setUp();
  });

  it('switches the microphone off, and says who asked', () => {
    const { orders, media, store, told } = all;
    orders.heard(muted);
    expect(media.calls).toEqual(['setMicrophone false']);
    expect(store.getState().muted).toEqual({ by: 'Ann' });
    expect(told).toEqual([{ code: 'muted', message: '', name: 'Ann' }]);
  });

  it('lets the microphone be switched on again, and does not do it', () => {
    const { orders, media, store } = all;
    orders.heard(muted);
    orders.heard({ ...muted, code: 'may-unmute' });
    expect(store.getState().muted).toBeNull();
    expect(media.store.getState().mic).toBe(false);
  });

  it('lowers the hand', () => {
    all.orders.heard({ code: 'hand-lowered', message: '' });
    expect(all.hand.up).toBe(false);
  });

  it('switches off what the server does not take: the microphone', () => {
    const { orders, media, store, told } = all;
    orders.refused({ ...refused, path: 'mic' });
    expect(media.store.getState().mic).toBe(false);
    expect(store.getState().muted).toEqual({ by: '' });
    expect(told).toMatchObject([{ code: 'still-muted' }]);
  });

  it('keeps who muted when the server refuses once more', () => {
    all.orders.heard(muted);
    all.orders.refused({ ...refused, path: 'mic' });
    expect(all.store.getState().muted).toEqual({ by: 'Ann' });
  });

  it('switches off what the server does not take: the screen', () => {
    const { orders, screen, told } = setUp(true);
    orders.refused({ ...refused, path: 'screen' });
    expect(screen.stream).toBeNull();
    expect(told).toMatchObject([{ code: 'screen-owners-only' }]);
  });

  it('leaves everything as it is at a refusal of the moment', () => {
    all.orders.refused({ ...refused, code: 'rate-limited' });
    expect([all.media.calls, all.told]).toEqual([[], []]);
  });

  it('ends a shared screen when only owners may share from now on', () => {
    const { orders, screen, store, told } = setUp(true);
    orders.settingsChanged();
    expect(screen.stream).not.toBeNull();
    const settings = { ...OPEN_SETTINGS, screen: 'owner' as const };
    store.setState({ access: accessOf({ owners: ['ann'], settings }) });
    orders.settingsChanged();
    expect(screen.stream).toBeNull();
    expect(told).toMatchObject([{ code: 'screen-owners-only' }]);
  });
});
