import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MentionNotices } from './chat/MentionNotices';
import { RoomDialogs } from './dialogs/RoomDialogs';
import { useEntryWords } from './goals/useEntryWords';
import { staged, tilesOf } from './model/tiles';
import { SidePanels } from './panels/SidePanels';
import { RemoteAudio } from './RemoteAudio';
import { roomActions } from './room-actions';
import { useRoomView, useRoomViewStore } from './room-view';
import { useRoom, useSession } from './session-context';
import { TileArea } from './stage/TileArea';
import { Announcer } from './status/Announcer';
import { Banners } from './status/Banners';
import { NoticeToasts } from './status/NoticeToasts';
import { StandupSignals } from './standup/StandupSignals';
import { RoomTimer } from './timer/RoomTimer';
import { TimerChip } from './timer/TimerChip';
import { Toolbar, useWideToolbar } from './toolbar/Toolbar';
import { useShortcuts } from './useShortcuts';
import { useKeptNotes } from './notes/useKeptNotes';
import { useWakeLock } from './useWakeLock';

/** The room as seen from inside: pictures, the panels beside them, the controls below. */
export function Room() {
  const { t } = useTranslation();
  const session = useSession();
  const view = useRoomViewStore();
  const heading = useRef<HTMLHeadingElement>(null);
  const roomId = useRoom((state) => state.roomId);
  const self = useRoom((state) => state.self);
  const others = useRoom((state) => state.others);
  const wantedView = useRoomView((state) => state.view);
  const pinned = useRoomView((state) => state.pinned);
  const lastSpeaker = useLastSpeaker();
  const chipInToolbar = useWideToolbar();
  const actions = useMemo(() => roomActions(session, view), [session, view]);

  useWakeLock();
  useKeptNotes();
  useShortcuts(actions);
  useScreensTakeTheStage();
  useEntryWords();
  useEffect(() => heading.current?.focus(), []);

  const tiles = tilesOf(self, others);
  const stage = staged(tiles, { view: wantedView, pinned, lastSpeaker });
  return (
    <div className="flex h-dvh flex-col overflow-hidden">
      <header className="shrink-0">
        <h1 ref={heading} tabIndex={-1} className="sr-only">
          {t('room.title', { roomId })}
        </h1>
        <Banners />
        {!chipInToolbar && (
          <div className="flex justify-center px-3 pt-2 empty:hidden">
            <TimerChip />
          </div>
        )}
      </header>
      <div className="flex min-h-0 flex-1 gap-3 px-3 pt-3">
        <main className="relative min-w-0 flex-1">
          <TileArea tiles={tiles} stage={stage} />
        </main>
        <SidePanels />
      </div>
      <Toolbar actions={actions} stageShown={stage !== null} />
      <RemoteAudio />
      <Announcer />
      <NoticeToasts />
      <MentionNotices />
      <RoomTimer />
      <StandupSignals />
      <RoomDialogs />
    </div>
  );
}

/** Who spoke last among the others: silence does not empty the stage. */
function useLastSpeaker(): string | null {
  const speaker = useRoom((state) =>
    state.activeSpeaker === state.self?.userId ? null : state.activeSpeaker,
  );
  const [last, setLast] = useState(speaker);
  if (speaker !== null && speaker !== last) setLast(speaker);
  return speaker ?? last;
}

/** A newly shared screen is shown large, even in a grid that was chosen before it. */
function useScreensTakeTheStage(): void {
  const { store } = useSession();
  const view = useRoomViewStore();
  useEffect(
    () =>
      store.subscribe((state, before) => {
        const shared = (screens: typeof state): number =>
          screens.others.filter((one) => one.screenStream).length;
        if (shared(state) > shared(before) && view.getState().view === 'grid')
          view.setState({ view: 'auto', page: 0 });
      }),
    [store, view],
  );
}
