import type { StoreApi } from 'zustand/vanilla';
import type { Notice as HeardNotice } from '@/realtime/schemas';
import type { Refusal } from '@/realtime/schemas-refusal';
import { may } from '../access/permissions';
import type { ScreenShare } from './screen-share';
import type { LocalMedia, Notice, RoomSessionState } from './types';

interface OwnersOrdersOptions {
  store: StoreApi<RoomSessionState>;
  media: LocalMedia;
  screen: Pick<ScreenShare, 'stream' | 'stop'>;
  lowerHand: () => void;
  notify: (notice: Omit<Notice, 'id'>) => void;
  nameOf: (memberId: string) => string | undefined;
}

/** Does at this page what owners of the room ask of it: the microphone, the screen and the hand are our person's own. */
export class OwnersOrders {
  readonly #options: OwnersOrdersOptions;

  constructor(options: OwnersOrdersOptions) {
    this.#options = options;
  }

  heard({ code, message, by }: HeardNotice): void {
    const { store, media, lowerHand, notify, nameOf } = this.#options;
    const name = by === null || by === undefined ? undefined : nameOf(by);
    if (code === 'muted') {
      void media.setMicrophone(false);
      store.setState({ muted: { by: name ?? '' } });
    }
    if (code === 'may-unmute') store.setState({ muted: null });
    if (code === 'hand-lowered') lowerHand();
    notify({ code, message, name });
  }

  /** What the server does not take from us goes off here as well. */
  refused({ code, path, message }: Refusal): void {
    const { store, media, screen, notify } = this.#options;
    if (code !== 'not-permitted') return;
    if (path === 'mic') {
      void media.setMicrophone(false);
      store.setState(({ muted }) => ({ muted: muted ?? { by: '' } }));
      notify({ code: 'still-muted', message });
    } else if (path === 'screen') {
      screen.stop();
      notify({ code: 'screen-owners-only', message });
    }
  }

  settingsChanged(): void {
    const { store, screen, notify } = this.#options;
    if (screen.stream === null || may('screen', store.getState())) return;
    screen.stop();
    notify({ code: 'screen-owners-only', message: 'Only owners share a screen here.' });
  }

  /** After a restart the server has forgotten whom owners muted. If it has not, it refuses and so tells us again. */
  foundAgain(): void {
    this.#options.store.setState({ muted: null });
  }
}
