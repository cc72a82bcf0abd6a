import { z } from './schema';

/** What somebody wants to tell the room when they come in: their goal, or in a stand-up the answers to its questions. */

export const goalLimit = 280;
export const answerLimit = 1_000;
export const STANDUP_TEMPLATE = 'stand-up';

const answers = z.object({
  yesterday: z.string().max(answerLimit * 2),
  today: z.string().max(answerLimit * 2),
  blockers: z.string().max(answerLimit * 2),
});
const schema = z.object({ goal: z.string().max(goalLimit * 2), answers });

export type EntryWords = z.infer<typeof schema>;
export type EntryAnswers = z.infer<typeof answers>;

export const NO_WORDS: EntryWords = { goal: '', answers: { yesterday: '', today: '', blockers: '' } };

const keyOf = (roomId: string): string => `focusly.entry.${roomId}`;

/** Kept for this tab alone, until they have been said. */
export function readEntryWords(roomId: string): EntryWords {
  try {
    const parsed = schema.safeParse(JSON.parse(sessionStorage.getItem(keyOf(roomId)) ?? 'null'));
    return parsed.success ? parsed.data : NO_WORDS;
  } catch {
    return NO_WORDS;
  }
}

/** A full or forbidden storage is not worth an error to the person. */
export function writeEntryWords(roomId: string, words: EntryWords): void {
  try {
    const texts = [words.goal, ...Object.values(words.answers)];
    if (texts.every((text) => text === '')) sessionStorage.removeItem(keyOf(roomId));
    else sessionStorage.setItem(keyOf(roomId), JSON.stringify(words));
  } catch {
    return;
  }
}

/** The first so many code points: a character is never cut in two. */
export function upTo(limit: number, text: string): string {
  return text.length <= limit ? text : Array.from(text).slice(0, limit).join('');
}
