import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { View } from './model/tiles';
import type { NoteTemplate } from './notes/templates';

export type RoomDialog = 'invite' | 'search' | 'settings' | 'room' | 'shortcuts' | 'leave';

/** How this person looks at the room; nobody else sees any of it. */
export interface RoomView {
  view: View;
  pinned: string | null;
  page: number;
  /** The open panels' ids, the one opened last at the end; never more than `places`. */
  panels: readonly string[];
  /** The open panel that takes twice the place of another, if one does. */
  wide: string | null;
  /** The note that is open in its panel, and what is yet to be written into it where it is fresh. */
  note: { noteId: number; template: NoteTemplate } | null;
  /** The message that the chat is to go to. */
  message: number | null;
  /** How many panels there is room for. */
  places: number;
  dialog: RoomDialog | null;
}

export type RoomViewStore = StoreApi<RoomView>;

export function createRoomView(): RoomViewStore {
  return createStore<RoomView>(() => ({
    view: 'auto',
    pinned: null,
    page: 0,
    panels: [],
    wide: null,
    note: null,
    message: null,
    places: 1,
    dialog: null,
  }));
}

/** A pin is a wish to see that tile large, so it ends a grid that was chosen before. */
export function togglePin(state: RoomView, key: string): Partial<RoomView> {
  if (state.pinned === key) return { pinned: null };
  return { pinned: key, page: 0, ...(state.view === 'grid' && { view: 'auto' as const }) };
}

export function toggleView(stageShown: boolean): Partial<RoomView> {
  return { view: stageShown ? 'grid' : 'speaker', page: 0 };
}

/** Where there is no room for one more, the panel that was opened first makes way. */
export function openPanel(state: RoomView, panel: string): Partial<RoomView> {
  return { panels: [...state.panels.filter((open) => open !== panel), panel].slice(-state.places) };
}

export function closePanel(state: RoomView, panel: string): Partial<RoomView> {
  return { panels: state.panels.filter((open) => open !== panel) };
}

export function togglePanel(state: RoomView, panel: string): Partial<RoomView> {
  return state.panels.includes(panel) ? closePanel(state, panel) : openPanel(state, panel);
}

/** The panels opened last are those that stay. */
export function makeRoomFor(state: RoomView, places: number): Partial<RoomView> {
  return { places, panels: state.panels.slice(-places) };
}

export function toggleWide(state: RoomView, panel: string): Partial<RoomView> {
  return { wide: state.wide === panel ? null : panel };
}

const RoomViewContext = createContext<RoomViewStore | null>(null);

export const RoomViewProvider = RoomViewContext.Provider;

export function useRoomViewStore(): RoomViewStore {
  const store = useContext(RoomViewContext);
  if (!store) throw new Error('useRoomViewStore outside of a room');
  return store;
}

export function useRoomView<T>(select: (state: RoomView) => T): T {
  return useStore(useRoomViewStore(), select);
}
