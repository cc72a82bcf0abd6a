import type { MemberStatus, Participant } from '../session/types';

/** A member of the room: one person, whatever the number of their tabs and devices. */
export interface Person {
  memberId: string;
  name: string;
  isSelf: boolean;
  role: Participant['role'];
  status: MemberStatus;
  /** Their place among the raised hands, from 1; null while theirs is down. */
  hand: number | null;
  /** What any of their devices sends. */
  media: { mic: boolean; camera: boolean; screen: boolean };
  publisher: boolean;
  devices: number;
}

/** Everyone once: raised hands first, in the order in which they went up, then oneself, then the others as they came. */
export function peopleOf(self: Participant | null, others: readonly Participant[]): Person[] {
  const members = membersOf(self, others);
  const hands = handOrder(self, others);
  const people = [...members.values()].map((connections) => personOf(connections, hands));
  const last = people.length + 1;
  return people.sort((a, b) => (a.hand ?? last) - (b.hand ?? last));
}

/** The members whose hands are up, each with its place from 1. */
export function handOrder(
  self: Participant | null,
  others: readonly Participant[],
): ReadonlyMap<string, number> {
  const raised = [...membersOf(self, others).values()]
    .filter((connections) => connections.some(({ media }) => media.hand))
    .map((connections) => ({
      memberId: connections[0]?.memberId ?? '',
      // A hand of which the server has not told the time yet has only just gone up.
      at: Math.min(...connections.map(({ handRaisedAt }) => handRaisedAt ?? Infinity)),
    }))
    .sort((a, b) => (a.at === b.at ? 0 : a.at - b.at));
  return new Map(raised.map(({ memberId }, index) => [memberId, index + 1]));
}

function membersOf(self: Participant | null, others: readonly Participant[]): Map<string, Participant[]> {
  const members = new Map<string, Participant[]>();
  for (const one of self === null ? others : [self, ...others]) {
    const known = members.get(one.memberId);
    if (known === undefined) members.set(one.memberId, [one]);
    else known.push(one);
  }
  return members;
}

function personOf(connections: Participant[], hands: ReadonlyMap<string, number>): Person {
  const [first] = connections;
  if (first === undefined) throw new Error('a member without connections');
  const any = (of: (one: Participant) => boolean): boolean => connections.some(of);
  return {
    memberId: first.memberId,
    name: connections.find(({ name }) => name.trim() !== '')?.name ?? '',
    isSelf: any(({ isSelf }) => isSelf),
    role: first.role,
    status: first.status,
    hand: hands.get(first.memberId) ?? null,
    media: {
      mic: any(({ media, publisher }) => publisher && media.mic),
      camera: any(({ media, publisher }) => publisher && media.camera),
      screen: any(({ media }) => media.screen),
    },
    publisher: any(({ publisher }) => publisher),
    devices: connections.length,
  };
}
