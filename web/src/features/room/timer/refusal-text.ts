import type { ParseKeys } from 'i18next';

/** What the page says about the timer by itself: its refusals, and what quiet focus did with the microphone. */
export const timerNoticeKeys = {
  'timer-running': 'timer.refused.timer-running',
  'timer-not-running': 'timer.refused.timer-not-running',
  'timer-not-paused': 'timer.refused.timer-not-paused',
  'unknown-preset': 'timer.refused.unknown-preset',
  'too-many-presets': 'timer.refused.too-many-presets',
  'quiet-focus-began': 'timer.quiet.began',
  'quiet-focus-joined': 'timer.quiet.joined',
  'quiet-focus-returned': 'timer.quiet.returned',
  'quiet-focus-kept': 'timer.quiet.kept',
  'quiet-focus-lost': 'timer.quiet.lost',
} as const satisfies Record<string, ParseKeys>;
