import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  COUNTDOWN_MS,
  mayOpen,
  quietFocus,
  step,
  type Effect,
  type Happening,
  type QuietFocus,
} from './machine';

/**
 * Whatever happens in whatever order: the microphone is opened only if everything holds that has to. What holds is worked
 * out here from the whole past, and not as the machine does it.
 */

interface Moment {
  at: number;
  happening: Happening;
  effects: readonly Effect[];
}

const BREAK_MS = 20_000;

type Choice =
  | { pick: 'phase'; phase: QuietFocus['phase']; began: boolean }
  | { pick: 'happening'; happening: Happening }
  | { pick: 'wait'; ms: number }
  | { pick: 'carry out' };

const happening = (each: Happening): Choice => ({ pick: 'happening', happening: each });

const choice: fc.Arbitrary<Choice> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      pick: fc.constant('phase' as const),
      phase: fc.constantFrom<QuietFocus['phase']>('quiet', 'break', 'other'),
      began: fc.constantFrom(true, true, false),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      pick: fc.constant('wait' as const),
      ms: fc.constantFrom(1, 1_000, COUNTDOWN_MS - 1, COUNTDOWN_MS, COUNTDOWN_MS + 300, BREAK_MS, 90_000),
    }),
  },
  { weight: 4, arbitrary: fc.constant<Choice>({ pick: 'carry out' }) },
  { weight: 3, arbitrary: fc.boolean().map((on) => happening({ type: 'microphone', on, starting: false })) },
  { weight: 1, arbitrary: fc.constant(happening({ type: 'microphone', on: true, starting: true })) },
  { weight: 1, arbitrary: fc.constant(happening({ type: 'touched' })) },
  { weight: 1, arbitrary: fc.constant(happening({ type: 'muted-by-owner' })) },
  { weight: 1, arbitrary: fc.constant(happening({ type: 'stay-muted' })) },
  { weight: 2, arbitrary: fc.boolean().map((giveBack) => happening({ type: 'choice', giveBack })) },
  { weight: 2, arbitrary: fc.boolean().map((connected) => happening({ type: 'connection', connected })) },
);

/** A course that ends with an open microphone; into this the rest is strewn. */
const regular: readonly Choice[] = [
  happening({ type: 'connection', connected: true }),
  happening({ type: 'choice', giveBack: true }),
  happening({ type: 'microphone', on: true, starting: false }),
  { pick: 'phase', phase: 'quiet', began: true },
  { pick: 'carry out' },
  { pick: 'phase', phase: 'break', began: true },
  { pick: 'wait', ms: COUNTDOWN_MS },
  { pick: 'carry out' },
];

const strewn = fc.array(fc.tuple(fc.nat(regular.length), choice), { maxLength: 3 }).map((extra) => {
  const choices = [...regular];
  for (const [place, each] of extra) choices.splice(place, 0, each);
  return choices;
});

function play(choices: readonly Choice[]): { opened: number } {
  let state = quietFocus(false);
  let now = 1_000_000;
  let opened = 0;
  const asked: ('mute' | 'open')[] = [];
  const past: Moment[] = [];
  const feed = (each: Happening): void => {
    const next = step(state, each, now);
    state = next.state;
    past.push({ at: now, happening: each, effects: next.effects });
    for (const effect of next.effects) {
      if (effect.startsWith('mute')) asked.push('mute');
      if (effect === 'open') {
        asked.push('open');
        expectAllHolds(past, now);
      }
    }
  };
  for (const each of choices) {
    switch (each.pick) {
      case 'phase': {
        const { phase, began } = each;
        const endsAt = phase === 'break' ? now + BREAK_MS : null;
        feed({ type: 'phase', phase, endsAt, began, joined: false });
        break;
      }
      case 'happening':
        feed(each.happening);
        break;
      case 'wait':
        now += each.ms;
        feed({ type: 'time' });
        break;
      case 'carry out':
        for (const wish of asked.splice(0)) {
          if (wish === 'mute') feed({ type: 'microphone', on: false, starting: false });
          else {
            if (mayOpen(state, now)) {
              expectAllHolds(past, now);
              opened += 1;
              feed({ type: 'microphone', on: true, starting: false });
            }
            feed({ type: 'opened' });
          }
        }
    }
  }
  return { opened };
}

function expectAllHolds(past: readonly Moment[], now: number): void {
  const lastOf = (fits: (moment: Moment) => boolean): number => past.findLastIndex(fits);
  const mutedAt = lastOf(({ effects }) => effects.some((effect) => effect.startsWith('mute')));
  expect(mutedAt, 'the page switched it off').toBeGreaterThanOrEqual(0);

  const wasOn = past
    .slice(0, mutedAt + 1)
    .findLast(({ happening: { type } }) => type === 'microphone')?.happening;
  expect(wasOn, 'it was on then').toMatchObject({ on: true });

  const since = past.slice(mutedAt + 1).map(({ happening: each }) => each);
  expect(
    since.filter(
      (each) =>
        each.type === 'touched' ||
        each.type === 'muted-by-owner' ||
        (each.type === 'connection' && !each.connected) ||
        (each.type === 'microphone' && each.on),
    ),
    'nobody touched it since, muted us or was out of reach',
  ).toEqual([]);

  const wish = past.findLast(({ happening: { type } }) => type === 'choice')?.happening;
  expect(wish, 'the person wants it').toMatchObject({ giveBack: true });

  const phase = past.findLast(({ happening: { type } }) => type === 'phase')?.happening;
  expect(phase, 'it is a break').toMatchObject({ phase: 'break' });
  expect(phase?.type === 'phase' ? phase.endsAt : null, 'still').toBeGreaterThan(now);

  const countedAt = lastOf(({ effects }) => effects.includes('count'));
  expect(countedAt, 'it was counted down').toBeGreaterThan(mutedAt);
  expect(now - (past[countedAt]?.at ?? now), 'for five seconds').toBeGreaterThanOrEqual(COUNTDOWN_MS);
  const during = past.slice(countedAt + 1).map(({ happening: each }) => each);
  expect(
    during.filter(
      (each) =>
        each.type === 'stay-muted' ||
        (each.type === 'choice' && !each.giveBack) ||
        (each.type === 'phase' && each.phase !== 'break'),
    ),
    'without a word against it',
  ).toEqual([]);
}

it('the microphone is never opened unless all of it holds', () => {
  let opened = 0;
  fc.assert(
    fc.property(strewn, fc.array(choice, { maxLength: 60 }), (first, then) => {
      opened += play([...first, ...then]).opened;
    }),
    { numRuns: 3_000 },
  );
  // A machine that never opens anything would pass the rest.
  expect(opened).toBeGreaterThan(100);
});
