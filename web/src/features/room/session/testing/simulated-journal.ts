import type { Answer } from '@/realtime/schemas-log';
import { OPEN_SETTINGS } from '@/realtime/schemas-access';
import { SimulatedGoals } from './simulated-goals';

/** A room's journal as the server keeps it, with its own idea of what the events come to. */

interface Message {
  messageId: number;
  at: number;
  by: string;
  name: string;
  text: string;
  editedAt: number | null;
  deleted: boolean;
  reactions: Record<string, string[]>;
}

interface Recorded {
  seq: number;
  at: number;
  by: string;
  commandId?: string;
  type: string;
  [field: string]: unknown;
}

interface Command {
  commandId?: string;
  text?: string;
  messageId?: number;
  emoji?: string;
  on?: boolean;
  [field: string]: unknown;
}

const SETTINGS = {
  focus: 25,
  shortBreak: 5,
  longBreak: 15,
  rounds: 4,
  autoAdvance: false,
  quietFocus: false,
};
const CLOCK = {
  phase: 'idle',
  round: 1,
  startedAt: null,
  endsAt: null,
  remaining: null,
  length: null,
  paused: false,
  by: null,
  next: 'focus',
};

export class SimulatedJournal {
  epoch = 'epoch-0';
  events: Recorded[] = [];
  #messages: Message[] = [];
  #timer: Record<string, unknown> = { ...CLOCK, settings: SETTINGS, presets: [] };
  readonly #goals = new SimulatedGoals();
  #settings: Record<string, unknown> = { ...OPEN_SETTINGS };
  /** Texts of `chat-send` in the order in which they were taken. */
  readonly taken: string[] = [];
  readonly #answers = new Map<string, Answer>();

  get seq(): number {
    return this.events.length;
  }

  state(): { chat: object; timer: object; room: object; goals: object; standup: object } {
    return structuredClone({
      ...this.#goals.state(),
      chat: {
        messages: this.#messages.map((message) => ({ ...message, mentions: [], replyTo: null })),
        more: false,
        read: 0,
      },
      timer: this.#timer,
      room: {
        name: '',
        createdAt: null,
        template: null,
        owners: [],
        settings: this.#settings,
        banned: [],
      },
    });
  }

  decide(event: string, command: Command, by: string): Answer {
    const before = command.commandId === undefined ? undefined : this.#answers.get(command.commandId);
    if (before !== undefined) return before.ok ? { ...before, repeat: true } : before;
    const answer = this.#decide(event, command, by);
    if (answer.ok && command.commandId !== undefined) this.#answers.set(command.commandId, answer);
    return answer;
  }

  /** Back to what a back-up held: numbers will stand for other events than before. */
  restore(seq: number): void {
    const kept = this.events.slice(0, seq);
    this.epoch = `epoch-${Number(this.epoch.slice(6)) + 1}`;
    this.#messages = [];
    this.#timer = { ...CLOCK, settings: SETTINGS, presets: [] };
    this.#settings = { ...OPEN_SETTINGS };
    this.#goals.clear();
    this.#answers.clear();
    this.events = [];
    for (const event of kept) this.#record(event);
  }

  #decide(event: string, command: Command, by: string): Answer {
    const message = this.#messages.find(({ messageId }) => messageId === command.messageId);
    const seq = this.seq + 1;
    const head = {
      seq,
      at: seq * 1_000,
      by,
      ...(command.commandId !== undefined && { commandId: command.commandId }),
    };
    const { text = '', emoji = '', on = false } = command;
    switch (event) {
      case 'chat-send':
        if (text.startsWith('bad')) return refused('message-too-long');
        this.taken.push(text);
        this.#record({ ...head, type: 'chat-sent', name: by, text });
        break;
      case 'chat-edit':
        if (message === undefined || message.deleted) return refused('unknown-message');
        this.#record({ ...head, type: 'chat-edited', messageId: message.messageId, text, editedAt: head.at });
        break;
      case 'chat-delete':
        if (message === undefined || message.deleted) return refused('unknown-message');
        this.#record({ ...head, type: 'chat-deleted', messageId: message.messageId });
        break;
      case 'chat-react': {
        if (message === undefined || message.deleted) return refused('unknown-message');
        const members = (message.reactions[emoji] ?? []).filter((member) => member !== by);
        const now = on ? [...members, by] : members;
        const reactions = Object.fromEntries(
          Object.entries({ ...message.reactions, [emoji]: now }).filter(([, those]) => those.length > 0),
        );
        this.#record({ ...head, type: 'chat-reacted', messageId: message.messageId, emoji, on, reactions });
        break;
      }
      case 'timer-configure': {
        if (Number(command.focus) > 240) return refused('invalid-payload');
        const settings = { ...(this.#timer.settings as object), focus: command.focus };
        this.#record({ ...head, type: 'timer-configured', timer: { ...CLOCK, settings } });
        break;
      }
      case 'goal-set':
      case 'goal-close':
      case 'standup-answer': {
        const body = this.#goals.decide(event, command, by);
        if (body === null) return refused('no-goal');
        this.#record({ ...head, ...body });
        break;
      }
      default:
        if (command.timer === 'nobody') return refused('not-permitted');
        this.#record({
          ...head,
          type: 'room-configured',
          settings: { ...this.#settings, timer: command.timer },
        });
    }
    return { ok: true, seq };
  }

  #record(event: Recorded): void {
    this.events.push(event);
    this.#goals.record(event);
    const message = this.#messages.find(({ messageId }) => messageId === event.messageId);
    switch (event.type) {
      case 'chat-sent':
        this.#messages.push({
          messageId: event.seq,
          at: event.at,
          by: event.by,
          name: event.by,
          text: String(event.text),
          editedAt: null,
          deleted: false,
          reactions: {},
        });
        break;
      case 'chat-edited':
        if (message) Object.assign(message, { text: event.text, editedAt: event.editedAt });
        break;
      case 'chat-deleted':
        if (message) Object.assign(message, { text: '', deleted: true, reactions: {} });
        break;
      case 'chat-reacted':
        if (message) message.reactions = event.reactions as Message['reactions'];
        break;
      case 'timer-configured':
        this.#timer = { ...this.#timer, ...(event.timer as object) };
        break;
      case 'room-configured':
        this.#settings = event.settings as Record<string, unknown>;
    }
  }
}

function refused(code: string): Answer {
  return { ok: false, code, message: '' };
}
