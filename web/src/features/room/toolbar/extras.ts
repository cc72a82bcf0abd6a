import {
  CalendarClock,
  Keyboard,
  LayoutGrid,
  MonitorUp,
  MonitorX,
  PanelRight,
  Search,
  Settings,
  Settings2,
  SwitchCamera,
  UserPlus,
  type LucideIcon,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { panelLabel } from '../panels/registry';
import { usePanels } from '../panels/usePanels';
import { canShareScreen, type RoomActions } from '../room-actions';
import { openPanel, toggleView, useRoomViewStore } from '../room-view';
import { useLocalMedia, useRoom, useSession } from '../session-context';

/** A rarer control: in the middle of a wide toolbar, or in the menu. */
export interface Extra {
  testId: string;
  icon: LucideIcon;
  label: string;
  place: 'centre' | 'menu';
  run: () => void;
}

/** What has a place of its own in a wide toolbar, and none in a narrow one. */
export function useNarrowExtras(actions: RoomActions): Extra[] {
  const { t } = useTranslation();
  const view = useRoomViewStore();
  const rarePanels = usePanels().filter((panel) => panel.rare);
  const screen = useRoom((state) => state.self?.media.screen ?? false);
  const mayShare = useRoom((state) => state.self !== null && !state.listening) && canShareScreen();
  // A string, so that nothing is drawn anew while it is the same.
  const news = useRoom((state) => rarePanels.map((panel) => panel.unread?.(state) ?? 0).join(' '));
  const counts = news.split(' ').map(Number);
  return [
    ...rarePanels.map((panel, index) => ({
      testId: `toolbar-${panel.id}`,
      icon: panel.icon,
      label: panelLabel(t, panel, counts[index] ?? 0),
      place: 'menu' as const,
      run: () => view.setState((state) => openPanel(state, panel.id)),
    })),
    ...(mayShare
      ? [
          {
            testId: 'toolbar-screen',
            icon: screen ? MonitorX : MonitorUp,
            label: screen ? t('toolbar.stopScreen') : t('toolbar.shareScreen'),
            place: 'menu' as const,
            run: actions.screen,
          },
        ]
      : []),
  ];
}

export function useExtras(stageShown: boolean): Extra[] {
  const { t } = useTranslation();
  const session = useSession();
  const view = useRoomViewStore();
  const facing = useLocalMedia((state) => state.facing);
  return [
    {
      testId: 'toolbar-view',
      icon: stageShown ? LayoutGrid : PanelRight,
      label: stageShown ? t('toolbar.gridView') : t('toolbar.speakerView'),
      place: 'centre',
      run: () => view.setState(toggleView(stageShown)),
    },
    {
      testId: 'toolbar-invite',
      icon: UserPlus,
      label: t('toolbar.invite'),
      place: 'centre',
      run: () => view.setState({ dialog: 'invite' }),
    },
    ...(facing === null
      ? []
      : [
          {
            testId: 'toolbar-flip',
            icon: SwitchCamera,
            label: t('toolbar.flipCamera'),
            place: 'menu' as const,
            run: () => void session.media.flipCamera(),
          },
        ]),
    {
      testId: 'toolbar-search',
      icon: Search,
      label: t('search.open'),
      place: 'menu',
      run: () => view.setState({ dialog: 'search' }),
    },
    {
      testId: 'toolbar-room-settings',
      icon: Settings2,
      label: t('roomSettings.open'),
      place: 'menu',
      run: () => view.setState({ dialog: 'room' }),
    },
    {
      testId: 'toolbar-sessions',
      icon: CalendarClock,
      label: t('history.sessionsLink'),
      place: 'menu',
      // Beside the call, which goes on.
      run: () => void window.open(`/r/${session.store.getState().roomId}/sessions`, '_blank', 'noopener'),
    },
    {
      testId: 'toolbar-settings',
      icon: Settings,
      label: t('toolbar.settings'),
      place: 'menu',
      run: () => view.setState({ dialog: 'settings' }),
    },
    {
      testId: 'toolbar-shortcuts',
      icon: Keyboard,
      label: t('toolbar.shortcuts'),
      place: 'menu',
      run: () => view.setState({ dialog: 'shortcuts' }),
    },
  ];
}
