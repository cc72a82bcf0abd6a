import type { ParseKeys } from 'i18next';
import { chatRefusalKeys } from '../chat/refusal-text';
import { goalRefusalKeys } from '../goals/refusal-text';
import { noteNoticeKeys } from '../notes/refusal-text';
import { taskNoticeKeys } from '../tasks/refusal-text';
import { timerNoticeKeys } from '../timer/refusal-text';

/** The codes that the page has its own words for; for others the server's message stands. */
const noticeKeys = {
  ...chatRefusalKeys,
  ...timerNoticeKeys,
  ...goalRefusalKeys,
  ...taskNoticeKeys,
  ...noteNoticeKeys,
  'server-going-down': 'notices.server-going-down',
  'rate-limited': 'notices.rate-limited',
  'unknown-user': 'notices.unknown-user',
  'screen-share-failed': 'notices.screen-share-failed',
  'too-many-connections': 'notices.too-many-connections',
  'screen-share-unsupported': 'notices.screen-share-unsupported',
  'listening-only': 'notices.listening-only',
  muted: 'notices.muted',
  'still-muted': 'notices.still-muted',
  'may-unmute': 'notices.may-unmute',
  'hand-lowered': 'notices.hand-lowered',
  'screen-owners-only': 'notices.screen-owners-only',
  'invalid-owner-key': 'notices.invalid-owner-key',
  'too-many-owners': 'notices.too-many-owners',
  'owner-needs-cookie': 'notices.owner-needs-cookie',
  'unknown-member': 'notices.unknown-member',
  'too-many-bans': 'notices.too-many-bans',
  'no-answer': 'notices.no-answer',
} as const satisfies Record<string, ParseKeys>;

export function noticeKey(code: string): ParseKeys | null {
  return lookUp<ParseKeys>(noticeKeys, code);
}

interface Refusal {
  /** Where the page has a more telling one than that joining failed. */
  title?: ParseKeys;
  text: ParseKeys;
  /** What may help: the same again, a fresh page, or nothing. */
  remedy: 'retry' | 'reload' | 'none';
  /** What trying again means. */
  again?: ParseKeys;
  /** The text says it all: the server's own words add nothing. */
  whole?: true;
}

const refusals: Record<string, Refusal> = {
  'room-full': { title: 'refused.fullTitle', text: 'refused.room-full', remedy: 'retry' },
  banned: { title: 'refused.bannedTitle', text: 'refused.banned', remedy: 'none', whole: true },
  'room-locked': { title: 'refused.lockedTitle', text: 'refused.room-locked', remedy: 'retry', whole: true },
  'too-many-waiting': {
    title: 'refused.waitingTitle',
    text: 'refused.too-many-waiting',
    remedy: 'retry',
    whole: true,
  },
  'entry-refused': {
    title: 'refused.entryTitle',
    text: 'refused.entry-refused',
    remedy: 'retry',
    again: 'refused.askAgain',
    whole: true,
  },
  removed: {
    title: 'refused.removedTitle',
    text: 'refused.removed',
    remedy: 'retry',
    again: 'refused.askAgain',
    whole: true,
  },
  'too-many-connections': { text: 'refused.too-many-connections', remedy: 'retry' },
  'invalid-room-id': { text: 'refused.invalid-room-id', remedy: 'none' },
  'name-too-long': { text: 'refused.name-too-long', remedy: 'retry' },
  'unsupported-protocol': { text: 'refused.unsupported-protocol', remedy: 'reload' },
  'server-going-down': { text: 'refused.server-going-down', remedy: 'retry' },
  'rate-limited': { text: 'refused.rate-limited', remedy: 'retry' },
  'unsupported-browser': { text: 'refused.unsupported-browser', remedy: 'none' },
  forgotten: { text: 'refused.forgotten', remedy: 'reload' },
  replaced: { text: 'refused.replaced', remedy: 'retry' },
};

export function refusalOf(code: string): Refusal {
  return lookUp(refusals, code) ?? { text: 'refused.other', remedy: 'retry' };
}

/** The code comes from outside: names that every object has are no entries. */
function lookUp<T>(table: Record<string, T>, code: string): T | null {
  return Object.hasOwn(table, code) ? (table[code] ?? null) : null;
}
