import type { ParseKeys } from 'i18next';

/** The codes of the chat's refusals that the page has its own words for. */
export const chatRefusalKeys = {
  'message-too-long': 'chat.refused.message-too-long',
  'unknown-message': 'chat.refused.unknown-message',
  'not-your-message': 'chat.refused.not-your-message',
  'too-many-reactions': 'chat.refused.too-many-reactions',
  'invalid-emoji': 'chat.refused.invalid-emoji',
  'not-permitted': 'chat.refused.not-permitted',
  'outbox-full': 'chat.refused.outbox-full',
} as const satisfies Record<string, ParseKeys>;

export function chatRefusalKey(code: string): ParseKeys {
  return Object.hasOwn(chatRefusalKeys, code)
    ? chatRefusalKeys[code as keyof typeof chatRefusalKeys]
    : 'chat.refused.other';
}
