import type { RoomSessionState } from '../session/types';

/** What the room is called: as its owner named it, else by its id. */
export function roomName({ access, roomId }: Pick<RoomSessionState, 'access' | 'roomId'>): string {
  return access === null || access.name === '' ? roomId : access.name;
}
