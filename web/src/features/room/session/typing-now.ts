import type { Typing } from '@/realtime/schemas-typing';
import type { TypingNow } from './types';

/** Who has not said for this long that they go on writing has stopped, or is gone. */
export const TYPING_ENDS_MS = 5_000;
/** More than these are not shown anyway. */
const WRITERS_MAX = 100;

/** Who writes just now. Forgets by itself. */
export class TypingNowList {
  readonly #changed: (list: readonly TypingNow[]) => void;
  #list: readonly TypingNow[] = [];
  readonly #ends = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(changed: (list: readonly TypingNow[]) => void) {
    this.#changed = changed;
  }

  hear({ on, ...typing }: Typing): void {
    const key = keyOf(typing);
    clearTimeout(this.#ends.get(key));
    this.#ends.delete(key);
    const others = this.#list.filter((each) => keyOf(each) !== key);
    if (!on || others.length >= WRITERS_MAX) {
      this.#set(others);
      return;
    }
    this.#ends.set(
      key,
      setTimeout(() => this.hear({ ...typing, on: false }), TYPING_ENDS_MS),
    );
    if (others.length === this.#list.length) this.#set([...others, typing]);
  }

  /** A message of theirs is there, or they have left. */
  forget(wanted: (typing: TypingNow) => boolean): void {
    for (const typing of this.#list) if (wanted(typing)) this.hear({ ...typing, on: false });
  }

  #set(list: readonly TypingNow[]): void {
    if (list.length === this.#list.length) return;
    this.#list = list;
    this.#changed(list);
  }
}

function keyOf({ memberId, where, id }: TypingNow): string {
  return `${memberId} ${where} ${id ?? ''}`;
}
