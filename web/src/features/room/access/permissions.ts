import type { RoomSessionState } from '../session/types';

/** What the room may keep to its owners. The server decides; the page shows what it will say. */
export type Permission = 'chat' | 'timer' | 'screen' | 'unmute' | 'moderate';

type Known = Pick<RoomSessionState, 'access' | 'self'>;

export function isOwner({ access, self }: Known): boolean {
  return self !== null && (access?.owners.includes(self.memberId) ?? false);
}

export function may(permission: Permission, state: Known): boolean {
  const { access } = state;
  // Nobody's room: everyone may do everything in it, and nobody moderates.
  if (access === null || access.owners.length === 0) return permission !== 'moderate';
  if (isOwner(state)) return true;
  switch (permission) {
    case 'chat':
    case 'timer':
    case 'screen':
      return access.settings[permission] === 'everyone';
    case 'unmute':
      return access.settings.unmute;
    case 'moderate':
      return false;
  }
}

/** Whether the microphone has to stay off until an owner says otherwise. */
export function isSilenced(state: Known & Pick<RoomSessionState, 'muted'>): boolean {
  return state.muted !== null && !may('unmute', state);
}
