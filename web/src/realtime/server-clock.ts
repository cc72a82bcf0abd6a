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
}

/** Keeps the offset of the least round trip: there the server's answer can be the least wrong. */
export function betterEstimate(current: ClockEstimate | null, sample: ClockSample): ClockEstimate {
  const roundTrip = Math.max(0, sample.receivedAt - sample.sentAt);
  const offset = sample.serverTime - (sample.sentAt + roundTrip / 2);
  return current !== null && current.roundTrip <= roundTrip ? current : { offset, roundTrip };
}
