import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Outbox, OUTBOX_MAX, type PendingCommand } from './outbox';
import type { Answer } from './schemas-log';

const command = (name: string): PendingCommand => ({
  commandId: name,
  event: 'chat-send',
  payload: { text: name },
  at: 0,
  by: 'me',
  name: 'Me',
});

function setUp(kept: PendingCommand[] = []) {
  const sent: { payload: unknown; answer: (answer: Answer | null) => Promise<void> }[] = [];
  const refused: string[] = [];
  let reached = 0;
  const outbox = new Outbox(
    {
      ask: (_, payload) =>
        new Promise((resolve) => {
          sent.push({
            payload,
            answer: async (answer) => {
              resolve(answer);
              await vi.advanceTimersByTimeAsync(0);
            },
          });
        }),
      reached: () => reached,
      changed: () => undefined,
      refused: ({ commandId }, { code }) => void refused.push(`${commandId} ${code}`),
      random: () => 0.5,
    },
    kept,
  );
  const names = () => outbox.commands.map(({ commandId }) => commandId);
  const reach = (seq: number): void => {
    reached = seq;
    outbox.reached(seq);
  };
  return { outbox, sent, refused, names, reach };
}

describe('the outbox', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('sends one after the other, with their ids', async () => {
    const { outbox, sent, names } = setUp();
    void outbox.add(command('a'));
    void outbox.add(command('b'));
    expect(sent).toHaveLength(0);
    outbox.open();
    expect(sent.map(({ payload }) => payload)).toEqual([{ text: 'a', commandId: 'a' }]);
    await sent[0]?.answer({ ok: true, seq: 5 });
    expect(sent).toHaveLength(2);
    expect(names()).toEqual(['a', 'b']);
  });

  it('keeps what was acknowledged until the log has come so far', async () => {
    const { outbox, sent, names, reach } = setUp();
    outbox.open();
    const answer = outbox.add(command('a'));
    await sent[0]?.answer({ ok: true, seq: 5 });
    expect(await answer).toEqual({ ok: true, seq: 5 });
    expect(outbox.unacknowledged).toEqual([]);
    reach(4);
    expect(names()).toEqual(['a']);
    reach(5);
    expect(names()).toEqual([]);
  });

  it('takes the event for an answer', async () => {
    const { outbox, sent, names } = setUp();
    outbox.open();
    const answer = outbox.add(command('a'));
    void outbox.add(command('b'));
    outbox.seen('a', 7);
    expect(await answer).toEqual({ ok: true, seq: 7 });
    expect([names(), sent.length]).toEqual([['b'], 2]);
    await sent[0]?.answer({ ok: true, seq: 7 });
    expect(names()).toEqual(['b']);
  });

  it('sends again after a lost connection, and what a page before it left', async () => {
    const { outbox, sent } = setUp([command('old')]);
    outbox.open();
    outbox.close();
    await sent[0]?.answer({ ok: true, seq: 1 });
    expect(outbox.commands).toHaveLength(1);
    outbox.open();
    expect(sent.map(({ payload }) => payload)).toEqual([
      { text: 'old', commandId: 'old' },
      { text: 'old', commandId: 'old' },
    ]);
  });

  it('tries again what was refused for the moment, before all that follows', async () => {
    const { outbox, sent, refused } = setUp();
    outbox.open();
    void outbox.add(command('a'));
    void outbox.add(command('b'));
    await sent[0]?.answer({ ok: false, code: 'storage-unavailable', message: '' });
    await vi.advanceTimersByTimeAsync(299);
    expect(sent).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    await sent[1]?.answer(null);
    await vi.advanceTimersByTimeAsync(600);
    expect(sent.map(({ payload }) => (payload as { text: string }).text)).toEqual(['a', 'a', 'a']);
    expect(refused).toEqual([]);
  });

  it('lets go of what was refused for good, and goes on', async () => {
    const { outbox, sent, refused, names } = setUp();
    outbox.open();
    const answer = outbox.add(command('a'));
    void outbox.add(command('b'));
    await sent[0]?.answer({ ok: false, code: 'not-permitted', message: 'No.' });
    expect(await answer).toMatchObject({ code: 'not-permitted' });
    expect([refused, names(), sent.length]).toEqual([['a not-permitted'], ['b'], 2]);
  });

  it('refuses more than it can hold', async () => {
    const { outbox, refused } = setUp();
    for (let count = 0; count < OUTBOX_MAX; count += 1) void outbox.add(command(`c${count}`));
    expect(await outbox.add(command('more'))).toMatchObject({ ok: false, code: 'outbox-full' });
    expect(refused).toEqual(['more outbox-full']);
    expect(outbox.commands).toHaveLength(OUTBOX_MAX);
  });

  it('answers everybody who waits at the end of the visit, and forgets nothing', async () => {
    const { outbox, names } = setUp();
    const answer = outbox.add(command('a'));
    outbox.end();
    expect(await answer).toMatchObject({ ok: false, code: 'no-answer' });
    expect(names()).toEqual(['a']);
  });
});
