import type { Connection, Member, MemberStatus } from './schemas';

/**
 * Who is in the room: whole state at the join, then diffs; a reconnect starts over. Pure: time comes in with the events.
 * Keyed by connection (`userId`), since one tile and one call belong to one tab or device.
 */

export interface Presence {
  userId: string;
  memberId: string;
  name: string;
  role: Member['role'];
  protocol: number;
  publisher: boolean;
  joinedAt: number;
  media: Connection['media'];
  status: MemberStatus;
  handRaisedAt: number | null;
  /** whether they were in the room when we joined: a plain client that was calls us */
  wasHereFirst: boolean;
  /** how often their arrival was told; more than once means that their page said join again */
  arrivals: number;
  /** since when a rejoin's answer has not named them; null for who is present */
  absentSince: number | null;
}

export interface Membership {
  readonly self: Presence | null;
  readonly others: ReadonlyMap<string, Presence>;
}

export type MembershipEvent =
  | { type: 'joined'; userId: string; members: readonly Member[]; at: number }
  | { type: 'member-updated'; member: Member }
  | { type: 'user-connected'; userId: string; at: number }
  | { type: 'user-disconnected'; userId: string }
  | { type: 'time-passed'; at: number; flowing: (userId: string) => boolean };

/** After a rejoin the others may need a moment to rejoin too. */
export const ABSENCE_GRACE_MS = 8_000;
/** Somebody whose media still reaches us is certainly there, so gets longer. */
export const ABSENCE_GRACE_WITH_MEDIA_MS = 30_000;

export const NOBODY: Membership = { self: null, others: new Map() };

export function reduceMembership(state: Membership, event: MembershipEvent): Membership {
  switch (event.type) {
    case 'joined':
      return startOver(state, event.userId, event.members, event.at);
    case 'member-updated':
      return update(state, event.member);
    case 'user-connected':
      return arrive(state, event.userId, event.at);
    case 'user-disconnected':
      return state.others.has(event.userId) ? without(state, [event.userId]) : state;
    case 'time-passed':
      return without(state, overdue(state, event.at, event.flowing));
  }
}

function startOver(state: Membership, myUserId: string, members: readonly Member[], at: number): Membership {
  let self: Presence | null = null;
  const others = new Map<string, Presence>();
  for (const [member, connection] of connectionsOf(members)) {
    if (connection.userId === myUserId) {
      self = presence(member, connection, { wasHereFirst: false, arrivals: 1 });
    } else {
      const known = state.others.get(connection.userId);
      others.set(
        connection.userId,
        presence(member, connection, { wasHereFirst: true, arrivals: known?.arrivals ?? 1 }),
      );
    }
  }
  for (const [userId, known] of state.others) {
    if (!others.has(userId) && userId !== myUserId)
      others.set(userId, { ...known, absentSince: known.absentSince ?? at });
  }
  return { self, others };
}

function update(state: Membership, member: Member): Membership {
  const others = new Map(state.others);
  let self = state.self;
  const listed = new Set(member.connections.map((connection) => connection.userId));
  for (const [userId, known] of state.others) {
    if (known.memberId === member.memberId && !listed.has(userId) && known.absentSince === null)
      others.delete(userId);
  }
  for (const connection of member.connections) {
    if (connection.userId === self?.userId) {
      self = presence(member, connection, self);
    } else {
      const known = others.get(connection.userId);
      others.set(
        connection.userId,
        presence(member, connection, known ?? { wasHereFirst: false, arrivals: 0 }),
      );
    }
  }
  return { self, others };
}

function arrive(state: Membership, userId: string, at: number): Membership {
  if (userId === state.self?.userId) return state;
  const known = state.others.get(userId);
  const arrived: Presence =
    known === undefined
      ? plainClient(userId, at)
      : { ...known, wasHereFirst: false, arrivals: known.arrivals + 1, absentSince: null };
  return { ...state, others: new Map(state.others).set(userId, arrived) };
}

function overdue(state: Membership, at: number, flowing: (userId: string) => boolean): string[] {
  return [...state.others.values()]
    .filter(({ userId, absentSince }) => {
      if (absentSince === null) return false;
      const grace = flowing(userId) ? ABSENCE_GRACE_WITH_MEDIA_MS : ABSENCE_GRACE_MS;
      return at - absentSince >= grace;
    })
    .map(({ userId }) => userId);
}

function without(state: Membership, userIds: readonly string[]): Membership {
  if (userIds.length === 0) return state;
  const others = new Map(state.others);
  for (const userId of userIds) others.delete(userId);
  return { ...state, others };
}

function* connectionsOf(members: readonly Member[]): Generator<[Member, Connection]> {
  for (const member of members) {
    for (const connection of member.connections) yield [member, connection];
  }
}

function presence(
  member: Member,
  connection: Connection,
  history: Pick<Presence, 'wasHereFirst' | 'arrivals'>,
): Presence {
  return {
    userId: connection.userId,
    memberId: member.memberId,
    name: member.name,
    role: member.role,
    protocol: connection.protocol,
    publisher: connection.publisher,
    joinedAt: connection.joinedAt,
    media: connection.media,
    status: member.status ?? 'available',
    handRaisedAt: member.handRaisedAt ?? null,
    wasHereFirst: history.wasHereFirst,
    arrivals: history.arrivals,
    absentSince: null,
  };
}

/** An arrival that no member came with: all we can assume is what a plain client is. */
function plainClient(userId: string, at: number): Presence {
  return {
    userId,
    memberId: userId,
    name: '',
    role: 'guest',
    protocol: 0,
    publisher: true,
    joinedAt: at,
    media: { mic: true, camera: true, screen: false, hand: false },
    status: 'available',
    handRaisedAt: null,
    wasHereFirst: false,
    arrivals: 1,
    absentSince: null,
  };
}
