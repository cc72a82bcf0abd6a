import type { ParseKeys } from 'i18next';

/** The refusals of goals and of the stand-up that the page has its own words for. */
export const goalRefusalKeys = {
  'no-goal': 'goals.refused.no-goal',
  'no-standup': 'standup.refused.no-standup',
  'standup-running': 'standup.refused.standup-running',
} as const satisfies Record<string, ParseKeys>;
