import type { Participant } from '../session/types';

export interface Announcement {
  kind: 'joined' | 'leftRoom' | 'raisedHand' | 'sharesScreen';
  participant: Participant;
}

/** What happened between two states of the room that is worth saying aloud. */
export function announcements(before: Participant[], after: Participant[]): Announcement[] {
  const earlier = new Map(before.map((participant) => [participant.userId, participant]));
  const present = new Set(after.map((participant) => participant.userId));
  const found: Announcement[] = [];
  for (const participant of after) {
    const was = earlier.get(participant.userId);
    if (!was) found.push({ kind: 'joined', participant });
    else {
      if (participant.media.hand && !was.media.hand) found.push({ kind: 'raisedHand', participant });
      if (participant.screenStream && !was.screenStream) found.push({ kind: 'sharesScreen', participant });
    }
  }
  for (const participant of before) {
    if (!present.has(participant.userId)) found.push({ kind: 'leftRoom', participant });
  }
  return found;
}
