/** What the server accepts as a room's id. */
const roomIdPattern = /^[A-Za-z0-9_-]{1,64}$/;

/** A code of ten letters as the server makes them, typed without its dashes or with spaces for them. */
const undashedCode = /^([a-z]{3})[ ]?([a-z]{4})[ ]?([a-z]{3})$/;

export function isRoomId(text: string): boolean {
  return roomIdPattern.test(text);
}

/**
 * Reads what people paste: a code, a code without dashes, or a room's link. Null when it is none of these.
 * Dashes are only put back into a typed code: an id in a link is exact.
 */
export function parseRoomId(text: string): string | null {
  const trimmed = text.trim();
  const linked = /^(?:[a-z]+:\/\/)?[^/?#\s]*\/r\/([^/?#]+)\/?(?:[?#].*)?$/i.exec(trimmed)?.[1];
  if (linked !== undefined) return isRoomId(linked) ? linked : null;
  const code = undashedCode.exec(trimmed);
  if (code) return `${code[1] ?? ''}-${code[2] ?? ''}-${code[3] ?? ''}`;
  return isRoomId(trimmed) ? trimmed : null;
}
