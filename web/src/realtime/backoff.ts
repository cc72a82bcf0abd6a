/** A delay that grows by doubling up to a limit, spread by ±25 % so that many pages do not knock in step. */
export function backoff(
  attempt: number,
  firstMs: number,
  maxMs: number,
  random: () => number = Math.random,
): number {
  const grown = Math.min(maxMs, firstMs * 2 ** Math.min(attempt, 16));
  return Math.round(grown * (0.75 + 0.5 * random()));
}
