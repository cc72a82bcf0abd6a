/** One question to the server's clock: asked and answered by our clock, and what the server's showed in between. */
export interface ClockSample {
  sentAt: number;
  receivedAt: number;
  serverTime: number;
}

export interface ClockEstimate {
  /** server time minus ours, in ms */
  offset: number;
  roundTrip: number;
  /** when it was made, by our clock */
  at: number;
}

/** What two ordinary clocks come apart in a millisecond: 100 parts in a million. */
const DRIFT = 0.0001;
/** Both clocks show whole milliseconds. */
const ROUNDING_MS = 2;

/**
 * Keeps the offset that can be the least wrong: that of the least round trip, where an old one is worth less than a new one.
 * Two that cannot both be right mean that somebody has set a clock: then the new one counts.
 */
export function betterEstimate(current: ClockEstimate | null, sample: ClockSample): ClockEstimate | null {
  const { sentAt, receivedAt, serverTime } = sample;
  const roundTrip = receivedAt - sentAt;
  // Ours was set back in between.
  if (roundTrip < 0) return current;
  const fresh = { offset: serverTime - (sentAt + roundTrip / 2), roundTrip, at: receivedAt };
  if (current === null) return fresh;
  const error = roundTrip / 2;
  const currentError = current.roundTrip / 2 + Math.max(0, receivedAt - current.at) * DRIFT;
  const wasSet = Math.abs(fresh.offset - current.offset) > error + currentError + ROUNDING_MS;
  return wasSet || error <= currentError ? fresh : current;
}
