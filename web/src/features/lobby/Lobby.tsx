import { useQuery } from '@tanstack/react-query';
import { DoorOpen, Lock, Users } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { roomInfo } from '@/api/rooms';
import { useDocumentTitle } from '@/shared/hooks/useDocumentTitle';
import { DeviceChoices } from '@/shared/media/DeviceChoices';
import { MediaProblems } from '@/shared/media/MediaProblems';
import { Preview } from '@/shared/media/Preview';
import type { LocalMedia } from '@/shared/media/types';
import { PageFrame } from '@/shared/ui/PageFrame';
import { JoinForm } from './JoinForm';
import { NoWebRtc } from './NoWebRtc';

/** How often the number of people is asked for again. */
const countIntervalMillis = 5000;

interface LobbyProps {
  roomId: string;
  media: LocalMedia;
  onJoin: (name: string) => void;
}

/** The room's doorstep: see and hear yourself, choose devices and a name, then go in. */
export function Lobby({ roomId, media, onJoin }: LobbyProps) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  const mic = useStore(media.store, (state) => state.mic);
  const camera = useStore(media.store, (state) => state.camera);
  const starting = useStore(media.store, (state) => state.starting);
  const micProblem = useStore(media.store, (state) => state.micProblem);
  const cameraProblem = useStore(media.store, (state) => state.cameraProblem);
  useDocumentTitle(`${roomId} · Focusly`);
  useEffect(() => heading.current?.focus(), []);
  const nothingOn = !mic && !camera && !starting;

  return (
    <PageFrame>
      <div className="my-auto grid gap-6 py-2 lg:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)] lg:gap-12">
        <div className="grid content-center gap-3">
          <Preview media={media} />
          <DeviceChoices media={media} />
          <MediaProblems state={{ micProblem, cameraProblem }} />
        </div>
        <section className="flex flex-col justify-center">
          <h1 ref={heading} tabIndex={-1} className="text-3xl font-semibold tracking-tight">
            {t('lobby.title')}
          </h1>
          <AboutRoom roomId={roomId} />
          <NoWebRtc />
          <JoinForm roomId={roomId} nothingOn={nothingOn} onJoin={onJoin} />
        </section>
      </div>
    </PageFrame>
  );
}

function AboutRoom({ roomId }: { roomId: string }) {
  const { t } = useTranslation();
  const { data, isError } = useQuery({
    queryKey: ['room', roomId],
    queryFn: ({ signal }) => roomInfo(roomId, signal),
    refetchInterval: countIntervalMillis,
  });
  const named = data?.name;
  const locked = data?.settings?.locked ?? false;
  const oneByOne = data?.settings?.entry === 'admission';
  return (
    <>
      <p className="mt-1.5 truncate text-muted">
        {named ? t('lobby.namedRoom', { name: named, roomId }) : t('lobby.room', { roomId })}
      </p>
      <p role="status" data-testid="lobby-count" className="mt-5 flex min-h-6 items-center gap-2.5 text-sm">
        {(data !== undefined || isError) && (
          <Users className="size-4.5 shrink-0 text-muted" aria-hidden="true" />
        )}
        {isError && t('lobby.countUnknown')}
        {!isError &&
          data &&
          (data.members === 0 ? t('lobby.countNone') : t('lobby.count', { count: data.members }))}
      </p>
      {(locked || oneByOne) && (
        <p data-testid="lobby-door" className="mt-2 flex items-start gap-2.5 text-sm">
          {locked ? (
            <Lock className="mt-0.5 size-4.5 shrink-0 text-muted" aria-hidden="true" />
          ) : (
            <DoorOpen className="mt-0.5 size-4.5 shrink-0 text-muted" aria-hidden="true" />
          )}
          {t(locked ? 'lobby.locked' : 'lobby.admission')}
        </p>
      )}
    </>
  );
}
