import { OPEN_SETTINGS } from '@/realtime/schemas-access';
import type { AccessState } from '../access/model';

/** A room that nobody has set up; tests say only what matters to them. */
export function accessOf(differences: Partial<AccessState> = {}): AccessState {
  return {
    createdAt: null,
    template: null,
    name: '',
    owners: [],
    settings: OPEN_SETTINGS,
    banned: [],
    ...differences,
  };
}
