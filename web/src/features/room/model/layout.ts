export interface Size {
  width: number;
  height: number;
}

export interface Rect extends Size {
  x: number;
  y: number;
}

export interface Page {
  /** One place for each tile of this page, in order. */
  places: Rect[];
  page: number;
  pages: number;
  perPage: number;
}

export interface GridLayout extends Page {
  columns: number;
}

export interface StageLayout extends Page {
  stage: Rect;
}

export const gap = 10;

/** More pictures than this at once overload a decoder before they fill a screen. */
export const tilesPerPageLimit = 49;

const wide = 16 / 9;

/** Below this width of the area, tiles may be taller than 16:9, so that a phone held upright is filled. */
const narrowArea = 640;
const narrowColumns = 2;
const narrowAspect = { least: 9 / 16, most: wide };

/** A tile smaller than this shows nobody: then the rest goes to further pages. */
const leastTile = { wide: { width: 190, height: 0 }, narrow: { width: 140, height: 104 } };

/** The row or column of small tiles beside the stage. */
const strip = { least: 112, share: 0.17, most: 280, perStripLimit: 12, uprightAtLeast: 3 };

/** All tiles of one size, as large as fits, rows centred; those that do not fit go to further pages. */
export function gridLayout(area: Size, count: number, page = 0): GridLayout {
  const narrow = area.width < narrowArea;
  const least = narrow ? leastTile.narrow : leastTile.wide;
  let perPage = Math.max(1, Math.min(count, tilesPerPageLimit));
  while (perPage > 1 && isSmaller(bestGrid(area, perPage, narrow), least)) perPage--;
  const pages = Math.max(1, Math.ceil(count / perPage));
  const shown = clamp(page, 0, pages - 1);
  const here = Math.min(perPage, Math.max(0, count - shown * perPage));
  // The last page keeps the tile size of the full ones, so that turning pages does not jump.
  const grid = bestGrid(area, perPage, narrow);
  return { columns: grid.columns, perPage, page: shown, pages, places: centredRows(area, here, grid) };
}

/** One large tile and a strip of small ones: below it in an upright area, beside it otherwise. */
export function stageLayout(area: Size, others: number, page = 0): StageLayout {
  if (others === 0) return { stage: { x: 0, y: 0, ...area }, places: [], page: 0, pages: 1, perPage: 1 };
  const upright = area.width < area.height * 1.15;
  const along = upright ? area.width : area.height;
  const across = upright ? area.height : area.width;
  const thick = Math.min(clamp(across * strip.share, strip.least, strip.most), across / 3);
  const several = (along - gap * (strip.uprightAtLeast - 1)) / strip.uprightAtLeast;
  const long = upright ? Math.min(thick * wide, several) : Math.min(thick / wide, along);
  const fitting = clamp(Math.floor((along + gap) / (long + gap)), 1, strip.perStripLimit);
  const pages = Math.ceil(others / fitting);
  const shown = clamp(page, 0, pages - 1);
  const here = Math.min(fitting, others - shown * fitting);
  const start = (along - (here * long + (here - 1) * gap)) / 2;
  const edge = across - thick;
  const places = Array.from({ length: here }, (_, index): Rect => {
    const offset = start + index * (long + gap);
    return upright
      ? { x: offset, y: edge, width: long, height: thick }
      : { x: edge, y: offset, width: thick, height: long };
  });
  const rest = Math.max(0, edge - gap);
  const stage = upright
    ? { x: 0, y: 0, width: area.width, height: rest }
    : { x: 0, y: 0, width: rest, height: area.height };
  return { stage, places, page: shown, pages, perPage: fitting };
}

interface Grid extends Size {
  columns: number;
}

function bestGrid(area: Size, count: number, narrow: boolean): Grid {
  const most = narrow ? Math.min(narrowColumns, count) : count;
  let best: Grid = { columns: 1, width: 0, height: 0 };
  for (let columns = 1; columns <= most; columns++) {
    const rows = Math.ceil(count / columns);
    const cell = {
      width: Math.max(0, (area.width - gap * (columns - 1)) / columns),
      height: Math.max(0, (area.height - gap * (rows - 1)) / rows),
    };
    const tile = narrow ? within(cell, narrowAspect.least, narrowAspect.most) : within(cell, wide, wide);
    if (tile.width * tile.height > best.width * best.height) best = { columns, ...tile };
  }
  return best;
}

/** The largest box in a cell whose width to height stays in the given range. */
function within(cell: Size, least: number, most: number): Size {
  if (cell.height === 0) return { width: 0, height: 0 };
  const aspect = clamp(cell.width / cell.height, least, most);
  const width = Math.min(cell.width, cell.height * aspect);
  return { width, height: width / aspect };
}

function isSmaller(tile: Size, least: Size): boolean {
  return tile.width < least.width || tile.height < least.height;
}

function centredRows(area: Size, count: number, grid: Grid): Rect[] {
  const rows = Math.ceil(count / grid.columns);
  const top = (area.height - (rows * grid.height + (rows - 1) * gap)) / 2;
  return Array.from({ length: count }, (_, index) => {
    const row = Math.floor(index / grid.columns);
    const inRow = Math.min(grid.columns, count - row * grid.columns);
    const left = (area.width - (inRow * grid.width + (inRow - 1) * gap)) / 2;
    return {
      x: left + (index % grid.columns) * (grid.width + gap),
      y: top + row * (grid.height + gap),
      width: grid.width,
      height: grid.height,
    };
  });
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
