import { describe, expect, it } from 'vitest';
import { NOBODY, reduceMembership, type Membership, type MembershipEvent } from './members';
import type { Connection, Member } from './schemas';

const MEDIA = { mic: true, camera: true, screen: false, hand: false };

function connection(userId: string, fields: Partial<Connection> = {}): Connection {
  return { userId, protocol: 1, joinedAt: 1, publisher: true, media: MEDIA, ...fields };
}

function member(memberId: string, ...connections: Connection[]): Member {
  return { memberId, name: memberId.toUpperCase(), role: 'member', joinedAt: 1, connections };
}

const nobodyFlows = (): boolean => false;
const joined = (at: number, ...members: Member[]): MembershipEvent => ({
  type: 'joined',
  userId: 'me',
  members,
  at,
});
const me = member('self', connection('me'));

function after(...events: MembershipEvent[]): Membership {
  return events.reduce(reduceMembership, NOBODY);
}

describe('membership', () => {
  it('is the whole state at the join', () => {
    const state = after(joined(0, me, member('m1', connection('a'), connection('b'))));
    expect(state.self).toMatchObject({ userId: 'me', memberId: 'self' });
    expect([...state.others.keys()]).toEqual(['a', 'b']);
    expect(state.others.get('a')).toMatchObject({ wasHereFirst: true, arrivals: 1, absentSince: null });
  });

  it('grows by an update and the arrival after it, which count once', () => {
    const state = after(
      joined(0, me),
      { type: 'member-updated', member: member('m1', connection('a')) },
      { type: 'user-connected', userId: 'a', at: 5 },
    );
    expect(state.others.get('a')).toMatchObject({ name: 'M1', wasHereFirst: false, arrivals: 1 });
  });

  it('counts an arrival again when a page says join again', () => {
    const state = after(joined(0, me, member('m1', connection('a'))), {
      type: 'user-connected',
      userId: 'a',
      at: 5,
    });
    expect(state.others.get('a')).toMatchObject({ wasHereFirst: false, arrivals: 2 });
  });

  it('takes an arrival without a member for a plain client', () => {
    const state = after(joined(0, me), { type: 'user-connected', userId: 'plain', at: 7 });
    expect(state.others.get('plain')).toMatchObject({ protocol: 0, publisher: true, joinedAt: 7 });
  });

  it('never has me among the others', () => {
    const state = after(
      joined(0, me),
      { type: 'user-connected', userId: 'me', at: 1 },
      {
        type: 'member-updated',
        member: member('self', connection('me', { publisher: false }), connection('tab')),
      },
    );
    expect([...state.others.keys()]).toEqual(['tab']);
    expect(state.self?.publisher).toBe(false);
  });

  it('loses who left at once', () => {
    const state = after(joined(0, me, member('m1', connection('a'))), {
      type: 'user-disconnected',
      userId: 'a',
    });
    expect(state.others.size).toBe(0);
  });

  it('loses the tab that an update no longer lists', () => {
    const state = after(joined(0, me, member('m1', connection('a'), connection('b'))), {
      type: 'member-updated',
      member: member('m1', connection('b')),
    });
    expect([...state.others.keys()]).toEqual(['b']);
  });
});

describe('a rejoin', () => {
  const before = [joined(0, me, member('m1', connection('a')), member('m2', connection('b')))];
  const rejoined = [...before, joined(100_000, me, member('m1', connection('a')))];

  it('keeps who is not back yet for eight seconds', () => {
    const early = after(...rejoined, { type: 'time-passed', at: 107_999, flowing: nobodyFlows });
    expect([...early.others.keys()]).toEqual(['a', 'b']);
    const late = after(...rejoined, { type: 'time-passed', at: 108_000, flowing: nobodyFlows });
    expect([...late.others.keys()]).toEqual(['a']);
  });

  it('keeps whose media flows for thirty', () => {
    const flowing = (userId: string): boolean => userId === 'b';
    expect(after(...rejoined, { type: 'time-passed', at: 129_999, flowing }).others.has('b')).toBe(true);
    expect(after(...rejoined, { type: 'time-passed', at: 130_000, flowing }).others.has('b')).toBe(false);
  });

  it('counts the grace from the first of several rejoins', () => {
    const state = after(...rejoined, joined(105_000, me, member('m1', connection('a'))), {
      type: 'time-passed',
      at: 108_000,
      flowing: nobodyFlows,
    });
    expect(state.others.has('b')).toBe(false);
  });

  it('welcomes back who was absent', () => {
    const state = after(
      ...rejoined,
      { type: 'member-updated', member: member('m2', connection('b')) },
      { type: 'user-connected', userId: 'b', at: 101_000 },
      { type: 'time-passed', at: 200_000, flowing: nobodyFlows },
    );
    expect(state.others.get('b')).toMatchObject({ absentSince: null, arrivals: 2 });
  });

  it('does not lose an absent tab to an update of its member', () => {
    const state = after(joined(0, me, member('m1', connection('a'), connection('b'))), joined(100_000, me), {
      type: 'member-updated',
      member: member('m1', connection('a')),
    });
    expect([...state.others.keys()]).toEqual(['a', 'b']);
  });

  it('leaves the state alone when no time is up', () => {
    const state = after(...before);
    expect(reduceMembership(state, { type: 'time-passed', at: 1e9, flowing: nobodyFlows })).toBe(state);
  });
});
