import { renderPage } from '@/testing/page';
import { RoomPage } from '../RoomPage';
import type { RoomSessionState } from '../session/types';
import type { LocalMediaState } from '@/shared/media/types';
import { fakeMedia } from '@/shared/media/testing/fake-media';
import { fakeSession } from './fake-session';

/** Draws a room whose session a test steers. */
export function showRoom(state: Partial<RoomSessionState> = {}, mediaState: Partial<LocalMediaState> = {}) {
  const media = fakeMedia(mediaState);
  const session = fakeSession(state, media);
  const again: string[] = [];
  return {
    media,
    session,
    again,
    ...renderPage(<RoomPage session={session} onAgain={() => again.push('again')} />),
  };
}
