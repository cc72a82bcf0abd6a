export { createLocalMedia } from './media/local-media';
export { createRoomSession } from './create-room-session';
export type * from './types';
