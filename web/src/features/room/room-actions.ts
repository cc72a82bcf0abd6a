import { isSilenced, may } from './access/permissions';
import { chatPanelId } from './chat/panel-id';
import { goalsPanelId } from './goals/panel-id';
import type { ShortcutAction } from './model/shortcuts';
import { peoplePanelId } from './people/panel-id';
import { togglePanel, type RoomViewStore } from './room-view';
import type { RoomSession } from './session/types';
import { standupPanelId } from './standup/panel-id';
import { isStandup, passOn } from './standup/turns';
import { notesPanelId } from './notes/panel-id';
import { tasksPanelId } from './tasks/panel-id';
import { runTimer } from './timer/commands';
import { timerPanelId } from './timer/panel-id';

/** What buttons and keys do alike. */
export type RoomActions = Record<ShortcutAction, () => void>;

export const canShareScreen = (): boolean => {
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  return devices !== undefined && 'getDisplayMedia' in devices;
};

export function roomActions(session: RoomSession, view: RoomViewStore): RoomActions {
  const { media, store } = session;
  return {
    microphone: () => {
      const wanted = !media.store.getState().mic;
      if (wanted && isSilenced(store.getState())) session.notify({ code: 'still-muted', message: '' });
      else void media.setMicrophone(wanted);
    },
    camera: () => void media.setCamera(!media.store.getState().camera),
    screen: () => {
      const { self, listening } = store.getState();
      if (self?.media.screen) session.stopScreenShare();
      else if (!may('screen', store.getState())) session.notify({ code: 'screen-owners-only', message: '' });
      else if (canShareScreen() && !listening) void session.startScreenShare();
    },
    hand: () => session.setHand(!store.getState().self?.media.hand),
    chat: () => view.setState((state) => togglePanel(state, chatPanelId)),
    people: () => view.setState((state) => togglePanel(state, peoplePanelId)),
    notes: () => view.setState((state) => togglePanel(state, notesPanelId)),
    tasks: () => view.setState((state) => togglePanel(state, tasksPanelId)),
    timer: () => view.setState((state) => togglePanel(state, timerPanelId)),
    timerRun: () => runTimer(session),
    goals: () => {
      const panel = isStandup(store.getState()) ? standupPanelId : goalsPanelId;
      view.setState((state) => togglePanel(state, panel));
    },
    nextSpeaker: () => passOn(session),
    search: () => view.setState({ dialog: 'search' }),
    help: () => view.setState({ dialog: 'shortcuts' }),
  };
}
