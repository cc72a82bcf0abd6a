import type { LinkSample } from './quality';

/** The few numbers of a call's getStats that the rating needs. */
export async function readLinkSample(connection: RTCPeerConnection, now: number): Promise<LinkSample> {
  const sample: LinkSample = { at: now, roundTripMs: null, packetsLost: 0, packetsReceived: 0, freezes: 0 };
  const report = await connection.getStats();
  report.forEach((entry: Record<string, unknown>) => {
    if (entry.type === 'inbound-rtp') {
      sample.packetsLost += numberOf(entry.packetsLost);
      sample.packetsReceived += numberOf(entry.packetsReceived);
      sample.freezes += numberOf(entry.freezeCount);
    } else if (entry.type === 'candidate-pair' && entry.nominated === true && entry.state === 'succeeded') {
      if (typeof entry.currentRoundTripTime === 'number')
        sample.roundTripMs = entry.currentRoundTripTime * 1_000;
    }
  });
  return sample;
}

/** A source older than this has stopped sending. */
const FRESH_MS = 1_000;

/** How loud the call's sound is now, 0 to 1, without the cost of getStats. */
export function readAudioLevel(connection: RTCPeerConnection, now: number): number {
  const receiver = connection.getReceivers().find(({ track }) => track.kind === 'audio');
  const [source] = receiver?.getSynchronizationSources() ?? [];
  if (source === undefined || now - source.timestamp > FRESH_MS) return 0;
  return source.audioLevel ?? 0;
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
