import { isEventOf } from '@/realtime/schemas-log';
import type { AccessSettings, AccessView } from '@/realtime/schemas-access';
import type { FeatureModel } from '../replica';

export type AccessState = AccessView;

/** Who owns the room, what is allowed in it and who is kept out. */
export const accessModel: FeatureModel<AccessState, AccessView> = {
  initial: (view) => view,

  reduce(state, event) {
    if (!isEventOf(event, 'room', 'member', 'owner')) return state;
    switch (event.type) {
      case 'room-created':
        return {
          ...state,
          createdAt: event.at,
          template: event.template ?? null,
          name: event.name,
          settings: event.settings,
          owners: withOwner(state.owners, event.owner ?? null),
        };
      case 'room-configured':
        return { ...state, settings: event.settings };
      case 'member-banned':
        return {
          ...state,
          banned: [
            ...state.banned.filter(({ memberId }) => memberId !== event.memberId),
            { memberId: event.memberId, name: event.name },
          ],
        };
      case 'member-unbanned':
        return withoutBan(state, event.memberId);
      case 'owner-handed-over':
        return {
          ...state,
          owners: withOwner(
            state.owners.filter((owner) => owner !== event.from),
            event.memberId,
          ),
        };
      case 'owner-added':
        return { ...state, owners: withOwner(state.owners, event.memberId) };
      case 'member-forgotten':
        return {
          ...withoutBan(state, event.memberId),
          owners: state.owners.filter((owner) => owner !== event.memberId),
        };
      case 'member-admitted':
      case 'member-removed':
        return state;
    }
  },

  optimistic(state, { event, payload }) {
    if (event === 'room-configure')
      return { ...state, settings: { ...state.settings, ...(payload as Partial<AccessSettings>) } };
    if (event === 'member-unban') return withoutBan(state, payload.memberId);
    return state;
  },
};

function withOwner(owners: readonly string[], owner: string | null): string[] {
  return owner === null || owners.includes(owner) ? [...owners] : [...owners, owner];
}

function withoutBan(state: AccessState, memberId: unknown): AccessState {
  return { ...state, banned: state.banned.filter((banned) => banned.memberId !== memberId) };
}
