import type { ParseKeys } from 'i18next';

/** The codes of refusals about notes that the page has its own words for. */
export const noteNoticeKeys = {
  'unknown-note': 'notes.refused.unknown-note',
  'too-many-notes': 'notes.refused.too-many-notes',
} as const satisfies Record<string, ParseKeys>;
