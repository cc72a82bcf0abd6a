import { describe, expect, it } from 'vitest';
import { parseRoomEvent, type RoomEvent } from '@/realtime/schemas-log';
import { timerViewSchema } from '@/realtime/schemas-timer';
import { timerModel, type TimerState } from './model';

const idle = {
  phase: 'idle',
  round: 1,
  startedAt: null,
  endsAt: null,
  remaining: null,
  length: null,
  paused: false,
  by: null,
  next: 'focus',
};
const settings = {
  focus: 25,
  shortBreak: 5,
  longBreak: 15,
  rounds: 4,
  autoAdvance: false,
  quietFocus: false,
};
const view = (differences: object = {}): TimerState =>
  timerModel.initial(timerViewSchema.parse({ ...idle, settings, presets: [], ...differences }));

function event(type: string, by: string, fields: object = {}): RoomEvent {
  const parsed = parseRoomEvent({ seq: 1, at: 1, by, type, timer: { ...idle, by }, ...fields });
  if (parsed === undefined) throw new Error('not an event');
  return parsed;
}

describe('who did the last thing', () => {
  it.each([
    ['timer-started', {}, { what: 'started', by: 'ann' }],
    ['timer-paused', {}, { what: 'paused', by: 'ann' }],
    ['timer-resumed', {}, { what: 'resumed', by: 'ann' }],
    ['timer-skipped', {}, { what: 'skipped', by: 'ann' }],
    ['timer-reset', {}, { what: 'reset', by: 'ann' }],
    ['timer-extended', { minutes: 5 }, { what: 'extended', by: 'ann', minutes: 5 }],
    ['timer-configured', {}, { what: 'configured', by: 'ann' }],
    ['timer-phase-ended', { ended: 'focus', endedAt: 1 }, { what: 'ended', by: 'ann' }],
  ])('is in %s', (type, fields, doing) => {
    expect(timerModel.reduce(view(), event(type, 'ann', fields)).doing).toEqual(doing);
  });

  it('is not who saves or removes a preset', () => {
    const paused = timerModel.reduce(view(), event('timer-paused', 'ann'));
    for (const type of ['preset-saved', 'preset-removed'])
      expect(timerModel.reduce(paused, event(type, 'ben')).doing).toEqual({ what: 'paused', by: 'ann' });
  });

  it('is as much as the view says for who joins later', () => {
    expect(view().doing).toBeNull();
    const started = { phase: 'focus', startedAt: 0, endsAt: 9, length: 9, by: 'ann' };
    expect(view(started).doing).toEqual({ what: 'touched', by: 'ann' });
    const stopped = { ...started, endsAt: null, remaining: 5, paused: true };
    expect(view(stopped).doing).toEqual({ what: 'paused', by: 'ann' });
    expect(view({ by: 'system' }).doing).toEqual({ what: 'ended', by: 'system' });
  });
});

it('a server that starts again in mid-phase brings the same end', () => {
  const started = { phase: 'focus', startedAt: 1_000, endsAt: 1_501_000, length: 1_500_000, by: 'ann' };
  const before = timerModel.reduce(
    view(),
    event('timer-started', 'ann', { timer: { ...idle, ...started, next: 'shortBreak' } }),
  );
  const after = view({ ...started, next: 'shortBreak' });
  expect(after.endsAt).toBe(before.endsAt);
  expect({ ...after, doing: null }).toEqual({ ...before, doing: null });
});
