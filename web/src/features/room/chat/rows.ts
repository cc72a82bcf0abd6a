import type { ChatMessage } from './model';

/** What stands in the list of messages: the messages themselves, and the lines between them. */
export type Row =
  | { kind: 'day'; key: string; at: number }
  | { kind: 'new'; key: string }
  | { kind: 'message'; key: string; message: ChatMessage; opens: boolean };

/** Messages of one author within this time stand together below one name. */
export const TOGETHER_MS = 5 * 60_000;

export function keyOf(message: ChatMessage): string {
  return message.messageId === 0 ? `waiting-${message.pending ?? ''}` : `message-${message.messageId}`;
}

/** `newSince` is the last message that had been read when the panel was opened; what one wrote oneself is never new. */
export function rowsOf(
  messages: readonly ChatMessage[],
  newSince: number,
  myMemberId: string | null,
  dayOf: (at: number) => string = localDay,
): Row[] {
  const rows: Row[] = [];
  let before: ChatMessage | null = null;
  let newShown = false;
  for (const message of messages) {
    const newDay = before === null || dayOf(before.at) !== dayOf(message.at);
    if (newDay) rows.push({ kind: 'day', key: `day-${keyOf(message)}`, at: message.at });
    const isNew = !newShown && message.messageId > newSince && message.by !== myMemberId;
    if (isNew) {
      rows.push({ kind: 'new', key: 'new' });
      newShown = true;
    }
    const opens = newDay || isNew || before === null || !together(before, message);
    rows.push({ kind: 'message', key: keyOf(message), message, opens });
    before = message;
  }
  return rows;
}

function together(before: ChatMessage, message: ChatMessage): boolean {
  return (
    before.by === message.by &&
    message.at - before.at < TOGETHER_MS &&
    message.replyTo === null &&
    !before.deleted
  );
}

function localDay(at: number): string {
  return new Date(at).toDateString();
}
