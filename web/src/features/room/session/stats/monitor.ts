import type { Quality } from '../types';
import { measure, rate, stepQuality, UNKNOWN_QUALITY, type LinkSample, type QualityState } from './quality';
import { readAudioLevel, readLinkSample } from './read-stats';
import { EMPTY_FLOOR, SILENT, stepFloor, stepVoice, type FloorState, type VoiceState } from './speaking';

const VOICE_EVERY_MS = 250;
const QUALITY_EVERY_MS = 2_500;

export interface MonitorOptions {
  /** the connected camera calls by userId */
  calls: () => ReadonlyMap<string, RTCPeerConnection>;
  self: () => { userId: string; level: number } | null;
  now: () => number;
  changed: () => void;
}

/** Samples the calls while it runs: who speaks, who has the floor, how good each link is. */
export class CallMonitor {
  readonly #options: MonitorOptions;
  #voices = new Map<string, VoiceState>();
  #floor: FloorState = EMPTY_FLOOR;
  readonly #qualities = new Map<
    string,
    { connection: RTCPeerConnection; sample: LinkSample; state: QualityState }
  >();
  #timers: ReturnType<typeof setInterval>[] = [];

  constructor(options: MonitorOptions) {
    this.#options = options;
  }

  get activeSpeaker(): string | null {
    return this.#floor.active;
  }

  speaking(userId: string): boolean {
    return this.#voices.get(userId)?.speaking ?? false;
  }

  quality(userId: string): Quality {
    return this.#qualities.get(userId)?.state.shown ?? 'unknown';
  }

  start(): void {
    this.stop();
    this.#timers = [
      setInterval(() => this.#sampleVoices(), VOICE_EVERY_MS),
      setInterval(() => void this.#sampleQualities(), QUALITY_EVERY_MS),
    ];
  }

  stop(): void {
    for (const timer of this.#timers) clearInterval(timer);
    this.#timers = [];
  }

  #sampleVoices(): void {
    const now = this.#options.now();
    const levels = new Map<string, number>();
    const self = this.#options.self();
    if (self !== null) levels.set(self.userId, self.level);
    for (const [userId, connection] of this.#options.calls())
      levels.set(userId, readAudioLevel(connection, now));
    const voices = new Map<string, VoiceState>();
    for (const [userId, level] of levels) {
      voices.set(userId, stepVoice(this.#voices.get(userId) ?? SILENT, level, now));
    }
    this.#voices = voices;
    this.#floor = stepFloor(this.#floor, voices, now);
    this.#options.changed();
  }

  async #sampleQualities(): Promise<void> {
    const calls = this.#options.calls();
    for (const userId of this.#qualities.keys()) {
      if (!calls.has(userId)) this.#qualities.delete(userId);
    }
    await Promise.all([...calls].map(([userId, connection]) => this.#sampleQuality(userId, connection)));
    this.#options.changed();
  }

  async #sampleQuality(userId: string, connection: RTCPeerConnection): Promise<void> {
    // A connection that closes meanwhile has no quality to tell of.
    const sample = await readLinkSample(connection, this.#options.now()).catch(() => null);
    if (sample === null) return;
    const before = this.#qualities.get(userId);
    const state =
      before?.connection === connection
        ? stepQuality(before.state, rate(measure(before.sample, sample)))
        : UNKNOWN_QUALITY;
    this.#qualities.set(userId, { connection, sample, state });
  }
}
