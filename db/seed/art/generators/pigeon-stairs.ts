import type { Palette } from '../palette';
import { blend, inkAt } from '../palette';
import { fractalNoise } from '../noise';
import { type Random, random } from '../random';
import { plate, sheet } from '../sheet';
import { el, lines, type Point } from '../svg';

type Block = { column: number; row: number; floors: number; colour: string };

/** Isometric blocks: a hill town of stairs and roofs, seen as a pigeon would, lit from the left. */
export function pigeonStairs(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const relief = fractalNoise(seed + 3, 2);
  const size = 7;
  const blocks: Block[] = [];
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const hill = 1 - Math.hypot(column - 2.2, row - 2.2) / 6.2;
      const floors = Math.max(1, Math.round(1 + hill * 6.5 + relief(column / 2.3, row / 2.3) * 2.6));
      blocks.push({ column, row, floors, colour: rnd.pick(palette.inks) });
    }
  const moon = el('circle', { cx: plate.x + plate.width * 0.76, cy: plate.y + 250, r: 118, fill: blend(palette.ground, palette.paper, 0.75) });
  const art = blocks.map((block) => draw(block, rnd, palette)).join('');
  return sheet({ seed, palette, ground: palette.ground, art: moon + art });
}

const half = 84;
const rise = 48;
const floorHeight = 62;

/** A corner of the town's grid at a height in floors, on the sheet. */
function spot(column: number, row: number, floors: number): Point {
  return [
    plate.x + plate.width / 2 + (column - row) * half,
    plate.y + 830 + (column + row) * rise - floors * floorHeight,
  ];
}

function draw({ column: c, row: r, floors, colour }: Block, rnd: Random, palette: Palette): string {
  const face = (points: Point[], fill: string): string => el('path', { d: lines(points, true), fill });
  const left = blend(colour, palette.paper, 0.12);
  const right = blend(colour, palette.ink, 0.42);
  const top = blend(colour, palette.paper, 0.55);
  const parts = [
    face([spot(c, r + 1, floors), spot(c + 1, r + 1, floors), spot(c + 1, r + 1, 0), spot(c, r + 1, 0)], left),
    face([spot(c + 1, r, floors), spot(c + 1, r + 1, floors), spot(c + 1, r + 1, 0), spot(c + 1, r, 0)], right),
    face([spot(c, r, floors), spot(c + 1, r, floors), spot(c + 1, r + 1, floors), spot(c, r + 1, floors)], top),
  ];
  for (let floor = 0; floor < floors; floor++) {
    if (!rnd.chance(0.6)) continue;
    const [low, high] = [floor + 0.25, floor + 0.72];
    for (const side of [0.2, 0.58]) {
      if (rnd.chance(0.35)) continue;
      const lit = rnd.chance(0.22) ? inkAt(palette.inks, 1) : palette.ink;
      parts.push(
        rnd.chance(0.5)
          ? face([spot(c + side, r + 1, low), spot(c + side + 0.22, r + 1, low), spot(c + side + 0.22, r + 1, high), spot(c + side, r + 1, high)], blend(lit, left, 0.15))
          : face([spot(c + 1, r + side, low), spot(c + 1, r + side + 0.22, low), spot(c + 1, r + side + 0.22, high), spot(c + 1, r + side, high)], blend(palette.ink, right, 0.15)),
      );
    }
  }
  return parts.join('');
}
