import { create } from 'zustand';
import { useRecentRooms } from '../recent-rooms';
import { clearStored } from '../storage';

interface Forgotten {
  /** Whether the person has asked to be forgotten, and nothing is to be shown or kept any more. */
  forgotten: boolean;
  /** To be said when the server has forgotten them. */
  forget: () => void;
}

/** Whatever is on the screen ends with it: a room is left, and its devices are released. */
export const useForgotten = create<Forgotten>((set) => ({
  forgotten: false,
  forget: () => {
    useRecentRooms.getState().clear();
    clearStored();
    set({ forgotten: true });
  },
}));
