import type { MemberStatus } from '@/realtime/schemas';
import { AwayWatch, type AwayWatchOptions } from './away-watch';

interface OwnPresenceOptions extends Omit<AwayWatchOptions, 'changed'> {
  /** What others are to see. */
  changed: (status: MemberStatus) => void;
}

/** What our person does: what they chose, or that they are away from the page. */
export class OwnPresence {
  readonly #options: OwnPresenceOptions;
  readonly #watch: AwayWatch;
  #chosen: MemberStatus = 'available';

  constructor(options: OwnPresenceOptions) {
    this.#options = options;
    this.#watch = new AwayWatch({ ...options, changed: () => this.#tell() });
  }

  start(): void {
    this.#watch.start();
    this.#tell();
  }

  stop(): void {
    this.#watch.stop();
    this.#chosen = 'available';
  }

  choose(status: MemberStatus): void {
    this.#chosen = status;
    this.#tell();
  }

  #tell(): void {
    this.#options.changed(this.#watch.away ? 'away' : this.#chosen);
  }
}
