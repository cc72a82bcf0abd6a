import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PendingCommand } from '@/realtime/outbox';
import type { TasksState } from '../tasks/model';
import { OwnBoard } from './own-board';

const task = (taskId: number, title: string) => ({
  taskId,
  title,
  column: 'todo',
  estimate: null,
  assignee: null,
  phases: 0,
  focusedMs: 0,
  by: 'me',
  at: 1,
});
const added = (seq: number, title: string, commandId?: string) => ({
  seq,
  at: 1,
  by: 'me',
  type: 'task-added',
  title,
  column: 'todo',
  ...(commandId !== undefined && { commandId }),
});
const boardOf = (seq: number, ...titles: string[]) => ({
  ok: true,
  epoch: 'e',
  seq,
  tasks: titles.map((title, index) => task(index + 1, title)),
  working: {},
});
const command = (commandId: string, title: string): PendingCommand => ({
  commandId,
  event: 'task-add',
  payload: { title, private: true },
  at: 1,
  by: 'me',
  name: 'Me',
});

/** A server that answers when the test says so. */
class Server {
  readonly asked: { event: string; payload: object; answer: (answer: unknown) => Promise<void> }[] = [];
  kept: readonly PendingCommand[] = [];
  shown: TasksState | null = null;
  readonly refused: string[] = [];
  readonly board = this.open();

  open(kept: readonly PendingCommand[] = []): OwnBoard {
    return new OwnBoard({
      ask: (event, payload) => this.#ask(event, payload),
      command: (event, payload) => this.#ask(event, payload) as ReturnType<OwnBoard['send']>,
      changed: (tasks) => (this.shown = tasks),
      refused: ({ code }) => this.refused.push(code),
      storage: { read: () => kept, write: (commands) => (this.kept = commands) },
      random: () => 0.5,
    });
  }

  get titles(): string[] | undefined {
    return this.shown?.tasks.map(({ title }) => title);
  }

  async answer(answer: unknown): Promise<void> {
    await this.asked.shift()?.answer(answer);
  }

  #ask(event: string, payload: object): Promise<unknown> {
    return new Promise((resolve) => {
      this.asked.push({
        event,
        payload,
        answer: async (answer) => {
          resolve(answer);
          await vi.advanceTimersByTimeAsync(0);
        },
      });
    });
  }
}

describe('our own board', () => {
  let server: Server;
  beforeEach(() => {
    vi.useFakeTimers();
    server = new Server();
  });
  afterEach(() => void vi.useRealTimers());

  it('is asked for after a join, and follows what happens to it', async () => {
    server.board.joined();
    expect(server.asked[0]).toMatchObject({ event: 'my-tasks', payload: {} });
    expect(server.shown).toBeNull();
    await server.answer(boardOf(1, 'Write'));
    server.board.receive(added(2, 'Read'));
    server.board.receive(added(2, 'Read'));
    expect(server.titles).toEqual(['Write', 'Read']);
  });

  it('shows what waits to be sent, and keeps it until the server has it', async () => {
    server.board.joined();
    const sent = server.board.send(command('c1', 'Write'));
    expect(server.kept).toHaveLength(1);
    await server.answer(boardOf(0));
    expect(server.shown?.tasks).toMatchObject([{ title: 'Write', pending: true }]);
    expect(server.asked[0]).toMatchObject({
      event: 'task-add',
      payload: { title: 'Write', private: true, commandId: 'c1' },
    });
    await server.answer({ ok: true, seq: 1 });
    await expect(sent).resolves.toMatchObject({ ok: true });
    expect(server.kept).toEqual([]);
    expect(server.titles).toEqual(['Write']);
    server.board.receive(added(1, 'Write', 'c1'));
    expect(server.shown?.tasks).toMatchObject([{ title: 'Write', pending: false, taskId: 1 }]);
  });

  it('sends what was kept over a reload', async () => {
    const board = server.open([command('c1', 'Kept')]);
    board.joined();
    await server.answer(boardOf(0));
    expect(server.titles).toEqual(['Kept']);
    expect(server.asked[0]?.payload).toMatchObject({ commandId: 'c1' });
  });

  it('is asked for again where something is missing', async () => {
    server.board.joined();
    await server.answer(boardOf(1, 'Write'));
    server.board.receive(added(3, 'Late'));
    await vi.advanceTimersByTimeAsync(0);
    expect(server.asked[0]?.event).toBe('my-tasks');
    server.board.receive(added(4, 'Later'));
    await server.answer(boardOf(3, 'Write', 'Read', 'Late'));
    expect(server.titles).toEqual(['Write', 'Read', 'Late', 'Later']);
  });

  it('is asked for again when no answer came, but not by who has none', async () => {
    server.board.joined();
    await server.answer(null);
    expect(server.asked).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_000);
    await server.answer({ ok: false, code: 'storage-unavailable', message: '' });
    await vi.advanceTimersByTimeAsync(2_000);
    await server.answer({ ok: false, code: 'not-permitted', message: '' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.asked).toEqual([]);
    expect(server.shown).toBeNull();
  });

  it('tells of refusals, and heals', async () => {
    server.board.joined();
    await server.answer(boardOf(0));
    void server.board.send(command('c1', 'Write'));
    await server.answer({ ok: false, code: 'too-many-tasks', message: '' });
    expect(server.refused).toEqual(['too-many-tasks']);
    expect(server.titles).toEqual([]);
  });

  it('does not count answers of a connection that is lost', async () => {
    server.board.joined();
    server.board.disconnected();
    await server.answer(boardOf(1, 'Old'));
    expect(server.shown).toBeNull();
    server.board.joined();
    await server.answer(boardOf(1, 'New'));
    server.board.end();
    expect(server.titles).toEqual(['New']);
  });
});
