import type { RoomSessionState } from '../session/types';

/** How many messages of others came since this member read last. */
export function unreadMessages({ chat, self }: Pick<RoomSessionState, 'chat' | 'self'>): number {
  if (chat === null) return 0;
  return chat.messages.filter(
    ({ messageId, by, deleted }) => messageId > chat.read && by !== self?.memberId && !deleted,
  ).length;
}
