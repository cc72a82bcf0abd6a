import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RoomLog } from './room-log';
import type { CatchUp } from './schemas-log';

const event = (seq: number, fields: object = {}) => ({
  seq,
  at: seq,
  by: 'ann',
  type: 'something',
  ...fields,
});
const page = (events: object[], more = false): CatchUp => ({ ok: true, events, more });

function setUp() {
  const asked: { since: number; answer: (page: CatchUp | null) => Promise<void> }[] = [];
  const applied: number[] = [];
  const lost = vi.fn();
  const caughtUp = vi.fn();
  const log = new RoomLog({
    catchUp: (since) =>
      new Promise((resolve) => {
        asked.push({
          since,
          answer: async (answer) => {
            resolve(answer);
            await vi.advanceTimersByTimeAsync(0);
          },
        });
      }),
    apply: ({ seq }) => void applied.push(seq),
    caughtUp,
    lost,
    random: () => 0.5,
  });
  return { log, asked, applied, lost, caughtUp };
}

describe('a room’s log', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('hands on each event once, in order', () => {
    const { log, applied } = setUp();
    log.receive(event(1));
    log.start({ epoch: 'e', seq: 4 });
    for (const seq of [4, 5, 5, 6]) log.receive(event(seq));
    expect(applied).toEqual([5, 6]);
    expect(log.position).toEqual({ epoch: 'e', seq: 6 });
  });

  it('asks for what is missing, and keeps what came meanwhile', async () => {
    const { log, asked, applied, caughtUp } = setUp();
    log.start({ epoch: 'e', seq: 1 });
    log.receive(event(4));
    log.receive(event(5));
    expect(asked.map(({ since }) => since)).toEqual([1]);
    expect(applied).toEqual([]);
    await asked[0]?.answer(page([event(2), event(3)]));
    expect(applied).toEqual([2, 3, 4, 5]);
    expect(caughtUp).toHaveBeenCalledTimes(1);
    expect(asked).toHaveLength(1);
  });

  it('goes on page by page while there is more', async () => {
    const { log, asked, applied } = setUp();
    log.start({ epoch: 'e', seq: 0 });
    log.resume('e', [event(1), event(2)], true);
    await asked[0]?.answer(page([event(3)], true));
    await asked[1]?.answer(page([event(4)]));
    expect(asked.map(({ since }) => since)).toEqual([2, 3]);
    expect(applied).toEqual([1, 2, 3, 4]);
  });

  it('asks again when no answer came, or one of the moment', async () => {
    const { log, asked } = setUp();
    log.start({ epoch: 'e', seq: 0 });
    log.receive(event(2));
    await asked[0]?.answer(null);
    await vi.advanceTimersByTimeAsync(300);
    await asked[1]?.answer({ ok: false, code: 'storage-busy', message: '' });
    await vi.advanceTimersByTimeAsync(600);
    expect(asked).toHaveLength(3);
  });

  it('wants the whole state when the epoch is another, or the server cannot tell', async () => {
    const { log, asked, lost } = setUp();
    log.start({ epoch: 'e', seq: 3 });
    log.resume('other', [event(4)], false);
    expect(lost).toHaveBeenCalledTimes(1);
    expect(log.position).toBeNull();
    log.start({ epoch: 'e', seq: 3 });
    log.receive(event(9));
    await asked[0]?.answer({ ok: false, code: 'invalid-payload', message: '' });
    expect(lost).toHaveBeenCalledTimes(2);
  });

  it('wants the whole state rather than to ask for ever', async () => {
    const { log, asked, lost } = setUp();
    log.start({ epoch: 'e', seq: 3 });
    log.receive(event(9));
    await asked[0]?.answer(page([{ seq: 'four' }]));
    expect(lost).toHaveBeenCalledTimes(1);
    expect(asked).toHaveLength(1);
  });

  it('keeps its place over a lost connection, and forgets answers from before', async () => {
    const { log, asked, applied } = setUp();
    log.start({ epoch: 'e', seq: 1 });
    log.receive(event(3));
    log.pause();
    log.receive(event(2));
    await asked[0]?.answer(page([event(2), event(3)]));
    expect(applied).toEqual([]);
    log.resume('e', [event(2), event(3)], false);
    expect(applied).toEqual([2, 3]);
  });

  it('counts an event that it cannot read', () => {
    const { log, applied } = setUp();
    log.start({ epoch: 'e', seq: 0 });
    log.receive(event(1, { type: 'chat-deleted', messageId: 'x' }));
    log.receive(event(2));
    expect(applied).toEqual([1, 2]);
  });

  it('keeps no more than a thousand events that came early, and asks for the others', async () => {
    const { log, asked, applied } = setUp();
    log.start({ epoch: 'e', seq: 0 });
    for (let seq = 2; seq <= 1_200; seq += 1) log.receive(event(seq));
    await asked[0]?.answer(page([event(1)]));
    expect(applied).toHaveLength(1_001);
    log.receive(event(1_201));
    expect(asked[1]?.since).toBe(1_001);
  });
});
