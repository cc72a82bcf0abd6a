/**
 * Quiet focus as a state machine. Focus switches the microphone off; a break gives it back to who asked for that. Values in,
 * values out: what is to be done with the microphone is an effect, and no other part of the page may open it.
 *
 * It opens only if the page had switched it off while it was on, nobody has touched it since, no owner has muted us, the
 * connection never was lost meanwhile (an owner's word could have been lost with it), this person wants it back, and the
 * phase still is a break at the end of the countdown.
 */

export const COUNTDOWN_MS = 5_000;
/** A countdown that ended so long ago was not seen: the page slept. */
const UNSEEN_MS = 1_500;

export type Stage =
  | { name: 'free' }
  /** Switched off by us. */
  | { name: 'held' }
  | { name: 'counting'; opensAt: number }
  /** Asked to open, and not open yet. */
  | { name: 'opening' };

export interface QuietFocus {
  stage: Stage;
  phase: 'quiet' | 'break' | 'other';
  /** The end of the phase, by the server's clock; null when it stands still. */
  endsAt: number | null;
  mic: boolean;
  connected: boolean;
  /** The person wants the microphone back in breaks. */
  giveBack: boolean;
}

export type Happening =
  /** `began`: with this phase; else it goes on. `joined`: it ran when we came. */
  | { type: 'phase'; phase: QuietFocus['phase']; endsAt: number | null; began: boolean; joined: boolean }
  /** `starting`: the page is about to switch on what the lobby had chosen; that is no hand at the switch. */
  | { type: 'microphone'; on: boolean; starting: boolean }
  | { type: 'touched' }
  | { type: 'muted-by-owner' }
  | { type: 'stay-muted' }
  | { type: 'choice'; giveBack: boolean }
  | { type: 'connection'; connected: boolean }
  /** We asked for it to be off, and it was off already. */
  | { type: 'was-off' }
  /** Our wish to open it has had its turn, whatever came of it. */
  | { type: 'opened' }
  | { type: 'time' };

export type Effect =
  /** Off with it, and say why. */
  | 'mute-begun'
  | 'mute-joined'
  /** The countdown begins: be heard. */
  | 'count'
  | 'open'
  | 'say-kept'
  | 'say-lost';

export interface Step {
  state: QuietFocus;
  effects: readonly Effect[];
}

const FREE: Stage = { name: 'free' };
const HELD: Stage = { name: 'held' };

export function quietFocus(giveBack: boolean): QuietFocus {
  return { stage: FREE, phase: 'other', endsAt: null, mic: false, connected: false, giveBack };
}

/** Whether the microphone may open at this very moment, when it had been asked to. */
export function mayOpen({ stage, phase, endsAt }: QuietFocus, now: number): boolean {
  return stage.name === 'opening' && phase === 'break' && (endsAt === null || now < endsAt);
}

/** @param now the server's time */
export function step(state: QuietFocus, happening: Happening, now: number): Step {
  switch (happening.type) {
    case 'phase':
      return onPhase(state, happening, now);
    case 'microphone':
      return onMicrophone(state, happening);
    case 'touched':
    case 'muted-by-owner':
      return to(state, FREE);
    case 'was-off':
      return state.stage.name === 'held' ? to(state, FREE) : same(state);
    case 'opened':
      return state.stage.name === 'opening' ? to(state, FREE) : same(state);
    case 'stay-muted':
      return isReturning(state) ? to(state, FREE, 'say-kept') : same(state);
    case 'choice': {
      const { giveBack } = happening;
      const next = { ...state, giveBack };
      return !giveBack && isReturning(state) ? to(next, FREE) : same(next);
    }
    case 'connection':
      return onConnection(state, happening.connected);
    case 'time':
      return onTime(state, now);
  }
}

function onPhase(
  before: QuietFocus,
  { phase, endsAt, began, joined }: Extract<Happening, { type: 'phase' }>,
  now: number,
): Step {
  const state = { ...before, phase, endsAt };
  if (phase === 'quiet' && began) {
    if (state.mic) return to(state, HELD, joined ? 'mute-joined' : 'mute-begun');
    return isReturning(state) ? to(state, HELD) : same(state);
  }
  if (phase !== 'break') return isReturning(state) ? to(state, HELD) : same(state);
  if (!began || state.stage.name === 'free') return same(state);
  return state.giveBack && state.connected ? count(state, now) : to(state, FREE);
}

function onMicrophone(
  before: QuietFocus,
  { on, starting }: Extract<Happening, { type: 'microphone' }>,
): Step {
  const state = { ...before, mic: on };
  if (!on) return same(state);
  if (starting && state.phase === 'quiet') return to(state, HELD, 'mute-joined');
  return to(state, FREE);
}

function onConnection(before: QuietFocus, connected: boolean): Step {
  const state = { ...before, connected };
  if (connected || state.stage.name === 'free') return same(state);
  return state.giveBack ? to(state, FREE, 'say-lost') : to(state, FREE);
}

function onTime(state: QuietFocus, now: number): Step {
  const { stage, endsAt } = state;
  if (stage.name !== 'counting' || now < stage.opensAt) return same(state);
  // The break is over, only nobody has told us yet.
  if (endsAt !== null && now >= endsAt) return to(state, HELD);
  if (now - stage.opensAt > UNSEEN_MS) return count(state, now);
  return to(state, { name: 'opening' }, 'open');
}

function isReturning({ stage }: QuietFocus): boolean {
  return stage.name === 'counting' || stage.name === 'opening';
}

function count(state: QuietFocus, now: number): Step {
  return to(state, { name: 'counting', opensAt: now + COUNTDOWN_MS }, 'count');
}

function to(state: QuietFocus, stage: Stage, ...effects: Effect[]): Step {
  return { state: { ...state, stage }, effects };
}

function same(state: QuietFocus): Step {
  return { state, effects: [] };
}
