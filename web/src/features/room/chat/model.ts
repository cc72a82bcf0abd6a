import type { PendingCommand } from '@/realtime/outbox';
import type { ChatMessage as ConfirmedMessage, ChatView } from '@/realtime/schemas-chat';
import { isEventOf, type EventOf } from '@/realtime/schemas-log';
import type { FeatureModel } from '../replica';

/** More than this is not kept on the page; scrolling back asks for it again. */
export const MESSAGES_MAX = 5_000;

/** Who wrote what somebody wrote who is forgotten. */
const FORGOTTEN = 'forgotten';

export interface ChatMessage extends ConfirmedMessage {
  /** The command that waits to be sent; such a message's own number is 0 until it has one. */
  pending: string | null;
}

export interface ChatState {
  /** In the order in which they were sent, those that wait at the end. */
  messages: readonly ChatMessage[];
  /** Whether the server has older ones. */
  more: boolean;
  /** The number of the last event that this member has read of. */
  read: number;
}

/** The chat: the latest messages, and as many before them as somebody scrolled back to. */
export const chatModel: FeatureModel<ChatState, ChatView> = {
  initial: ({ messages, more, read }) => ({ messages: messages.map(confirmed), more, read }),

  reduce(state, event) {
    if (event.type === 'history-forgotten') return withoutOld(state, event.through);
    if (event.type === 'member-forgotten') return withoutMember(state, event.memberId);
    if (event.type === 'session-forgotten') return withoutSession(state, event.from, event.through);
    if (!isEventOf(event, 'chat')) return state;
    switch (event.type) {
      case 'chat-sent':
        return withNew(state, sent(event));
      case 'chat-edited':
        return change(state, event.messageId, (message) =>
          // Without a text a later event overwrote it, and what that says comes with the message or after this.
          message.deleted || event.text === undefined
            ? message
            : { ...message, text: event.text, editedAt: event.editedAt ?? event.at },
        );
      case 'chat-deleted':
        return change(state, event.messageId, withoutContent);
      case 'chat-reacted':
        return change(state, event.messageId, (message) =>
          message.deleted ? message : { ...message, reactions: event.reactions },
        );
    }
  },

  optimistic(state, command) {
    const { event, payload, by, at, commandId } = command;
    const id = Number(payload.messageId);
    switch (event) {
      case 'chat-send':
        return { ...state, messages: [...state.messages, waiting(command)] };
      case 'chat-edit':
        return change(state, id, (message) => ({
          ...message,
          text: String(payload.text),
          editedAt: at,
          pending: commandId,
        }));
      case 'chat-delete':
        return change(state, id, withoutContent);
      case 'chat-react':
        return change(state, id, (message) => ({
          ...message,
          reactions: reacted(message.reactions, String(payload.emoji), by, payload.on === true),
        }));
      default:
        return state;
    }
  },
};

/** With a page of history before what is there; what is known already stays as it is. */
export function withOlder(state: ChatState, older: readonly ConfirmedMessage[], more: boolean): ChatState {
  const first = state.messages[0]?.messageId ?? Number.MAX_SAFE_INTEGER;
  const fresh = older.filter(({ messageId }) => messageId < first).map(confirmed);
  return { ...state, messages: [...fresh, ...state.messages], more };
}

/** With everything up to this event read; the mark never goes back. */
export function withRead(state: ChatState, seq: number): ChatState {
  return seq > state.read ? { ...state, read: seq } : state;
}

function withNew(state: ChatState, message: ChatMessage): ChatState {
  const last = state.messages.at(-1)?.messageId ?? 0;
  if (message.messageId <= last) return state;
  const messages = [...state.messages, message];
  if (messages.length <= MESSAGES_MAX) return { ...state, messages };
  return { ...state, messages: messages.slice(-MESSAGES_MAX), more: true };
}

