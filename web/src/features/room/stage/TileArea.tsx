import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useElementSize } from '@/shared/hooks/useElementSize';
import { gridLayout, stageLayout, type Page, type Rect, type Size } from '../model/layout';
import type { TileModel } from '../model/tiles';
import { togglePin, useRoomView, useRoomViewStore } from '../room-view';
import { useSession } from '../session-context';
import { Tile } from './Tile';
import { VisibilityReporter } from './visibility';

interface TileAreaProps {
  tiles: TileModel[];
  stage: TileModel | null;
}

/** All pictures, each at its computed place, so that changing the view moves them and never restarts one. */
export function TileArea({ tiles, stage }: TileAreaProps) {
  const { t } = useTranslation();
  const session = useSession();
  const view = useRoomViewStore();
  const page = useRoomView((state) => state.page);
  const pinned = useRoomView((state) => state.pinned);
  const [measure, size] = useElementSize();
  const arranged = arrange(tiles, stage, size, page);
  const visibility = useMemo(() => new VisibilityReporter(session), [session]);

  // Who is on another page has no tile that could notice; a screen alone does not show the camera.
  const shown = new Set(
    arranged.placed.filter(({ tile }) => tile.kind === 'camera').map(({ tile }) => tile.key),
  );
  const hidden = tiles
    .filter((tile) => tile.kind === 'camera' && !tile.participant.isSelf && !shown.has(tile.key))
    .map((tile) => tile.participant.userId)
    .join('\n');
  const present = tiles.map((tile) => tile.participant.userId).join('\n');
  useEffect(() => {
    visibility.keepOnly(new Set(present.split('\n')));
    for (const userId of hidden.split('\n')) if (userId !== '') visibility.report(userId, false);
  }, [visibility, hidden, present]);

  return (
    <div className="absolute inset-0 flex flex-col gap-2">
      <ul
        ref={measure}
        aria-label={t('room.participants')}
        className="relative min-h-0 flex-1 overflow-hidden"
      >
        {size.width > 0 &&
          arranged.placed.map(({ tile, place }) => (
            <Tile
              key={tile.key}
              tile={tile}
              place={place}
              pinned={tile.key === pinned}
              onPin={() => view.setState((state) => togglePin(state, tile.key))}
              visibility={visibility}
            />
          ))}
      </ul>
      {arranged.pages > 1 && (
        <nav className="flex items-center justify-center gap-2" aria-label={t('room.participants')}>
          <PageButton
            label={t('room.previousPage')}
            disabled={arranged.page === 0}
            onPress={() => view.setState({ page: arranged.page - 1 })}
          >
            <ChevronLeft className="size-5" aria-hidden="true" />
          </PageButton>
          <span className="text-sm text-muted" role="status">
            {t('room.page', { page: arranged.page + 1, pages: arranged.pages })}
          </span>
          <PageButton
            label={t('room.nextPage')}
            disabled={arranged.page === arranged.pages - 1}
            onPress={() => view.setState({ page: arranged.page + 1 })}
          >
            <ChevronRight className="size-5" aria-hidden="true" />
          </PageButton>
        </nav>
      )}
    </div>
  );
}

interface Placed {
  tile: TileModel;
  place: Rect;
}

function arrange(
  tiles: TileModel[],
  stage: TileModel | null,
  size: Size,
  page: number,
): Pick<Page, 'page' | 'pages'> & { placed: Placed[] } {
  if (stage === null) {
    const grid = gridLayout(size, tiles.length, page);
    const first = grid.page * grid.perPage;
    return { ...grid, placed: pair(tiles.slice(first), grid.places) };
  }
  const others = tiles.filter((tile) => tile.key !== stage.key);
  const layout = stageLayout(size, others.length, page);
  const first = layout.page * layout.perPage;
  return {
    ...layout,
    placed: [{ tile: stage, place: layout.stage }, ...pair(others.slice(first), layout.places)],
  };
}

function pair(tiles: TileModel[], places: Rect[]): Placed[] {
  return places.flatMap((place, index) => {
    const tile = tiles[index];
    return tile ? [{ tile, place }] : [];
  });
}

interface PageButtonProps {
  label: string;
  disabled: boolean;
  onPress: () => void;
  children: React.ReactNode;
}

function PageButton({ label, disabled, onPress, children }: PageButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      disabled={disabled}
      onClick={onPress}
      className="grid size-10 place-items-center rounded-full hover:bg-ink/8 disabled:opacity-35"
    >
      {children}
    </button>
  );
}
