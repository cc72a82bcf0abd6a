/** Mentions in a text that is being written. Pure. */

export interface Mentionable {
  memberId: string;
  name: string;
}

/** What stands between an @ and the caret, while it may still become a name. */
export interface MentionQuery {
  /** where the @ is */
  start: number;
  text: string;
}

const QUERY_MAX = 40;
const CHOICES_MAX = 6;
const MENTIONS_MAX = 20;

export function mentionQuery(text: string, caret: number): MentionQuery | null {
  const before = text.slice(Math.max(0, caret - QUERY_MAX), caret);
  const found = /(?:^|\s)@([^\s@][^@\n]*|)$/.exec(before);
  const query = found?.[1];
  return query === undefined ? null : { start: caret - query.length - 1, text: query };
}

/** Those with a part of their name that begins so. */
export function mentionChoices(people: readonly Mentionable[], query: string): Mentionable[] {
  const wanted = query.toLocaleLowerCase();
  return people
    .filter(({ name }) => {
      const known = name.toLocaleLowerCase();
      return known.startsWith(wanted) || known.includes(` ${wanted}`);
    })
    .slice(0, CHOICES_MAX);
}

export function completed(
  text: string,
  caret: number,
  query: MentionQuery,
  name: string,
): { text: string; caret: number } {
  const inserted = `@${name} `;
  return {
    text: text.slice(0, query.start) + inserted + text.slice(caret).replace(/^ /, ''),
    caret: query.start + inserted.length,
  };
}

/** Whose names still stand in the text. */
export function mentionedIn(text: string, people: readonly Mentionable[]): string[] {
  const found = people.filter(({ name }) => name !== '' && text.includes(`@${name}`));
  return [...new Set(found.map(({ memberId }) => memberId))].slice(0, MENTIONS_MAX);
}
