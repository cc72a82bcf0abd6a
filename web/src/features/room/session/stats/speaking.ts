/** Who speaks, from audio levels of 0 to 1 a few times a second. Pure; a breath or a pause between words changes nothing. */

export interface VoiceState {
  speaking: boolean;
  /** a slow average, by which speakers are compared */
  loudness: number;
  loudSince: number | null;
  quietSince: number | null;
}

export const SILENT: VoiceState = { speaking: false, loudness: 0, loudSince: null, quietSince: null };

const LOUD = 0.03;
/** Lower than LOUD, so that a voice near the threshold does not flicker. */
const QUIET = 0.015;
const SPEAKS_AFTER_MS = 200;
const SILENT_AFTER_MS = 900;
const SMOOTHING = 0.3;
/** Another voice takes over only when it is clearly louder, and only for so long. */
const LOUDER = 1.5;
const TAKES_OVER_AFTER_MS = 1_000;

export function stepVoice(state: VoiceState, level: number, now: number): VoiceState {
  const loudSince =
    level >= LOUD ? (state.loudSince ?? now) : state.speaking && level >= QUIET ? state.loudSince : null;
  const quietSince = level < QUIET ? (state.quietSince ?? now) : null;
  const loudness = state.loudness + (level - state.loudness) * SMOOTHING;
  const speaking = state.speaking
    ? quietSince === null || now - quietSince < SILENT_AFTER_MS
    : loudSince !== null && now - loudSince >= SPEAKS_AFTER_MS;
  return { speaking, loudness, loudSince, quietSince };
}

export interface FloorState {
  active: string | null;
  challenger: string | null;
  challengerSince: number;
}

export const EMPTY_FLOOR: FloorState = { active: null, challenger: null, challengerSince: 0 };

/** Who has the floor. Kept through silence, so that the large tile stays on who spoke last. */
export function stepFloor(
  state: FloorState,
  voices: ReadonlyMap<string, VoiceState>,
  now: number,
): FloorState {
  const active = state.active !== null && voices.has(state.active) ? state.active : null;
  const loudest = loudestOf(voices);
  if (loudest === null || loudest === active) return { active, challenger: null, challengerSince: now };
  const holder = active === null ? undefined : voices.get(active);
  if (holder?.speaking !== true) return { active: loudest, challenger: null, challengerSince: now };
  if ((voices.get(loudest)?.loudness ?? 0) < holder.loudness * LOUDER) {
    return { active, challenger: null, challengerSince: now };
  }
  const challengerSince = state.challenger === loudest ? state.challengerSince : now;
  if (now - challengerSince < TAKES_OVER_AFTER_MS) return { active, challenger: loudest, challengerSince };
  return { active: loudest, challenger: null, challengerSince: now };
}

function loudestOf(voices: ReadonlyMap<string, VoiceState>): string | null {
  let loudest: string | null = null;
  let loudness = 0;
  for (const [userId, voice] of voices) {
    if (!voice.speaking || voice.loudness <= loudness) continue;
    loudest = userId;
    loudness = voice.loudness;
  }
  return loudest;
}
