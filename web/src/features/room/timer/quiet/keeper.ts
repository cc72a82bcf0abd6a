import { createStore, type StoreApi } from 'zustand/vanilla';
import type { TimerView } from '@/realtime/schemas-timer';
import type { LocalMediaState } from '@/shared/media/types';
import type { RoomSession, RoomSessionState } from '../../session/types';
import { isNewPhase } from '../clock';
import { mayOpen, quietFocus, step, type Effect, type Happening, type QuietFocus } from './machine';

/** What owners' words about our microphone are called. */
const MUTED_BY_OWNER: readonly string[] = ['muted', 'still-muted'];

export interface QuietFocusParts {
  session: Pick<RoomSession, 'store' | 'media' | 'notify' | 'serverNow'>;
  /** Whether this person wants the microphone back in breaks. */
  giveBack: { get: () => boolean; subscribe: (changed: () => void) => () => void };
  /** The countdown begins. */
  ring: () => void;
}

/** Carries quiet focus out: tells the state machine what happens in the room, and does what it says. */
export class QuietFocusKeeper {
  readonly store: StoreApi<QuietFocus>;
  readonly #parts: QuietFocusParts;
  #timeout: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: QuietFocusParts) {
    this.#parts = parts;
    this.store = createStore(() => quietFocus(parts.giveBack.get()));
  }

  /** Follows the room until the function that it returns is called. */
  start(): () => void {
    const { session, giveBack } = this.#parts;
    const { store, media } = session;
    this.#onMedia(media.store.getState(), null);
    this.#onRoom(store.getState(), null);
    this.#onChoice();
    const ends = [
      media.store.subscribe((state, before) => this.#onMedia(state, before)),
      store.subscribe((state, before) => this.#onRoom(state, before)),
      giveBack.subscribe(() => this.#onChoice()),
      () => clearTimeout(this.#timeout),
    ];
    return () => {
      for (const end of ends) end();
      // What is held now stays off.
      this.store.setState(quietFocus(giveBack.get()), true);
    };
  }

  stayMuted(): void {
    this.#feed({ type: 'stay-muted' });
  }

  #onChoice(): void {
    const giveBack = this.#parts.giveBack.get();
    if (giveBack !== this.store.getState().giveBack) this.#feed({ type: 'choice', giveBack });
  }

  #onMedia(state: LocalMediaState, before: LocalMediaState | null): void {
    // Another device is not the one that was on.
    if (
      before !== null &&
      (state.micTouches !== before.micTouches || state.microphoneId !== before.microphoneId)
    )
      this.#feed({ type: 'touched' });
    if (state.mic !== (before?.mic ?? false))
      this.#feed({ type: 'microphone', on: state.mic, starting: before !== null && state.starting });
  }

  #onRoom(state: RoomSessionState, before: RoomSessionState | null): void {
    const connected = state.status === 'connected';
    if (connected !== (before?.status === 'connected')) this.#feed({ type: 'connection', connected });
    if (state.notices !== before?.notices) {
      const known = before?.notices.at(-1)?.id ?? 0;
      if (state.notices.some(({ id, code }) => id > known && MUTED_BY_OWNER.includes(code)))
        this.#feed({ type: 'muted-by-owner' });
    }
    if (state.timer !== (before?.timer ?? null)) this.#onTimer(state.timer, before?.timer ?? null);
  }

  #onTimer(timer: TimerView | null, before: TimerView | null): void {
    const began = timer !== null && isNewPhase(before, timer);
    this.#feed({
      type: 'phase',
      phase: phaseOf(timer, began, this.store.getState()),
      endsAt: timer?.endsAt ?? null,
      began,
      joined: before === null,
    });
  }

  #feed(happening: Happening): void {
    const { state, effects } = step(this.store.getState(), happening, this.#parts.session.serverNow());
    this.store.setState(state, true);
    this.#plan();
    for (const effect of effects) this.#carryOut(effect);
  }

  #plan(): void {
    clearTimeout(this.#timeout);
    const { stage } = this.store.getState();
    if (stage.name !== 'counting') return;
    const wait = Math.max(0, stage.opensAt - this.#parts.session.serverNow());
    this.#timeout = setTimeout(() => this.#feed({ type: 'time' }), wait);
  }

  #carryOut(effect: Effect): void {
    const { session, ring } = this.#parts;
    switch (effect) {
      case 'mute-begun':
      case 'mute-joined':
        void session.media.holdMicrophone().then((wasOn) => {
          if (!wasOn) this.#feed({ type: 'was-off' });
        });
        this.#say(effect === 'mute-begun' ? 'began' : 'joined');
        return;
      case 'count':
        ring();
        return;
      case 'open':
        void session.media
          .releaseMicrophone(() => mayOpen(this.store.getState(), session.serverNow()))
          .then((opened) => {
            this.#feed({ type: 'opened' });
            if (opened) this.#say('returned');
          });
        return;
      case 'say-kept':
        this.#say('kept');
        return;
      case 'say-lost':
        this.#say('lost');
    }
  }

  #say(what: 'began' | 'joined' | 'returned' | 'kept' | 'lost'): void {
    this.#parts.session.notify({ code: `quiet-focus-${what}`, message: '' });
  }
}

/** Whether a focus is quiet is settled when it begins: the room's choice counts from the next one on. */
function phaseOf(timer: TimerView | null, began: boolean, known: QuietFocus): QuietFocus['phase'] {
  switch (timer?.phase) {
    case 'shortBreak':
    case 'longBreak':
      return 'break';
    case 'focus':
      if (began) return timer.settings.quietFocus ? 'quiet' : 'other';
      return known.phase;
    case 'idle':
    case undefined:
      return 'other';
  }
}
