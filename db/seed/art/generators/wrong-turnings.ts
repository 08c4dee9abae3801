import { fractalNoise } from '../noise';
import { inkAt, type Palette } from '../palette';
import { type Random, random } from '../random';
import { plate, sheet } from '../sheet';
import { el } from '../svg';

type Tile = { x: number; y: number; size: number; depth: number };

/** Truchet tiles in three sizes; ink and paper change places with each size, so every path joins its neighbours. */
export function wrongTurnings(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const busy = fractalNoise(seed + 1, 2);
  const tiles: Tile[] = [];
  const columns = 4;
  const size = plate.width / columns;
  const split = (tile: Tile): void => {
    const centre = busy((tile.x + tile.size / 2) / 520, (tile.y + tile.size / 2) / 520);
    const calm = tile.depth === 0 ? -0.12 : 0.16;
    if (tile.depth < 2 && centre > calm) {
      const half = tile.size / 2;
      for (const [dx, dy] of [
        [0, 0],
        [half, 0],
        [0, half],
        [half, half],
      ] as const)
        split({ x: tile.x + dx, y: tile.y + dy, size: half, depth: tile.depth + 1 });
      return;
    }
    tiles.push(tile);
  };
  for (let row = 0; row < 5; row++)
    for (let column = 0; column < columns; column++)
      split({ x: plate.x + column * size, y: plate.y + row * size, size, depth: 0 });
  tiles.sort((a, b) => a.depth - b.depth);
  const art = tiles.map((tile) => draw(tile, rnd.int(0, 9), palette)).join('');
  return sheet({ seed, palette, art: art + marks(tiles, rnd, inkAt(palette.inks, 0)) });
}

/** A few full stops in colour, where four tiles of one size meet and a corner is sure to be free. */
function marks(tiles: readonly Tile[], rnd: Random, fill: string): string {
  const meeting = new Map<string, { x: number; y: number; size: number; count: number }>();
  for (const { x, y, size } of tiles)
    for (const [cx, cy] of [
      [x, y],
      [x + size, y],
      [x, y + size],
      [x + size, y + size],
    ] as const) {
      const key = `${size} ${Math.round(cx)} ${Math.round(cy)}`;
      const seen = meeting.get(key);
      meeting.set(key, { x: cx, y: cy, size, count: (seen?.count ?? 0) + 1 });
    }
  const free = [...meeting.values()].filter(({ count }) => count === 4).sort((a, b) => b.size - a.size);
  const bold = free.filter(({ size }) => size === free[0]?.size);
  const wanted = new Set([
    bold[rnd.int(0, bold.length - 1)],
    free[rnd.int(0, free.length - 1)],
    free[rnd.int(0, free.length - 1)],
  ]);
  return [...wanted]
    .map((at) => (at ? el('circle', { cx: at.x, cy: at.y, r: at.size * 0.2, fill }) : ''))
    .join('');
}

function draw({ x, y, size, depth }: Tile, kind: number, palette: Palette): string {
  const [back, front] = depth % 2 === 0 ? [palette.paper, palette.ink] : [palette.ink, palette.paper];
  const far = size;
  const third = size / 3;
  const mid = size / 2;
  const arc = (sx: number, sy: number, ex: number, ey: number, sweep: 0 | 1): string =>
    el('path', { d: `M${x + sx} ${y + sy}A${mid} ${mid} 0 0 ${sweep} ${x + ex} ${y + ey}`, stroke: front });
  const straight = (sx: number, sy: number, ex: number, ey: number): string =>
    el('path', { d: `M${x + sx} ${y + sy}L${x + ex} ${y + ey}`, stroke: front });
  const dot = (cx: number, cy: number, r: number, fill: string): string =>
    el('circle', { cx: x + cx, cy: y + cy, r, fill, stroke: 'none' });
  const figure =
    kind < 4
      ? arc(mid, 0, 0, mid, 1) + arc(far, mid, mid, far, 0)
      : kind < 8
        ? arc(mid, 0, far, mid, 0) + arc(0, mid, mid, far, 1)
        : kind < 9
          ? straight(mid, 0, mid, far) + straight(0, mid, far, mid)
          : arc(mid, 0, far, mid, 0) + dot(0, mid, third / 2, front) + dot(mid, far, third / 2, front);
  const edges = [
    [mid, 0],
    [far, mid],
    [mid, far],
    [0, mid],
  ] as const;
  const corners = [
    [0, 0],
    [far, 0],
    [far, far],
    [0, far],
  ] as const;
  return el(
    'g',
    { fill: 'none', 'stroke-width': third },
    el('rect', { x, y, width: size, height: size, fill: back }) +
      corners.map(([cx, cy]) => dot(cx, cy, third, back)).join('') +
      edges.map(([cx, cy]) => dot(cx, cy, third / 2, front)).join('') +
      figure,
  );
}
