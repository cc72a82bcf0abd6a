import { describe, expect, it } from 'vitest';
import {
  COUNTDOWN_MS,
  mayOpen,
  quietFocus,
  step,
  type Effect,
  type Happening,
  type QuietFocus,
} from './machine';

const focus: Happening = { type: 'phase', phase: 'quiet', endsAt: null, began: true, joined: false };
const loudFocus: Happening = { ...focus, phase: 'other' };
const rest: Happening = { type: 'phase', phase: 'break', endsAt: null, began: true, joined: false };
const idle: Happening = { type: 'phase', phase: 'other', endsAt: null, began: false, joined: false };
const online: Happening = { type: 'connection', connected: true };
const offline: Happening = { type: 'connection', connected: false };
const micOn: Happening = { type: 'microphone', on: true, starting: false };
const micOff: Happening = { type: 'microphone', on: false, starting: false };
const time: Happening = { type: 'time' };
const wait = (ms: number): number => ms;

/** Runs a course of happenings; numbers let time pass. */
function run(giveBack: boolean, ...course: (Happening | number)[]) {
  let state: QuietFocus = quietFocus(giveBack);
  let now = 1_000_000;
  const effects: Effect[] = [];
  for (const each of course) {
    if (typeof each === 'number') {
      now += each;
      continue;
    }
    const next = step(state, each, now);
    state = next.state;
    effects.push(...next.effects);
  }
  return { state, effects, now, mayOpen: mayOpen(state, now) };
}

const muted = [online, micOn, focus, micOff];

describe('quiet focus', () => {
  it('switches off a microphone that is on, and leaves alone one that is off', () => {
    expect(run(false, online, micOn, focus).effects).toEqual(['mute-begun']);
    expect(run(false, online, focus).effects).toEqual([]);
    expect(run(false, online, micOn, loudFocus).effects).toEqual([]);
  });

  it('takes who joins during one without a microphone, also where that is still starting', () => {
    const joined: Happening = { ...focus, joined: true };
    expect(run(false, online, micOn, joined).effects).toEqual(['mute-joined']);
    expect(run(false, online, joined, { type: 'microphone', on: true, starting: true }).effects).toEqual([
      'mute-joined',
    ]);
  });

  it('is a courtesy: who switches on by hand is left alone', () => {
    const { state, effects } = run(true, ...muted, { type: 'touched' }, micOn, idle);
    expect(effects).toEqual(['mute-begun']);
    expect(state.stage.name).toBe('free');
  });

  it('gives the microphone back five seconds into the break, to who wants it', () => {
    const early = run(true, ...muted, rest, wait(COUNTDOWN_MS - 1), time);
    expect(early.effects).toEqual(['mute-begun', 'count']);
    expect(early.mayOpen).toBe(false);
    const due = run(true, ...muted, rest, wait(COUNTDOWN_MS), time);
    expect(due.effects).toEqual(['mute-begun', 'count', 'open']);
    expect(due.mayOpen).toBe(true);
    expect(run(false, ...muted, rest, wait(COUNTDOWN_MS), time).effects).toEqual(['mute-begun']);
  });

  it('gives back in the break that somebody starts later, too', () => {
    expect(run(true, ...muted, idle, wait(60_000), rest, wait(COUNTDOWN_MS), time).effects).toContain('open');
  });

  it('remembers over a break that was skipped before its five seconds', () => {
    const course = [...muted, rest, wait(2_000), focus, rest, wait(COUNTDOWN_MS), time];
    expect(run(true, ...course).effects).toEqual(['mute-begun', 'count', 'count', 'open']);
  });

  it('gives nothing back that was off', () => {
    expect(run(true, online, focus, rest, wait(COUNTDOWN_MS), time).effects).toEqual([]);
    expect(run(true, ...muted, { type: 'was-off' }, rest, wait(COUNTDOWN_MS), time).effects).toEqual([
      'mute-begun',
    ]);
  });

  it.each<[string, Happening]>([
    ['the person touched it', { type: 'touched' }],
    ['an owner muted us', { type: 'muted-by-owner' }],
    ['the connection was lost', offline],
    ['something else switched it on', micOn],
  ])('gives nothing back where %s', (_, happening) => {
    expect(run(true, ...muted, happening, online, rest, wait(COUNTDOWN_MS), time).effects).not.toContain(
      'open',
    );
    const counted = run(true, ...muted, rest, wait(4_999), happening, online, wait(1), time);
    expect(counted.effects).not.toContain('open');
    const asked = run(true, ...muted, rest, wait(COUNTDOWN_MS), time, happening, online);
    expect(asked.effects).toContain('open');
    expect(asked.mayOpen).toBe(false);
  });

  it.each<[string, Happening, Effect[]]>([
    ['its key is pressed', { type: 'stay-muted' }, ['say-kept']],
    ['the wish is taken back', { type: 'choice', giveBack: false }, []],
    ['the break is skipped', idle, []],
  ])('counts no further when %s', (_, happening, effects) => {
    const { effects: all } = run(true, ...muted, rest, wait(4_000), happening, wait(1_000), time);
    expect(all).toEqual(['mute-begun', 'count', ...effects]);
  });

  it('does not take the wish for a break that runs already', () => {
    const late: Happening = { type: 'choice', giveBack: true };
    expect(run(false, ...muted, rest, late, wait(60_000), time).effects).toEqual(['mute-begun']);
  });

  it('does not open at the end of a break that is over by the clock', () => {
    const short: Happening = { ...rest, endsAt: 1_000_000 + COUNTDOWN_MS };
    expect(run(true, ...muted, short, wait(COUNTDOWN_MS), time).effects).toEqual(['mute-begun', 'count']);
    const longer: Happening = { ...rest, endsAt: 1_000_000 + COUNTDOWN_MS + 10 };
    const asked = run(true, ...muted, longer, wait(COUNTDOWN_MS), time, wait(10));
    expect(asked.effects).toContain('open');
    expect(asked.mayOpen).toBe(false);
  });

  it('counts anew where the page slept through the countdown', () => {
    const { effects, mayOpen: may } = run(true, ...muted, rest, wait(120_000), time);
    expect(effects).toEqual(['mute-begun', 'count', 'count']);
    expect(may).toBe(false);
  });

  it('says that the connection cost the microphone, and only to who would have got it back', () => {
    expect(run(true, ...muted, offline).effects).toEqual(['mute-begun', 'say-lost']);
    expect(run(false, ...muted, offline).effects).toEqual(['mute-begun']);
    expect(run(true, online, micOn, offline).effects).toEqual([]);
  });
});
