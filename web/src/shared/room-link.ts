/** The link that others open to come into a room. */
export function roomLink(roomId: string): string {
  return `${location.origin}/r/${roomId}`;
}
