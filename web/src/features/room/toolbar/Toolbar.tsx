import { Hand, Mic, MicOff, MonitorUp, MonitorX, PhoneOff, Video, VideoOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useMediaQuery } from '@/shared/hooks/useMediaQuery';
import { isSilenced, may } from '../access/permissions';
import { leaveRoom } from '../goals/leaving';
import { panelLabel, type Panel } from '../panels/registry';
import { usePanels } from '../panels/usePanels';
import { canShareScreen, type RoomActions } from '../room-actions';
import { togglePanel, useRoomView, useRoomViewStore } from '../room-view';
import { useLocalMedia, useRoom, useSession } from '../session-context';
import { TimerChip } from '../timer/TimerChip';
import { MoreMenu } from './MoreMenu';
import { ToolbarButton } from './ToolbarButton';
import { useExtras, useNarrowExtras } from './extras';

/** Wide enough for every control; below it, the rarer ones move into a menu. */
const allControls = '(min-width: 56rem)';
/** Wide enough for something beside them. */
const roomBeside = '(min-width: 64rem)';

export function useWideToolbar(): boolean {
  return useMediaQuery(roomBeside);
}

export function Toolbar({ actions, stageShown }: { actions: RoomActions; stageShown: boolean }) {
  const { t } = useTranslation();
  const session = useSession();
  const roomId = useRoom((state) => state.roomId);
  const name = useRoom((state) => state.access?.name ?? '');
  const wide = useMediaQuery(allControls);
  const beside = useWideToolbar();
  const view = useRoomViewStore();
  const panels = usePanels();
  const extras = useExtras(stageShown);
  const narrowExtras = useNarrowExtras(actions);
  const hidden = useRoom((state) =>
    panels
      .filter((panel) => !wide && panel.rare)
      .reduce((sum, panel) => sum + (panel.unread?.(state) ?? 0), 0),
  );
  return (
    <footer className="grid shrink-0 grid-cols-[1fr_auto_1fr] items-center gap-2 px-3 pt-2.5 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
      <p className="hidden truncate pl-1 text-sm font-medium text-muted lg:block">{name || roomId}</p>
      <div
        role="group"
        aria-label={t('room.toolbar')}
        className="col-start-2 flex items-center gap-1 sm:gap-2.5"
      >
        <MediaButtons actions={actions} withScreen={wide && canShareScreen()} />
        {wide &&
          extras
            .filter((extra) => extra.place === 'centre')
            .map(({ testId, icon, label, run }) => (
              <ToolbarButton key={testId} data-testid={testId} icon={icon} label={label} onClick={run} />
            ))}
        {panels
          .filter((panel) => wide || !panel.rare)
          .map((panel) => (
            <PanelButton key={panel.id} panel={panel} />
          ))}
        <MoreMenu
          count={hidden}
          extras={wide ? extras.filter((extra) => extra.place === 'menu') : [...narrowExtras, ...extras]}
        />
        <ToolbarButton
          data-testid="toolbar-leave"
          icon={PhoneOff}
          label={t('toolbar.leave')}
          look="leave"
          onClick={() => leaveRoom(session, view)}
        />
      </div>
      {beside && (
        <div className="col-start-3 justify-self-end">
          <TimerChip />
        </div>
      )}
    </footer>
  );
}

function MediaButtons({ actions, withScreen }: { actions: RoomActions; withScreen: boolean }) {
  const { t } = useTranslation();
  const mic = useLocalMedia((state) => state.mic);
  const camera = useLocalMedia((state) => state.camera);
  const screen = useRoom((state) => state.self?.media.screen ?? false);
  const hand = useRoom((state) => state.self?.media.hand ?? false);
  const listening = useRoom((state) => state.listening);
  const joined = useRoom((state) => state.self !== null);
  const silenced = useSilenced();
  const mayShare = useRoom((state) => may('screen', state));
  return (
    <>
      <ToolbarButton
        data-testid="toolbar-mic"
        data-on={mic}
        icon={mic ? Mic : MicOff}
        label={mic ? t('media.microphoneOff') : t('media.microphoneOn')}
        shortcut="M"
        reason={mic ? undefined : silenced}
        look={mic ? 'plain' : 'off'}
        onClick={actions.microphone}
      />
      <ToolbarButton
        data-testid="toolbar-camera"
        data-on={camera}
        icon={camera ? Video : VideoOff}
        label={camera ? t('media.cameraOff') : t('media.cameraOn')}
        shortcut="V"
        look={camera ? 'plain' : 'off'}
        onClick={actions.camera}
      />
      {withScreen && (
        <ToolbarButton
          data-testid="toolbar-screen"
          data-on={screen}
          icon={screen ? MonitorX : MonitorUp}
          label={screen ? t('toolbar.stopScreen') : t('toolbar.shareScreen')}
          shortcut="S"
          reason={screen || mayShare ? undefined : t('notices.screen-owners-only')}
          look={screen ? 'active' : 'plain'}
          disabled={!joined || listening}
          onClick={actions.screen}
        />
      )}
      <ToolbarButton
        data-testid="toolbar-hand"
        data-on={hand}
        icon={Hand}
        label={hand ? t('toolbar.lowerHand') : t('toolbar.raiseHand')}
        shortcut="H"
        look={hand ? 'active' : 'plain'}
        disabled={!joined}
        onClick={actions.hand}
      />
    </>
  );
}

/** Why the microphone cannot be switched on, if an owner is the reason. */
function useSilenced(): string | undefined {
  const { t } = useTranslation();
  const by = useRoom((state) => (isSilenced(state) ? (state.muted?.by ?? '') : null));
  return by === null ? undefined : t('toolbar.silenced', { name: by || t('people.anOwner') });
}

function PanelButton({ panel }: { panel: Panel }) {
  const { t } = useTranslation();
  const view = useRoomViewStore();
  const open = useRoomView((state) => state.panels.includes(panel.id));
  const unread = useRoom((state) => panel.unread?.(state) ?? 0);
  return (
    <ToolbarButton
      data-testid={`toolbar-${panel.id}`}
      aria-expanded={open}
      icon={panel.icon}
      label={open ? t(panel.closeLabel) : panelLabel(t, panel, unread)}
      shortcut={panel.shortcut}
      look={open ? 'active' : 'plain'}
      count={open ? 0 : unread}
      onClick={() => view.setState((state) => togglePanel(state, panel.id))}
    />
  );
}
