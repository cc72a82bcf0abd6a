import type { Connection, JoinAck } from './schemas';

/**
 * Whether the server takes us to send just this. It does not where it had us here already, or left out what we may not
 * send.
 */
export function knowsMedia(ack: JoinAck, userId: string, media: Connection['media']): boolean {
  const known = ack.members
    .flatMap(({ connections }) => connections)
    .find((connection) => connection.userId === userId)?.media;
  if (known === undefined) return true;
  return (Object.keys(media) as (keyof typeof media)[]).every((each) => known[each] === media[each]);
}
