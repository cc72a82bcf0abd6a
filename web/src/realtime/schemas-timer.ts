import { z } from '@/shared/schema';

/** The timer as the server tells it. Every event carries the whole state after it, so nothing is worked out here. */

const PRESETS_MAX = 20;

const time = z.number().nonnegative();
const minutes = z.number().positive();
const runningPhase = z.enum(['focus', 'shortBreak', 'longBreak']);
const moment = time.nullish().transform((at) => at ?? null);

const settingsSchema = z.object({
  focus: minutes,
  shortBreak: minutes,
  longBreak: minutes,
  rounds: z.number().int().positive(),
  autoAdvance: z.boolean(),
  quietFocus: z.boolean(),
});

const presetSchema = z.object({
  name: z.string().max(256),
  focus: minutes,
  shortBreak: minutes,
  longBreak: minutes,
  rounds: z.number().int().positive(),
});

const presetsSchema = z.array(presetSchema).max(PRESETS_MAX);

const clockFields = {
  phase: z.enum(['idle', 'focus', 'shortBreak', 'longBreak']),
  round: z.number().int().positive(),
  startedAt: moment,
  endsAt: moment,
  remaining: moment,
  /** of the whole phase that runs, with what it was extended by */
  length: moment,
  paused: z.boolean(),
  by: z
    .string()
    .nullish()
    .transform((by) => by ?? null),
  next: runningPhase,
};

export const timerViewSchema = z.object({
  ...clockFields,
  settings: settingsSchema,
  presets: presetsSchema,
});

const timer = z.object({
  ...clockFields,
  settings: settingsSchema.optional(),
  presets: presetsSchema.optional(),
});

export const timerBodies = [
  z.object({
    type: z.enum([
      'timer-started',
      'timer-paused',
      'timer-resumed',
      'timer-skipped',
      'timer-reset',
      'timer-extended',
      'timer-configured',
      'preset-saved',
      'preset-removed',
    ]),
    /** by how much the phase was extended */
    minutes: minutes.optional(),
    timer,
  }),
  z.object({ type: z.literal('timer-phase-ended'), ended: runningPhase, endedAt: time, timer }),
] as const;

export type TimerView = z.infer<typeof timerViewSchema>;
export type TimerSettings = z.infer<typeof settingsSchema>;
export type TimerPreset = z.infer<typeof presetSchema>;
export type TimerPhase = TimerView['phase'];
