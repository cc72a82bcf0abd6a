import { create } from 'zustand';
import { roomMemory } from '@/shared/room-memory';
import { z } from '@/shared/schema';
import { readStored, writeStored } from '@/shared/storage';

/** What this browser keeps of somebody's writing. */

const DRAFTS_MAX = 20;

/** What was written and not sent, by room. */
export const drafts = roomMemory('focusly.chat-drafts', z.string().max(16_000), DRAFTS_MAX);

const typingKey = 'focusly.show-typing';

interface TypingPrivacy {
  /** Whether others see that one types. */
  shown: boolean;
  choose: (shown: boolean) => void;
}

export const useTypingPrivacy = create<TypingPrivacy>((set) => ({
  shown: readStored(typingKey, z.boolean(), true),
  choose: (shown) => {
    writeStored(typingKey, shown);
    set({ shown });
  },
}));
