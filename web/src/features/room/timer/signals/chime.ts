/** The sounds of the timer: a few soft bells, made here, so that there is nothing to fetch. */

export type Chime = 'focus' | 'break' | 'countdown';

interface Note {
  /** In hertz. */
  pitch: number;
  /** When it is struck, in seconds. */
  at: number;
}

/** Down to rest, up to work, and one tone for what is about to happen. */
const melodies: Record<Chime, readonly Note[]> = {
  focus: [
    { pitch: 783.99, at: 0 },
    { pitch: 659.25, at: 0.22 },
    { pitch: 523.25, at: 0.44 },
  ],
  break: [
    { pitch: 523.25, at: 0 },
    { pitch: 783.99, at: 0.22 },
  ],
  countdown: [{ pitch: 659.25, at: 0 }],
};

const ATTACK_S = 0.015;
const RING_S = 1.4;
/** Several tones at once stay clear of distortion. */
const LOUDEST = 0.25;
const SILENCE = 0.0001;

/** A browser that plays nothing, or not now, stays silent: the end of a phase is also seen. */
export function chime(kind: Chime, volume: number): void {
  const Context = window.AudioContext as typeof AudioContext | undefined;
  if (Context === undefined || volume <= 0) return;
  let context: AudioContext;
  try {
    context = new Context();
  } catch {
    return;
  }
  const close = (): void => void context.close().catch(() => undefined);
  const notes = melodies[kind];
  notes.forEach((note, index) => {
    const last = strike(context, note, volume * LOUDEST);
    // The context holds the sound card: it goes with the last tone.
    if (index === notes.length - 1) last.addEventListener('ended', close);
  });
  if (context.state === 'suspended') context.resume().catch(close);
}

/** A sine and its octave, which dies away sooner, as in a bell. */
function strike(context: AudioContext, { pitch, at }: Note, loudness: number): OscillatorNode {
  const start = context.currentTime + at;
  tone(context, { pitch: pitch * 2, start, loudness: loudness * 0.25, length: RING_S / 2 });
  return tone(context, { pitch, start, loudness, length: RING_S });
}

interface Tone {
  pitch: number;
  start: number;
  loudness: number;
  length: number;
}

function tone(context: AudioContext, { pitch, start, loudness, length }: Tone): OscillatorNode {
  const gain = context.createGain();
  gain.gain.setValueAtTime(SILENCE, start);
  gain.gain.exponentialRampToValueAtTime(loudness, start + ATTACK_S);
  gain.gain.exponentialRampToValueAtTime(SILENCE, start + length);
  const oscillator = context.createOscillator();
  oscillator.frequency.value = pitch;
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(start);
  oscillator.stop(start + length);
  return oscillator;
}
