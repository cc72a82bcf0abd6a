import { describe, expect, it } from 'vitest';
import { participant } from '../testing/participants';
import { handOrder, peopleOf } from './model';

const me = participant({ userId: 'me', isSelf: true });
const raised = (userId: string, handRaisedAt: number | null) =>
  participant({
    userId,
    handRaisedAt,
    media: { mic: false, camera: false, screen: false, hand: true },
  });

describe('the people', () => {
  it('are oneself and then the others as they came', () => {
    const people = peopleOf(me, [participant({ userId: 'ana' }), participant({ userId: 'ben' })]);
    expect(people.map(({ memberId }) => memberId)).toEqual(['member-me', 'member-ana', 'member-ben']);
  });

  it('are each one, with what any of their devices sends', () => {
    const off = { mic: false, camera: false, screen: false, hand: false };
    const people = peopleOf(me, [
      participant({ userId: 'phone', memberId: 'ana', name: '', media: { ...off, screen: true } }),
      participant({ userId: 'laptop', memberId: 'ana', name: 'Ana', media: { ...off, mic: true } }),
      participant({
        userId: 'listening',
        memberId: 'ana',
        name: 'Ana',
        publisher: false,
        media: { ...off, camera: true },
      }),
    ]);
    expect(people[1]).toEqual({
      memberId: 'ana',
      name: 'Ana',
      isSelf: false,
      role: 'member',
      status: 'available',
      hand: null,
      media: { mic: true, camera: false, screen: true },
      publisher: true,
      devices: 3,
    });
  });

  it('include oneself where another tab is oneself too', () => {
    const people = peopleOf(me, [participant({ userId: 'tab', memberId: 'member-me' })]);
    expect(people).toMatchObject([{ isSelf: true, devices: 2 }]);
  });

  it('come with raised hands first, in the order in which they went up', () => {
    const people = peopleOf(me, [raised('late', 20), participant({ userId: 'ana' }), raised('early', 10)]);
    expect(people.map(({ memberId, hand }) => [memberId, hand])).toEqual([
      ['member-early', 1],
      ['member-late', 2],
      ['member-me', null],
      ['member-ana', null],
    ]);
  });
});

describe('raised hands', () => {
  it('have an order, and one without a time yet is the last', () => {
    const order = handOrder({ ...raised('me', null), isSelf: true }, [raised('b', 20), raised('a', 10)]);
    expect([...order]).toEqual([
      ['member-a', 1],
      ['member-b', 2],
      ['member-me', 3],
    ]);
  });

  it('of two devices count once, by the earlier', () => {
    const order = handOrder(null, [
      { ...raised('phone', 30), memberId: 'ana' },
      raised('b', 20),
      { ...raised('laptop', 10), memberId: 'ana' },
    ]);
    expect([...order]).toEqual([
      ['ana', 1],
      ['member-b', 2],
    ]);
  });
});
