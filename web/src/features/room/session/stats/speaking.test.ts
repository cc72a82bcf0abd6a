import { describe, expect, it } from 'vitest';
import { EMPTY_FLOOR, SILENT, stepFloor, stepVoice, type FloorState, type VoiceState } from './speaking';

const STEP_MS = 100;

/** Feeds one level per 100 ms. */
function voiceAfter(levels: number[], from: VoiceState = SILENT): VoiceState {
  return levels.reduce((state, level, index) => stepVoice(state, level, index * STEP_MS), from);
}

const times = (count: number, level: number): number[] => Array.from({ length: count }, () => level);
const voice = (speaking: boolean, loudness: number): VoiceState => ({ ...SILENT, speaking, loudness });

describe('a voice', () => {
  it('speaks after a fifth of a second', () => {
    expect(voiceAfter(times(2, 0.2)).speaking).toBe(false);
    expect(voiceAfter(times(3, 0.2)).speaking).toBe(true);
  });

  it('is not a click', () => expect(voiceAfter([0.9, 0, 0.9, 0, 0.9, 0]).speaking).toBe(false));

  it('speaks on through a pause between words', () => {
    expect(voiceAfter([...times(5, 0.2), ...times(8, 0)]).speaking).toBe(true);
  });

  it('is silent after nearly a second', () => {
    expect(voiceAfter([...times(5, 0.2), ...times(11, 0)]).speaking).toBe(false);
  });

  it('does not begin between the two thresholds, nor end there', () => {
    expect(voiceAfter(times(20, 0.02)).speaking).toBe(false);
    expect(voiceAfter([...times(5, 0.2), ...times(20, 0.02)]).speaking).toBe(true);
  });
});

describe('the floor', () => {
  const held: FloorState = { active: 'ada', challenger: null, challengerSince: 0 };

  it('goes to the loudest who speaks', () => {
    const voices = new Map([
      ['ada', voice(true, 0.1)],
      ['bob', voice(true, 0.4)],
      ['cyd', voice(false, 0.9)],
    ]);
    expect(stepFloor(EMPTY_FLOOR, voices, 0).active).toBe('bob');
  });

  it('stays with who spoke last when all are silent', () => {
    expect(stepFloor(held, new Map([['ada', SILENT]]), 5_000).active).toBe('ada');
  });

  it('passes at once when its holder is silent', () => {
    const voices = new Map([
      ['ada', voice(false, 0)],
      ['bob', voice(true, 0.1)],
    ]);
    expect(stepFloor(held, voices, 0).active).toBe('bob');
  });

  it('is not taken by somebody hardly louder', () => {
    const voices = new Map([
      ['ada', voice(true, 0.3)],
      ['bob', voice(true, 0.4)],
    ]);
    const later = stepFloor(stepFloor(held, voices, 0), voices, 9_000);
    expect(later.active).toBe('ada');
  });

  it('is taken by somebody much louder after a second', () => {
    const voices = new Map([
      ['ada', voice(true, 0.1)],
      ['bob', voice(true, 0.4)],
    ]);
    const first = stepFloor(held, voices, 0);
    expect(stepFloor(first, voices, 900).active).toBe('ada');
    expect(stepFloor(first, voices, 1_000).active).toBe('bob');
  });

  it('is free when its holder leaves', () => expect(stepFloor(held, new Map(), 0).active).toBeNull());
});
