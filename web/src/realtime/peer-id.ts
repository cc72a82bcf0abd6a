const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';
const LENGTH = 24;
/** The greatest multiple of 36 in a byte: bytes from here on are drawn again, so that every character is as likely. */
const FAIR_BYTES = 252;

/**
 * A fresh media address: 24 letters and digits (124 bits), which PeerJS's id rule and the room's both accept.
 * Fresh for each page load, so that an address never means two pages.
 */
export function randomPeerId(
  fill: (bytes: Uint8Array<ArrayBuffer>) => unknown = (bytes) => crypto.getRandomValues(bytes),
): string {
  let id = '';
  const bytes = new Uint8Array(LENGTH * 2);
  while (id.length < LENGTH) {
    fill(bytes);
    for (const byte of bytes) {
      if (byte < FAIR_BYTES && id.length < LENGTH) id += ALPHABET.charAt(byte % ALPHABET.length);
    }
  }
  return id;
}
