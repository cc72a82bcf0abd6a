import type { RoomSessionState } from './types';

/** A room that nothing is known of yet. */
export function initialState(roomId: string): RoomSessionState {
  return {
    status: 'idle',
    roomId,
    refusal: null,
    self: null,
    others: [],
    activeSpeaker: null,
    listening: false,
    limits: { videoPublishers: 8, members: 100 },
    notices: [],
    waiting: [],
    typing: [],
    chosenStatus: 'available',
    muted: null,
    log: null,
    chat: null,
    timer: null,
    tasks: null,
    ownTasks: null,
    notes: null,
    noteMembers: {},
    access: null,
    goals: null,
    standup: null,
    outbox: [],
    failed: [],
  };
}
