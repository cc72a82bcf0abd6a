import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SimulatedJournal } from './testing/simulated-journal';
import { SimulatedPage } from './testing/simulated-page';

/** Whatever is delayed, refused, repeated, reordered or lost on the way: pages end with the server's state. */

const PAGES = 2;
const SETTLING_MAX = 400;

type Step =
  | { step: 'send'; page: number; event: string; payload: Record<string, unknown> }
  | { step: 'request'; page: number; transient: boolean }
  | { step: 'answer'; page: number }
  | { step: 'event'; page: number; how: 'once' | 'twice' | 'never' }
  | { step: 'lose'; page: number; arriving: number }
  | { step: 'join'; page: number; resumable: boolean }
  | { step: 'time' }
  | { step: 'restore'; back: number };

const page = fc.nat({ max: PAGES - 1 });
const messageId = fc.integer({ min: 1, max: 8 });
const command = fc.oneof(
  fc.record({
    event: fc.constant('chat-send'),
    payload: fc.record({ text: fc.constantFrom('good', 'bad') }),
  }),
  fc.record({
    event: fc.constant('chat-edit'),
    payload: fc.record({ messageId, text: fc.constantFrom('one', 'two') }),
  }),
  fc.record({ event: fc.constant('chat-delete'), payload: fc.record({ messageId }) }),
  fc.record({
    event: fc.constant('chat-react'),
    payload: fc.record({ messageId, emoji: fc.constantFrom('👍', '🎉'), on: fc.boolean() }),
  }),
  fc.record({
    event: fc.constant('timer-configure'),
    payload: fc.record({ focus: fc.constantFrom(10, 50, 500) }),
  }),
  fc.record({
    event: fc.constant('goal-set'),
    payload: fc.record({ text: fc.constantFrom('essay', 'letter') }),
  }),
  fc.record({
    event: fc.constant('goal-close'),
    payload: fc.record({ outcome: fc.constantFrom('done', 'partly', 'not'), text: fc.constant('a word') }),
  }),
  fc.record({
    event: fc.constant('standup-answer'),
    payload: fc.record({ today: fc.constantFrom('write', 'read') }),
  }),
  fc.record({
    event: fc.constant('room-configure'),
    payload: fc.record({ timer: fc.constantFrom('everyone', 'owner', 'nobody') }),
  }),
);
const everyday: fc.WeightedArbitrary<Step>[] = [
  {
    weight: 6,
    arbitrary: fc.tuple(page, command).map(([at, what]) => ({ step: 'send', page: at, ...what })),
  },
  { weight: 6, arbitrary: fc.record({ step: fc.constant('request'), page, transient: fc.boolean() }) },
  { weight: 5, arbitrary: fc.record({ step: fc.constant('answer'), page }) },
  {
    weight: 5,
    arbitrary: fc.record({
      step: fc.constant('event'),
      page,
      how: fc.constantFrom('once', 'once', 'twice', 'never'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ step: fc.constant('lose'), page, arriving: fc.nat({ max: 3 }) }) },
  { weight: 2, arbitrary: fc.record({ step: fc.constant('join'), page, resumable: fc.boolean() }) },
  { weight: 2, arbitrary: fc.constant({ step: 'time' }) },
];
const restoring: fc.WeightedArbitrary<Step> = {
  weight: 1,
  arbitrary: fc.record({ step: fc.constant('restore'), back: fc.nat({ max: 4 }) }),
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('ends with the server’s state, every message taken once and in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(...everyday), { maxLength: 50 }), async (steps) => {
      const { journal, pages, wanted } = await played(steps);
      for (const each of pages) expectSame(each, journal);
      for (const each of pages) {
        const mine = journal.taken.filter((text) => text.endsWith(`of ${each.memberId}`));
        expect(mine).toEqual(wanted.get(each.memberId));
      }
    }),
    { numRuns: 500 },
  );
});

it('ends with the server’s state also after a restore from a back-up', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(...everyday, restoring), { maxLength: 50 }), async (steps) => {
      const { journal, pages } = await played(steps);
      for (const each of pages) expectSame(each, journal);
    }),
    { numRuns: 500 },
  );
});

async function played(steps: readonly Step[]) {
  const journal = new SimulatedJournal();
  const pages = Array.from({ length: PAGES }, (_, index) => new SimulatedPage(journal, `member-${index}`));
  const wanted = new Map<string, string[]>(pages.map(({ memberId }) => [memberId, []]));
  for (const each of pages) each.join(false);
  let sent = 0;
  for (const step of steps) {
    if (step.step === 'send' && step.event === 'chat-send') {
      const at = pages[step.page];
      if (at === undefined) continue;
      const text = `${String(step.payload.text)} ${(sent += 1)} of ${at.memberId}`;
      if (step.payload.text === 'good') wanted.get(at.memberId)?.push(text);
      at.send(step.event, { text });
    } else {
      await play(step, pages, journal);
    }
    await vi.advanceTimersByTimeAsync(0);
  }
  await settle(pages);
  return { journal, pages, wanted };
}

async function play(step: Step, pages: readonly SimulatedPage[], journal: SimulatedJournal): Promise<void> {
  if (step.step === 'time') {
    await vi.advanceTimersByTimeAsync(5_000);
    return;
  }
  if (step.step === 'restore') {
    // The server is down meanwhile.
    for (const each of pages) each.lose(0);
    journal.restore(Math.max(0, journal.seq - step.back));
    return;
  }
  const at = pages[step.page];
  switch (step.step) {
    case 'send':
      return at?.send(step.event, step.payload);
    case 'request':
      return at?.takeRequest(step.transient);
    case 'answer':
      return at?.takeAnswer();
    case 'event':
      return at?.takeEvent(step.how);
    case 'lose':
      return at?.lose(step.arriving);
    case 'join':
      return at?.join(step.resumable);
  }
}

/** The network is well again, until there is nothing left to say. */
async function settle(pages: readonly SimulatedPage[]): Promise<void> {
  for (const each of pages) if (!each.connected) each.join(true);
  // What was lost without a trace shows when the next event comes.
  pages[0]?.send('timer-configure', { focus: 77 });
  for (let round = 0; round < SETTLING_MAX; round += 1) {
    for (const each of pages) {
      each.takeRequest(false);
      await vi.advanceTimersByTimeAsync(0);
      each.takeAnswer();
      await vi.advanceTimersByTimeAsync(0);
      each.takeEvent('once');
    }
    await vi.advanceTimersByTimeAsync(100);
    if (pages.every(({ quiet }) => quiet)) return;
  }
  throw new Error('The pages do not come to rest.');
}

function expectSame({ state }: SimulatedPage, journal: SimulatedJournal): void {
  const { chat, timer, room, goals, standup } = journal.state() as {
    chat: { messages: object[]; more: boolean };
    timer: object;
    room: object;
    goals: object;
    standup: object;
  };
  expect(state.log).toEqual({ epoch: journal.epoch, seq: journal.seq });
  expect(state.chat).toEqual({
    ...chat,
    messages: chat.messages.map((message) => ({ ...message, pending: null })),
  });
  expect(state.timer).toMatchObject(timer);
  expect(state.access).toEqual(room);
  expect(state.goals).toEqual(goals);
  expect(state.standup).toEqual(standup);
}
