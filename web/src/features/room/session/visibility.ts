const DEBOUNCE_MS = 400;
/** More tiles than a room has connections are not ours. */
const HIDDEN_MAX = 500;

/** Which cameras we ask not to be sent. Debounced, since scrolling passes many tiles. */
export class Visibility {
  readonly #send: (userId: string, on: boolean) => void;
  readonly #hidden = new Set<string>();
  readonly #waiting = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(send: (userId: string, on: boolean) => void) {
    this.#send = send;
  }

  set(userId: string, visible: boolean): void {
    clearTimeout(this.#waiting.get(userId));
    this.#waiting.delete(userId);
    if (visible !== this.#hidden.has(userId) || this.#waiting.size >= HIDDEN_MAX) return;
    this.#waiting.set(
      userId,
      setTimeout(() => {
        this.#waiting.delete(userId);
        if (visible) this.#hidden.delete(userId);
        else this.#hidden.add(userId);
        this.#send(userId, visible);
      }, DEBOUNCE_MS),
    );
  }

  /** Asks again, after a rejoin or a new call: the question is volatile and may have been lost. */
  repeat(userIds: Iterable<string> = this.#hidden): void {
    for (const userId of userIds) if (this.#hidden.has(userId)) this.#send(userId, false);
  }

  /** Forgets who has gone. */
  keep(present: ReadonlySet<string>): void {
    for (const userId of this.#hidden) if (!present.has(userId)) this.#hidden.delete(userId);
    for (const [userId, timer] of this.#waiting) {
      if (present.has(userId)) continue;
      clearTimeout(timer);
      this.#waiting.delete(userId);
    }
  }
}
