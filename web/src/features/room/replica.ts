import type { PendingCommand } from '@/realtime/outbox';
import type { RoomEvent } from '@/realtime/schemas-log';

/** What the page knows of one lasting feature: pure, so that every page that saw the same events shows the same. */
export interface FeatureModel<State, View> {
  /** What the join's answer holds of it. */
  initial: (view: View) => State;
  /** Events of other features leave the state as it is. */
  reduce: (state: State, event: RoomEvent) => State;
  /** What the state will probably be once the server has taken this command. */
  optimistic: (state: State, command: PendingCommand) => State;
}

/** One feature's state as the server has confirmed it, and as it is shown: with what still waits in the outbox. */
export class Replica<State, View> {
  readonly #model: FeatureModel<State, View>;
  #confirmed: State | null = null;
  #pending: readonly PendingCommand[] = [];
  #shown: State | null = null;
  #stale = false;

  constructor(model: FeatureModel<State, View>) {
    this.#model = model;
  }

  /** Null until a join's answer had this feature. */
  get shown(): State | null {
    if (this.#stale) {
      const { optimistic } = this.#model;
      this.#shown =
        this.#confirmed === null
          ? null
          : this.#pending.reduce<State>((state, command) => optimistic(state, command), this.#confirmed);
      this.#stale = false;
    }
    return this.#shown;
  }

  start(view: View | null): void {
    this.#confirm(view === null ? null : this.#model.initial(view));
  }

  apply(event: RoomEvent): void {
    if (this.#confirmed !== null) this.#confirm(this.#model.reduce(this.#confirmed, event));
  }

  /** Changes what is confirmed by something that is no event, such as a page of history. */
  amend(change: (state: State) => State): void {
    if (this.#confirmed !== null) this.#confirm(change(this.#confirmed));
  }

  setPending(pending: readonly PendingCommand[]): void {
    this.#pending = pending;
    this.#stale = true;
  }

  #confirm(state: State | null): void {
    if (state === this.#confirmed) return;
    this.#confirmed = state;
    this.#stale = true;
  }
}
