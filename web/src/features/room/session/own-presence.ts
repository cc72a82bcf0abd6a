import type { MemberStatus } from '@/realtime/schemas';
import { AwayWatch, type AwayWatchOptions } from './away-watch';

interface OwnPresenceOptions extends Omit<AwayWatchOptions, 'changed'> {
  kept: StatusMemory;
  /** What others are to see. */
  changed: (status: MemberStatus) => void;
}

/** Where what was chosen outlives a reload of the page. */
export interface StatusMemory {
  read(): MemberStatus | null;
  /** Null forgets it. */
  write(status: MemberStatus | null): void;
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
    this.#chosen = this.#options.kept.read() ?? 'available';
    this.#watch.start();
    this.#tell();
  }

  stop(): void {
    this.#watch.stop();
    this.#chosen = 'available';
  }

  /** Our person leaves, so that the next visit begins anew; a page that goes may be on its way back. */
  forget(): void {
    this.#options.kept.write(null);
  }

  choose(status: MemberStatus): void {
    this.#chosen = status;
    this.#options.kept.write(status);
    this.#tell();
  }

  #tell(): void {
    this.#options.changed(this.#watch.away ? 'away' : this.#chosen);
  }
}
