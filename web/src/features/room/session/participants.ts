import type { Presence } from '@/realtime/members';
import type { Participant } from './types';

/** What is known of a participant beside the membership. */
export type ParticipantMedia = Pick<Participant, 'link' | 'stream' | 'screenStream' | 'speaking' | 'quality'>;

export function participantOf(presence: Presence, isSelf: boolean, media: ParticipantMedia): Participant {
  const { userId, memberId, name, role, publisher, joinedAt, status, handRaisedAt } = presence;
  return {
    userId,
    memberId,
    name,
    role,
    isSelf,
    publisher,
    joinedAt,
    media: presence.media,
    status,
    handRaisedAt,
    ...media,
  };
}

/** In join order, the same for everybody; ids settle what the clock does not. */
export function inJoinOrder(a: Participant, b: Participant): number {
  return a.joinedAt - b.joinedAt || (a.userId < b.userId ? -1 : 1);
}

/** The participant shown before if nothing about it has changed, so that its tile does not render again. */
export function reuse(before: Participant | null | undefined, after: Participant): Participant {
  return before !== null && before !== undefined && sameParticipant(before, after) ? before : after;
}

/** The list shown before if all its entries are the same. */
export function reuseList(before: Participant[], after: Participant[]): Participant[] {
  const known = new Map(before.map((participant) => [participant.userId, participant]));
  const list = after.map((participant) => reuse(known.get(participant.userId), participant));
  return list.length === before.length && list.every((each, index) => each === before[index]) ? before : list;
}

function sameParticipant(a: Participant, b: Participant): boolean {
  const { media: mediaOfA, ...restOfA } = a;
  const { media: mediaOfB, ...restOfB } = b;
  return sameFields(restOfA, restOfB) && sameFields(mediaOfA, mediaOfB);
}

function sameFields<T extends object>(a: T, b: T): boolean {
  return (Object.keys(b) as (keyof T)[]).every((key) => a[key] === b[key]);
}
