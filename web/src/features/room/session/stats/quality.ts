import type { Quality } from '../types';

/** What getStats said of one call at one time; counters as they stand. */
export interface LinkSample {
  at: number;
  roundTripMs: number | null;
  packetsLost: number;
  packetsReceived: number;
  freezes: number;
}

export interface LinkMeasure {
  roundTripMs: number;
  /** 0 to 1, since the sample before */
  lossFraction: number;
  freezes: number;
}

export interface QualityState {
  shown: Quality;
  candidate: Quality;
  /** how many measures in a row have said `candidate` */
  agreed: number;
}

export const UNKNOWN_QUALITY: QualityState = { shown: 'unknown', candidate: 'unknown', agreed: 0 };

/** Bad news shows after two samples, good news after three: a bar that flickers tells nothing. */
const SAMPLES_TO_WORSEN = 2;
const SAMPLES_TO_IMPROVE = 3;
const RANK: Record<Quality, number> = { poor: 0, fair: 1, good: 2, unknown: 3 };

export function measure(before: LinkSample, after: LinkSample): LinkMeasure {
  // Counters may fall when a stream begins anew.
  const lost = Math.max(0, after.packetsLost - before.packetsLost);
  const received = Math.max(0, after.packetsReceived - before.packetsReceived);
  return {
    roundTripMs: after.roundTripMs ?? 0,
    lossFraction: lost + received === 0 ? 0 : lost / (lost + received),
    freezes: Math.max(0, after.freezes - before.freezes),
  };
}

export function rate({ roundTripMs, lossFraction, freezes }: LinkMeasure): Quality {
  if (roundTripMs > 600 || lossFraction > 0.1 || freezes > 2) return 'poor';
  if (roundTripMs > 300 || lossFraction > 0.03 || freezes > 0) return 'fair';
  return 'good';
}

export function stepQuality(state: QualityState, rated: Quality): QualityState {
  if (state.shown === 'unknown') return { shown: rated, candidate: rated, agreed: 0 };
  if (rated === state.shown) return { shown: rated, candidate: rated, agreed: 0 };
  const agreed = rated === state.candidate ? state.agreed + 1 : 1;
  const needed = RANK[rated] < RANK[state.shown] ? SAMPLES_TO_WORSEN : SAMPLES_TO_IMPROVE;
  return agreed >= needed
    ? { shown: rated, candidate: rated, agreed: 0 }
    : { ...state, candidate: rated, agreed };
}
