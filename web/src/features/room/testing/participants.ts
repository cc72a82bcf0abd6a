import type { Participant } from '../session/types';

/** A connected person with camera and microphone on; tests say only what matters to them. */
export function participant(differences: Partial<Participant> = {}): Participant {
  const userId = differences.userId ?? 'user-1';
  return {
    userId,
    memberId: `member-${userId}`,
    name: userId,
    role: 'member',
    isSelf: false,
    publisher: true,
    joinedAt: 0,
    media: { mic: true, camera: true, screen: false, hand: false },
    status: 'available',
    handRaisedAt: null,
    link: 'connected',
    stream: null,
    screenStream: null,
    speaking: false,
    quality: 'good',
    ...differences,
  };
}