/** The server has nothing up to this event any more. */
function withoutOld(state: ChatState, through: number): ChatState {
  const messages = state.messages.filter(({ messageId }) => messageId === 0 || messageId > through);
  // Where we had older ones, or all, there is nothing to scroll back to.
  const atEdge = messages.length < state.messages.length;
  return atEdge ? { ...state, messages, more: false } : state;
}

/** What they wrote is empty, and nobody can tell any more whose it was. */
function withoutMember(state: ChatState, member: string): ChatState {
  const messages = state.messages.map((message) =>
    message.by === member
      ? { ...withoutContent(message), by: FORGOTTEN, name: '' }
      : unnaming(message, member),
  );
  return messages.some((message, index) => message !== state.messages[index])
    ? { ...state, messages }
    : state;
}

/** What was written from one event to another one is empty, and nobody can tell any more whose it was. */
function withoutSession(state: ChatState, from: number, through: number): ChatState {
  const isOfIt = ({ messageId }: ChatMessage): boolean => messageId >= from && messageId <= through;
  if (!state.messages.some(isOfIt)) return state;
  const messages = state.messages.map((message) =>
    isOfIt(message) ? { ...withoutContent(message), by: FORGOTTEN, name: '' } : message,
  );
  return { ...state, messages };
}

/** The message with nobody in the place of a member, in its mentions and reactions. */
function unnaming(message: ChatMessage, member: string): ChatMessage {
  const reactions = Object.entries(message.reactions);
  if (!message.mentions.includes(member) && !reactions.some(([, members]) => members.includes(member))) {
    return message;
  }
  const unnamed = (members: readonly string[]) => members.map((each) => (each === member ? FORGOTTEN : each));
  return {
    ...message,
    mentions: unnamed(message.mentions),
    reactions: Object.fromEntries(reactions.map(([emoji, members]) => [emoji, unnamed(members)])),
  };
}

function change(state: ChatState, id: number, to: (message: ChatMessage) => ChatMessage): ChatState {
  const index = state.messages.findLastIndex(({ messageId }) => messageId === id);
  const message = state.messages[index];
  if (id === 0 || message === undefined) return state;
  return { ...state, messages: state.messages.with(index, to(message)) };
}

function confirmed(message: ConfirmedMessage): ChatMessage {
  return { ...message, pending: null };
}

function sent(event: Extract<EventOf<'chat'>, { type: 'chat-sent' }>): ChatMessage {
  const { seq, at, by, name, text, deleted } = event;
  const message: ChatMessage = {
    messageId: seq,
    at,
    by,
    name,
    text,
    replyTo: event.replyTo ?? null,
    mentions: event.mentions ?? [],
    editedAt: event.editedAt ?? null,
    deleted: false,
    reactions: event.reactions ?? {},
    pending: null,
  };
  return deleted === true ? withoutContent(message) : message;
}

function waiting({ payload, by, name, at, commandId }: PendingCommand): ChatMessage {
  return {
    messageId: 0,
    at,
    by,
    name,
    text: String(payload.text),
    replyTo: typeof payload.replyTo === 'number' ? payload.replyTo : null,
    mentions: Array.isArray(payload.mentions) ? payload.mentions.map(String) : [],
    editedAt: null,
    deleted: false,
    reactions: {},
    pending: commandId,
  };
}

function withoutContent(message: ChatMessage): ChatMessage {
  return { ...message, text: '', replyTo: null, mentions: [], reactions: {}, deleted: true, pending: null };
}

function reacted(
  reactions: ChatMessage['reactions'],
  emoji: string,
  memberId: string,
  on: boolean,
): ChatMessage['reactions'] {
  const others = (reactions[emoji] ?? []).filter((each) => each !== memberId);
  const now = on ? [...others, memberId] : others;
  if (now.length > 0) return { ...reactions, [emoji]: now };
  return Object.fromEntries(Object.entries(reactions).filter(([each]) => each !== emoji));
}
