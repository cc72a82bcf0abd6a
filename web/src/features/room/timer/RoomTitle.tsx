import { useTranslation } from 'react-i18next';
import { useDocumentTitle } from '@/shared/hooks/useDocumentTitle';
import { useRoom } from '../session-context';
import { clockText } from './clock';
import type { TimerState } from './model';
import { roomName } from './room-name';
import { useShownSeconds } from './useShownSeconds';

/** Names the browser's tab: the room, and before it the time while a phase is under way. */
export function RoomTitle() {
  const timer = useRoom((state) => state.timer);
  if (timer === null || timer.phase === 'idle') return <PlainTitle />;
  return <TimedTitle timer={timer} phase={timer.phase} />;
}

function PlainTitle() {
  const roomId = useRoom((state) => state.roomId);
  useDocumentTitle(`${roomId} · Focusly`);
  return null;
}

function TimedTitle({ timer, phase }: { timer: TimerState; phase: Exclude<TimerState['phase'], 'idle'> }) {
  const { t } = useTranslation();
  const room = useRoom(roomName);
  const time = clockText(useShownSeconds(timer) ?? 0);
  const name = t(`timer.phase.${phase}`);
  const shown = timer.paused ? t('timer.pausedPhase', { phase: name }) : name;
  useDocumentTitle(`${time} ${shown} · ${room}`);
  return null;
}
