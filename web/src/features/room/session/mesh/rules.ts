/** Who calls whom. Both sides of a pair come to the same answer from the same membership. */

export interface MeshSelf {
  userId: string;
  publisher: boolean;
}

export interface MeshPeer {
  userId: string;
  protocol: number;
  publisher: boolean;
  /** their media state says that they share a screen */
  screen: boolean;
  wasHereFirst: boolean;
  arrivals: number;
}

export type Caller = 'self' | 'other' | 'nobody';

/**
 * Between two of ours the smaller id calls, or the publisher where only one publishes; two listeners have nothing to say.
 * A plain client calls whoever arrives after it and only answers who was there before it.
 */
export function callerOf(self: MeshSelf, peer: MeshPeer): Caller {
  if (!self.publisher && !peer.publisher) return 'nobody';
  if (peer.protocol === 0) return peer.wasHereFirst ? 'other' : 'self';
  if (self.publisher !== peer.publisher) return self.publisher ? 'self' : 'other';
  return self.userId < peer.userId ? 'self' : 'other';
}

/**
 * Two calls that crossed: whether ours is the one to keep. Decided by ids alone, since the two sides may for a moment know
 * different publisher flags. A plain client knows no such rule and believes in its own call.
 */
export function ourCallWins(self: MeshSelf, peer: MeshPeer): boolean {
  return peer.protocol !== 0 && self.userId < peer.userId;
}
