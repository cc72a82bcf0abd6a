import clsx from 'clsx';
import { Pin, PinOff } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { StreamVideo } from '@/shared/media/StreamVideo';
import { Avatar } from '@/shared/ui/Avatar';
import type { Rect } from '../model/layout';
import type { TileModel } from '../model/tiles';
import { useLocalMedia } from '../session-context';
import { useTurnOf } from '../standup/useTurn';
import { useParticipantName } from '../useParticipantName';
import { LinkNote, TileCaption, TileMarks } from './TileMarks';
import type { VisibilityReporter } from './visibility';

interface TileProps {
  tile: TileModel;
  place: Rect;
  pinned: boolean;
  onPin: () => void;
  visibility: VisibilityReporter;
}

/** One picture with what must be known about it. */
export function Tile({ tile, place, pinned, onPin, visibility }: TileProps) {
  const { t } = useTranslation();
  const nameOf = useParticipantName();
  const { participant, kind } = tile;
  const isScreen = kind === 'screen';
  const turn = useTurnOf(participant.memberId) !== null && !isScreen;
  const facing = useLocalMedia((state) => state.facing);
  const element = useVisibilityReport(participant.userId, !isScreen && !participant.isSelf, visibility);
  const name = isScreen
    ? participant.isSelf
      ? t('room.yourScreen')
      : t('room.screenOf', { name: nameOf(participant) })
    : nameOf(participant);

  return (
    <li
      ref={element}
      data-testid="tile"
      data-user-id={participant.userId}
      data-self={participant.isSelf}
      data-kind={kind}
      data-camera={participant.media.camera}
      data-mic={participant.media.mic}
      data-speaking={participant.speaking}
      data-turn={turn}
      data-quality={participant.quality}
      data-link={participant.link}
      style={{ left: place.x, top: place.y, width: place.width, height: place.height }}
      className={clsx(
        'group @container [container-type:size] absolute overflow-hidden rounded-2xl transition-[left,top,width,height] duration-200 ease-out',
        isScreen ? 'bg-black' : 'bg-tile',
      )}
    >
      {!isScreen && (
        <span className="absolute inset-0 grid place-items-center">
          <Avatar
            name={participant.name || t('room.unnamed')}
            seed={participant.memberId}
            className="size-[clamp(2.75rem,26cqmin,9rem)] text-[clamp(1rem,9.5cqmin,3.25rem)]"
          />
        </span>
      )}
      <StreamVideo
        stream={isScreen ? participant.screenStream : participant.stream}
        shown={isScreen || participant.media.camera}
        mirrored={!isScreen && participant.isSelf && facing !== 'environment'}
        fit={isScreen ? 'contain' : 'cover'}
        label={t('tile.video', { name })}
      />
      {turn && (
        <span aria-hidden="true" className="absolute inset-0 rounded-2xl ring-4 ring-[#f6c445] ring-inset" />
      )}
      {!isScreen && participant.speaking && (
        <span aria-hidden="true" className="absolute inset-0 rounded-2xl ring-3 ring-speaking ring-inset" />
      )}
      {!isScreen && <LinkNote link={participant.link} />}
      {!isScreen && <TileMarks participant={participant} />}
      <TileCaption participant={participant} name={name} isScreen={isScreen} />
      <button
        type="button"
        aria-label={t(pinned ? 'tile.unpin' : 'tile.pin', { name })}
        aria-pressed={pinned}
        onClick={onPin}
        className={clsx(
          'absolute top-2 right-2 grid size-9 place-items-center @max-[150px]:top-1.5 @max-[150px]:right-1.5 @max-[150px]:size-7 rounded-full bg-[#0c1210]/70 text-white transition-opacity',
          'focus-visible:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-80',
          pinned ? 'opacity-100' : 'opacity-0',
        )}
      >
        {pinned ? (
          <PinOff className="size-4" aria-hidden="true" />
        ) : (
          <Pin className="size-4" aria-hidden="true" />
        )}
      </button>
    </li>
  );
}

/** Reports whether the tile is on screen; a tile that goes away is not. */
function useVisibilityReport(userId: string, wanted: boolean, visibility: VisibilityReporter) {
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    const observed = element.current;
    if (!wanted || !observed) return undefined;
    const observer = new IntersectionObserver((entries) => {
      const latest = entries[entries.length - 1];
      if (latest) visibility.report(userId, latest.isIntersecting);
    });
    observer.observe(observed);
    return () => {
      observer.disconnect();
      visibility.report(userId, false);
    };
  }, [userId, wanted, visibility]);
  return element;
}
