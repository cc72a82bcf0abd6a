/** What the server takes of titles. */
export const TITLE_MAX = 200;
export const TITLES_MAX = 200;

/** How many titles a text has that was pasted, and whether the board would take them. */
export interface Lines {
  titles: string[];
  problem: 'tooLong' | 'tooMany' | null;
}

/** One title a line; marks of lists, such as `- ` and `[ ]`, are none of it. */
export function linesOf(text: string): Lines {
  const titles = text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(titleOf)
    .filter((title) => title !== '');
  if (titles.length > TITLES_MAX) return { titles, problem: 'tooMany' };
  return { titles, problem: titles.some(isTooLong) ? 'tooLong' : null };
}

export function isTooLong(title: string): boolean {
  return Array.from(title.trim()).length > TITLE_MAX;
}

function titleOf(line: string): string {
  return line
    .replaceAll(/\p{Cc}/gu, ' ')
    .trim()
    .replace(/^(?:[-*+•]|\d{1,3}[.)])\s+/, '')
    .replace(/^\[[ xX]?\]\s+/, '')
    .trim();
}
