import { chatPanelId } from './chat/panel-id';
import type { ShortcutAction } from './model/shortcuts';
import { peoplePanelId } from './panels/people-id';
import { togglePanel, type RoomViewStore } from './room-view';
import type { RoomSession } from './session/types';

/** What buttons and keys do alike. */
export type RoomActions = Record<ShortcutAction, () => void>;

export const canShareScreen = (): boolean => {
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  return devices !== undefined && 'getDisplayMedia' in devices;
};

export function roomActions(session: RoomSession, view: RoomViewStore): RoomActions {
  const { media, store } = session;
  return {
    microphone: () => void media.setMicrophone(!media.store.getState().mic),
    camera: () => void media.setCamera(!media.store.getState().camera),
    screen: () => {
      const { self, listening } = store.getState();
      if (self?.media.screen) session.stopScreenShare();
      else if (canShareScreen() && !listening) void session.startScreenShare();
    },
    hand: () => session.setHand(!store.getState().self?.media.hand),
    chat: () => view.setState((state) => togglePanel(state, chatPanelId)),
    people: () => view.setState((state) => togglePanel(state, peoplePanelId)),
    help: () => view.setState({ dialog: 'shortcuts' }),
  };
}
