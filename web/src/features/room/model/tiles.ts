import type { Participant } from '../session/types';

/** What is shown as one picture: a person's camera, or a screen that they share. */
export interface TileModel {
  key: string;
  kind: 'camera' | 'screen';
  participant: Participant;
}

export type View = 'auto' | 'grid' | 'speaker';

/** Screens first, then oneself, then the others as they came. */
export function tilesOf(self: Participant | null, others: Participant[]): TileModel[] {
  const everyone = self ? [self, ...others] : others;
  const screens = everyone.filter((participant) => participant.screenStream !== null);
  return [
    ...screens.map((participant) => tile('screen', participant)),
    ...everyone.map((participant) => tile('camera', participant)),
  ];
}

function tile(kind: TileModel['kind'], participant: Participant): TileModel {
  return { key: `${kind}:${participant.userId}`, kind, participant };
}

interface Interest {
  view: View;
  /** The key of the tile that the person pinned. */
  pinned: string | null;
  /** Who spoke last: silence does not empty the stage. */
  lastSpeaker: string | null;
}

/** The tile that has the stage, or null where everyone is equal in the grid. */
export function staged(tiles: TileModel[], { view, pinned, lastSpeaker }: Interest): TileModel | null {
  if (view === 'grid') return null;
  const pin = tiles.find((candidate) => candidate.key === pinned);
  if (pin) return pin;
  const screens = tiles.filter((candidate) => candidate.kind === 'screen');
  const screen = screens.find((candidate) => !candidate.participant.isSelf) ?? screens[0];
  if (screen) return screen;
  if (view === 'auto') return null;
  const others = tiles.filter((candidate) => !candidate.participant.isSelf);
  return (
    others.find((candidate) => candidate.participant.userId === lastSpeaker) ?? others[0] ?? tiles[0] ?? null
  );
}
