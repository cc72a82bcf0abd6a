import type { ParseKeys } from 'i18next';

/** The codes of the board's refusals that the page has its own words for. */
export const taskNoticeKeys = {
  'unknown-task': 'tasks.refused.unknown-task',
  'too-many-tasks': 'tasks.refused.too-many-tasks',
} as const satisfies Record<string, ParseKeys>;
