/** What the server takes, in code points. */
export const TEXT_MAX = 4_000;
/** From here on the page says how much is left. */
const NEAR_END = 200;

export function lengthOf(text: string): number {
  return Array.from(text).length;
}

/** How many characters are left, below zero when there are too many; null while it does not matter. */
export function leftNearEnd(text: string): number | null {
  // Code points are never more than code units, so a short text needs no counting.
  if (text.length < TEXT_MAX - NEAR_END) return null;
  const left = TEXT_MAX - lengthOf(text.trim());
  return left <= NEAR_END ? left : null;
}
