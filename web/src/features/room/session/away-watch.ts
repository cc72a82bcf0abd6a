/** Who touches nothing for this long is away. */
export const AWAY_AFTER_MS = 5 * 60_000;

/** What counts as a touch. A hidden page does not, nor what plays on it. */
const INPUTS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

export interface AwayWatchOptions {
  page: Pick<Window, 'addEventListener' | 'removeEventListener'>;
  now: () => number;
  changed: (away: boolean) => void;
}

/** Notices when nobody is at the page any more, and when somebody is again. */
export class AwayWatch {
  readonly #options: AwayWatchOptions;
  #lastInput = 0;
  #away = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: AwayWatchOptions) {
    this.#options = options;
  }

  get away(): boolean {
    return this.#away;
  }

  start(): void {
    this.#input();
    for (const name of INPUTS)
      this.#options.page.addEventListener(name, this.#input, { capture: true, passive: true });
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#away = false;
    for (const name of INPUTS) this.#options.page.removeEventListener(name, this.#input, { capture: true });
  }

  /** Called for each move of a pointer: the timer runs on and looks at the time when it ends. */
  readonly #input = (): void => {
    this.#lastInput = this.#options.now();
    this.#timer ??= setTimeout(this.#check, AWAY_AFTER_MS);
    this.#set(false);
  };

  readonly #check = (): void => {
    const left = this.#lastInput + AWAY_AFTER_MS - this.#options.now();
    this.#timer = left > 0 ? setTimeout(this.#check, left) : undefined;
    if (left <= 0) this.#set(true);
  };

  #set(away: boolean): void {
    if (away === this.#away) return;
    this.#away = away;
    this.#options.changed(away);
  }
}
