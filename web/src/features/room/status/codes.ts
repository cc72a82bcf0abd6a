import type { ParseKeys } from 'i18next';
import { chatRefusalKeys } from '../chat/refusal-text';

/** The codes that the page has its own words for; for others the server's message stands. */
const noticeKeys = {
  ...chatRefusalKeys,
  'server-going-down': 'notices.server-going-down',
  'rate-limited': 'notices.rate-limited',
  'unknown-user': 'notices.unknown-user',
  'screen-share-failed': 'notices.screen-share-failed',
  'too-many-connections': 'notices.too-many-connections',
  'screen-share-unsupported': 'notices.screen-share-unsupported',
  'listening-only': 'notices.listening-only',
} as const satisfies Record<string, ParseKeys>;

export function noticeKey(code: string): ParseKeys | null {
  return lookUp<ParseKeys>(noticeKeys, code);
}

interface Refusal {
  text: ParseKeys;
  /** What may help: the same again, a fresh page, or nothing. */
  remedy: 'retry' | 'reload' | 'none';
}

const refusals: Record<string, Refusal> = {
  'room-full': { text: 'refused.room-full', remedy: 'retry' },
  'too-many-connections': { text: 'refused.too-many-connections', remedy: 'retry' },
  'invalid-room-id': { text: 'refused.invalid-room-id', remedy: 'none' },
  'name-too-long': { text: 'refused.name-too-long', remedy: 'retry' },
  'unsupported-protocol': { text: 'refused.unsupported-protocol', remedy: 'reload' },
  'server-going-down': { text: 'refused.server-going-down', remedy: 'retry' },
  'rate-limited': { text: 'refused.rate-limited', remedy: 'retry' },
  'unsupported-browser': { text: 'refused.unsupported-browser', remedy: 'none' },
  replaced: { text: 'refused.replaced', remedy: 'retry' },
};

export function refusalOf(code: string): Refusal {
  return lookUp(refusals, code) ?? { text: 'refused.other', remedy: 'retry' };
}

/** The code comes from outside: names that every object has are no entries. */
function lookUp<T>(table: Record<string, T>, code: string): T | null {
  return Object.hasOwn(table, code) ? (table[code] ?? null) : null;
}
