import { describe, expect, it } from 'vitest';
import type { Presence } from '@/realtime/members';
import { inJoinOrder, participantOf, reuseList, type ParticipantMedia } from './participants';

const QUIET: ParticipantMedia = {
  link: 'connected',
  stream: null,
  screenStream: null,
  speaking: false,
  quality: 'good',
};

function presence(userId: string, joinedAt: number): Presence {
  return {
    userId,
    memberId: `m-${userId}`,
    name: userId,
    role: 'member',
    protocol: 1,
    publisher: true,
    joinedAt,
    media: { mic: true, camera: true, screen: false, hand: false },
    status: 'available',
    handRaisedAt: null,
    wasHereFirst: false,
    arrivals: 1,
    absentSince: null,
  };
}

const shown = (userId: string, joinedAt = 1, media: Partial<ParticipantMedia> = {}) =>
  participantOf(presence(userId, joinedAt), false, { ...QUIET, ...media });

describe('participants', () => {
  it('stand in join order, by id where the clock cannot tell', () => {
    const order = [shown('c', 2), shown('b', 1), shown('a', 2)].sort(inJoinOrder).map(({ userId }) => userId);
    expect(order).toEqual(['b', 'a', 'c']);
  });

  it('stay the same objects while nothing about them changes', () => {
    const before = [shown('a'), shown('b')];
    expect(reuseList(before, [shown('a'), shown('b')])).toBe(before);
  });

  it('change one by one', () => {
    const before = [shown('a'), shown('b')];
    const after = reuseList(before, [shown('a'), shown('b', 1, { speaking: true })]);
    expect(after[0]).toBe(before[0]);
    expect(after[1]).toMatchObject({ userId: 'b', speaking: true });
  });

  it('change with their media state', () => {
    const before = [shown('a')];
    const muted = { ...shown('a'), media: { mic: false, camera: true, screen: false, hand: false } };
    expect(reuseList(before, [muted])[0]).toBe(muted);
  });

  it('are another list when somebody has gone', () => {
    const before = [shown('a'), shown('b')];
    expect(reuseList(before, [shown('b')])).toEqual([before[1]]);
  });
});
