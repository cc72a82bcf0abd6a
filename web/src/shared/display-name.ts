import { z } from './schema';
import { readStored, writeStored } from './storage';

/** The server's limit for a name. */
export const displayNameLimit = 64;

const key = 'focusly.name';

export function storedDisplayName(): string {
  return readStored(key, z.string().max(displayNameLimit), '');
}

export function storeDisplayName(name: string): void {
  writeStored(key, name);
}
