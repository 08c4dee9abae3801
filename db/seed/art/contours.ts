import type { Point } from './svg';

/** Values on the corners of a grid of square cells; `values[row * columns + column]`. */
export type Grid = {
  columns: number;
  rows: number;
  step: number;
  x: number;
  y: number;
  values: Float64Array;
};

/** Samples a function on a grid that covers the box; `step` is the side of a cell in sheet units. */
export function sampleGrid(
  box: { x: number; y: number; width: number; height: number },
  step: number,
  at: (x: number, y: number) => number,
): Grid {
  const columns = Math.floor(box.width / step) + 1;
  const rows = Math.floor(box.height / step) + 1;
  const values = new Float64Array(columns * rows);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      values[row * columns + column] = at(box.x + column * step, box.y + row * step);
  return { columns, rows, step, x: box.x, y: box.y, values };
}

/** For each of the 16 cell cases, pairs of the edges that a line joins (0 top, 1 right, 2 bottom, 3 left), high on its right. */
const cases: readonly (readonly number[])[] = [
  [],
  [2, 3],
  [1, 2],
  [1, 3],
  [0, 1],
  [0, 1, 2, 3],
  [0, 2],
  [0, 3],
  [3, 0],
  [2, 0],
  [1, 2, 3, 0],
  [1, 0],
  [3, 1],
  [2, 1],
  [3, 2],
  [],
];

/**
 * The lines along which the grid crosses `level` (marching squares). Lines that stay inside the grid come back
 * closed (first point not repeated); the others run from border to border.
 */
export function contours(grid: Grid, level: number): { points: Point[]; closed: boolean }[] {
  const { columns, rows, step, values } = grid;
  const value = (column: number, row: number): number => values[row * columns + column] ?? 0;
  const high = (corner: number, weight: number): number => ((values[corner] ?? 0) >= level ? weight : 0);
  const next = new Map<number, number>();
  const place = new Map<number, Point>();
  // An edge is named by its upper-left corner: even numbers run right, odd ones run down.
  const cross = (column: number, row: number, edge: number): number => {
    const c = edge === 1 ? column + 1 : column;
    const r = edge === 2 ? row + 1 : row;
    const down = edge === 1 || edge === 3;
    const key = (r * columns + c) * 2 + (down ? 1 : 0);
    if (!place.has(key)) {
      const from = value(c, r);
      const to = down ? value(c, r + 1) : value(c + 1, r);
      const share = to === from ? 0.5 : (level - from) / (to - from);
      place.set(key, [grid.x + (c + (down ? 0 : share)) * step, grid.y + (r + (down ? share : 0)) * step]);
    }
    return key;
  };
  for (let row = 0; row < rows - 1; row++)
    for (let column = 0; column < columns - 1; column++) {
      const corner = row * columns + column;
      const index =
        high(corner, 8) | high(corner + 1, 4) | high(corner + columns + 1, 2) | high(corner + columns, 1);
      if (index === 0 || index === 15) continue;
      const pairs = cases[index] ?? [];
      for (let i = 0; i < pairs.length; i += 2)
        next.set(cross(column, row, pairs[i] ?? 0), cross(column, row, pairs[i + 1] ?? 0));
    }
  return follow(next, place);
}

function follow(
  next: Map<number, number>,
  place: Map<number, Point>,
): { points: Point[]; closed: boolean }[] {
  const entered = new Set(next.values());
  const starts = [...next.keys()].filter((key) => !entered.has(key));
  const found: { points: Point[]; closed: boolean }[] = [];
  const walk = (start: number): void => {
    const points: Point[] = [];
    let key: number | undefined = start;
    while (key !== undefined) {
      const point = place.get(key);
      if (point) points.push(point);
      const after: number | undefined = next.get(key);
      next.delete(key);
      key = after;
      if (key === start) break;
    }
    found.push({ points, closed: key === start });
  };
  for (const start of starts) walk(start);
  for (const start of [...next.keys()]) if (next.has(start)) walk(start);
  return found;
}
