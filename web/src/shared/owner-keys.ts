import { isRoomId } from './room-id';
import { roomLink } from './room-link';
import { roomMemory } from './room-memory';
import { z } from './schema';

/** As the server makes them; a longer one is none. */
const keySchema = z.string().regex(/^[\w-]{1,128}$/);
const ROOMS_MAX = 50;
const ARRIVED = 'focusly.arrived-as-owner.';

/** The owner keys of rooms that this browser made, or that its person came to by an owner link. */
export const ownerKeys = roomMemory('focusly.owner-keys', keySchema, ROOMS_MAX);

/** The link that makes an owner of whoever opens it. */
export function ownerLink(roomId: string, key: string): string {
  return `${roomLink(roomId)}#owner=${key}`;
}

/** The key in such a link, or in what stands behind its `#`. */
export function ownerKeyIn(link: string): string | null {
  const key = new URLSearchParams(link.slice(link.indexOf('#') + 1)).get('owner');
  return keySchema.safeParse(key).data ?? null;
}

/**
 * Takes the owner key out of the address bar, where anybody could read it over a shoulder, and keeps it for the join in
 * this tab. Whether there was one.
 */
export function takeOwnerKeyFromAddress(): boolean {
  const { hash, pathname, search } = location;
  if (!hash.startsWith('#owner=')) return false;
  history.replaceState(history.state, '', pathname + search);
  const roomId = /^\/r\/([^/]+)\/?$/.exec(pathname)?.[1] ?? '';
  const key = ownerKeyIn(hash);
  if (!isRoomId(roomId) || key === null) return false;
  arrivals.write(roomId, key);
  return true;
}

/** A key with which somebody came to a room and has not joined yet. */
export const arrivals = {
  read: (roomId: string): string | null => {
    try {
      return keySchema.safeParse(sessionStorage.getItem(ARRIVED + roomId)).data ?? null;
    } catch {
      return null;
    }
  },
  /** Null forgets it. */
  write: (roomId: string, key: string | null): void => {
    try {
      if (key === null) sessionStorage.removeItem(ARRIVED + roomId);
      else sessionStorage.setItem(ARRIVED + roomId, key);
    } catch {
      // Forbidden storage: the person comes in as anybody does.
      return;
    }
  },
};
