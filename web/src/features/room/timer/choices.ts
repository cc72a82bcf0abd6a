import { create } from 'zustand';
import { z } from '@/shared/schema';
import { readStored, writeStored } from '@/shared/storage';

/** What this person wants of timers, in this browser and in every room. */

const key = 'focusly.timer';
const schema = z.object({
  /** A sound when a phase ends. */
  sound: z.boolean(),
  /** From 0 to 1. */
  volume: z.number().min(0).max(1),
  /** The system's notification when a phase ends, where the browser was allowed to show one. */
  notify: z.boolean(),
  /** The microphone comes back in breaks when a quiet focus had switched it off. */
  giveBack: z.boolean(),
});

export type TimerChoices = z.infer<typeof schema>;

export const FIRST_CHOICES: TimerChoices = { sound: true, volume: 0.6, notify: true, giveBack: false };

interface TimerChoicesStore extends TimerChoices {
  choose: (change: Partial<TimerChoices>) => void;
}

export const useTimerChoices = create<TimerChoicesStore>((set, get) => ({
  ...readStored(key, schema, FIRST_CHOICES),
  choose: (change) => {
    set(change);
    const { sound, volume, notify, giveBack } = get();
    writeStored(key, { sound, volume, notify, giveBack });
  },
}));
