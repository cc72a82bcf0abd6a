import type { ChatMessage, ChatState } from '../chat/model';

/** A message of Ann's; tests say only what matters to them. */
export function message(messageId: number, differences: Partial<ChatMessage> = {}): ChatMessage {
  return {
    messageId,
    at: Date.UTC(2026, 0, 1, 9, 0, 0) + messageId * 1_000,
    by: 'member-ana',
    name: 'Ana Duarte',
    text: `Message ${messageId}`,
    replyTo: null,
    mentions: [],
    editedAt: null,
    deleted: false,
    reactions: {},
    pending: null,
    ...differences,
  };
}

export function chatOf(messages: readonly ChatMessage[], differences: Partial<ChatState> = {}): ChatState {
  return { messages, more: false, read: 0, ...differences };
}
