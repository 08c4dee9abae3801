import { fractalNoise } from '../noise';
import { blend, inkAt, type Palette } from '../palette';
import { type Random, random } from '../random';
import { plate, sheet } from '../sheet';
import { el, lines, num, type Point } from '../svg';

type Colours = { left: string; right: string; top: string };
type Span = { c: number; r: number; wide: number; deep: number; high: number };

/** Isometric blocks: a hill town of roofs and stairs, seen as a pigeon would, lit from the left. */
export function pigeonStairs(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const relief = fractalNoise(seed + 3, 2);
  const size = 7;
  const floors = (column: number, row: number): number => {
    if (column >= size || row >= size) return 0;
    const hill = 1 - Math.hypot(column - 1.9, row - 1.9) / 6.4;
    return Math.max(1, Math.round(1 + hill * 7 + relief(column / 2.3, row / 2.3) * 2.6));
  };
  const parts: string[] = [];
  const flock: string[] = [];
  for (let r = 0; r < size; r++)
    for (let c = 0; c < size; c++) {
      const high = floors(c, r);
      const span = { c, r, wide: 1, deep: 1, high };
      const inView = Math.max(floors(c + 1, r), floors(c, r + 1), floors(c + 1, r + 1) - 1) <= high;
      const steps = high > 1 && rnd.chance(0.24);
      parts.push(house(span, steps, rnd, palette));
      if (inView && !steps && rnd.chance(0.3))
        flock.push(pigeon(spot(c + 0.5, r + 0.55, high), palette.ink, rnd.chance(0.5)));
    }
  const moon = {
    cx: plate.x + plate.width * rnd.range(0.22, 0.78),
    cy: plate.y + rnd.range(210, 300),
    r: rnd.range(95, 130),
  };
  const disc = el('circle', { ...moon, fill: blend(palette.ground, palette.paper, 0.75) });
  return sheet({ seed, palette, ground: palette.ground, art: [disc, ...parts, ...flock].join('') });
}

/** A corner of the town's grid at a height in floors, on the sheet. */
function spot(column: number, row: number, floors: number): Point {
  return [plate.x + plate.width / 2 + (column - row) * 84, plate.y + 850 + (column + row) * 48 - floors * 62];
}

/** The stroke closes the hair of sky that shows between two faces that share an edge. */
const face = (points: Point[], fill: string): string =>
  el('path', { d: lines(points, true), fill, stroke: fill, 'stroke-width': 1 });

function block({ c, r, wide, deep, high }: Span, { left, right, top }: Colours): string {
  const [c2, r2] = [c + wide, r + deep];
  return [
    face([spot(c, r2, high), spot(c2, r2, high), spot(c2, r2, 0), spot(c, r2, 0)], left),
    face([spot(c2, r, high), spot(c2, r2, high), spot(c2, r2, 0), spot(c2, r, 0)], right),
    face([spot(c, r, high), spot(c2, r, high), spot(c2, r2, high), spot(c, r2, high)], top),
  ].join('');
}

function house(span: Span, steps: boolean, rnd: Random, palette: Palette): string {
  const colour = rnd.pick(palette.inks);
  const colours = {
    left: blend(colour, palette.paper, 0.1),
    right: blend(colour, palette.ink, 0.45),
    top: blend(colour, palette.paper, 0.5),
  };
  if (steps) return stairs(span, rnd.chance(0.5), colours);
  const parts = [block(span, colours)];
  for (let floor = 0; floor < span.high; floor++)
    for (const side of [0.18, 0.58])
      if (rnd.chance(0.34)) parts.push(opening(span, floor, side, rnd, palette, colours));
  return parts.join('');
}

function stairs({ c, r, high }: Span, down: boolean, colours: Colours): string {
  const steps = 5;
  return Array.from({ length: steps }, (_, i) => {
    const level = high - 1 + (steps - i - 1) / steps;
    const strip = down
      ? { c, r: r + i / steps, wide: 1, deep: 1 / steps }
      : { c: c + i / steps, r, wide: 1 / steps, deep: 1 };
    return block({ ...strip, high: level }, colours);
  }).join('');
}

function opening(
  { c, r }: Span,
  floor: number,
  side: number,
  rnd: Random,
  palette: Palette,
  colours: Colours,
): string {
  const [low, high] = floor === 0 ? [0, 0.6] : [floor + 0.24, floor + 0.7];
  const edge = side + 0.24;
  if (rnd.chance(0.5)) {
    const fill = rnd.chance(0.15) ? inkAt(palette.inks, 1) : blend(palette.ink, colours.left, 0.12);
    return face(
      [
        spot(c + side, r + 1, low),
        spot(c + edge, r + 1, low),
        spot(c + edge, r + 1, high),
        spot(c + side, r + 1, high),
      ],
      fill,
    );
  }
  const corners = [
    spot(c + 1, r + side, low),
    spot(c + 1, r + edge, low),
    spot(c + 1, r + edge, high),
    spot(c + 1, r + side, high),
  ];
  return face(corners, blend(palette.ink, colours.right, 0.12));
}

function pigeon([x, y]: Point, fill: string, flip: boolean): string {
  const s = flip ? -1 : 1;
  const at = (dx: number, dy: number): string => `${num(x + dx * s)} ${num(y + dy)}`;
  return el('path', {
    d: `M${at(-30, -6)}L${at(-8, -20)}Q${at(4, -26)} ${at(10, -34)}Q${at(18, -42)} ${at(23, -32)}L${at(29, -29)}L${at(22, -26)}Q${at(20, -6)} ${at(2, -6)}Z`,
    fill,
  });
}
