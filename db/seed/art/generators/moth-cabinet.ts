import { blend, inkAt, type Palette } from '../palette';
import { type Random, random } from '../random';
import { bar, dots, edges, filled, moved, oval, stroked } from '../shapes';
import { sheet } from '../sheet';
import { num } from '../svg';

/** Symmetry: a drawer of moths, each wing banded by shrinking copies of its own outline and then mirrored. */
export function mothCabinet(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const parts: string[] = [];
  for (let row = 0; row < 4; row++)
    for (let column = 0; column < 3; column++) {
      const [x, y] = [edges.left + 220 + column * 410, edges.top + 180 + row * 386];
      parts.push(moved([moth(rnd, palette, row * 3 + column)], x, y, rnd.bell() * 3, 1.1));
      parts.push(label(x, y + 178, palette, rnd));
    }
  return sheet({ seed, palette, ground: palette.ground, art: parts.join('') });
}

function moth(rnd: Random, palette: Palette, index: number): string {
  const reach = rnd.range(0.86, 1.08);
  const droop = rnd.range(-14, 26);
  const tail = rnd.chance(0.3) ? rnd.range(16, 30) : 0;
  const [tx, ty] = [150 * reach, -96 + droop];
  const fore = `M0 -16C${num(tx * 0.3)} ${num(ty - 16)} ${num(tx * 0.8)} ${num(ty - 12)} ${num(tx)} ${num(ty)}C${num(tx * 1.06)} ${num(ty + 50)} ${num(tx * 0.76)} ${num(ty + 104)} ${num(tx * 0.56)} ${num(ty + 120)}C${num(tx * 0.3)} ${num(ty + 132)} 20 30 0 16Z`;
  const hind = `M0 6C50 12 ${num(tx * 0.62)} 20 ${num(tx * 0.72)} 62C${num(tx * 0.7)} 96 ${num(tx * 0.42)} ${num(112 + tail * 0.4)} ${num(tx * 0.36)} ${num(112 + tail)}C${num(tx * 0.26)} ${num(104 + tail * 0.2)} 8 76 0 40Z`;
  const base = index * 2 + rnd.int(0, 3);
  const rows = [0, 1, 2, 3].map((n) => inkAt(palette.inks, base + n * rnd.int(1, 2)));
  const wing = (d: string, scales: readonly number[]): string[] =>
    scales.map((scale, n) => moved([filled(d, rows[n] ?? palette.ink)], 0, 0, 0, scale));
  const spot = [
    oval(tx * 0.6, ty * 0.42, 15, 15, palette.ink),
    oval(tx * 0.6, ty * 0.42, 8, 8, inkAt(palette.inks, base + 4)),
    oval(tx * 0.4, 62, 11, 11, palette.ink),
    oval(tx * 0.4, 62, 5, 5, palette.paper),
  ];
  const veins = stroked(
    `M6 -6L${num(tx * 0.92)} ${num(ty + 12)}M6 0L${num(tx * 0.84)} ${num(ty + 60)}M6 18L${num(tx * 0.6)} 74`,
    blend(palette.ink, rows[0] ?? palette.ink, 0.45),
    2.4,
  );
  const side = [
    ...wing(hind, [1, 0.84, 0.62]),
    ...wing(fore, [1, 0.87, 0.66, 0.4]),
    veins,
    ...(rnd.chance(0.65) ? spot : []),
  ];
  const fringe = rnd.chance(0.5) ? 26 : 40;
  const feelers = `M3 -34C10 -60 ${fringe} -72 ${fringe + 14} -92M-3 -34C-10 -60 ${-fringe} -72 ${-fringe - 14} -92`;
  const body = `M0 -40C16 -40 15 -16 13 10C11 50 6 80 0 92C-6 80 -11 50 -13 10C-15 -16 -16 -40 0 -40Z`;
  const rings = dots(
    [0, 1, 2, 3].map((n) => [0, 16 + n * 17] as const),
    blend(palette.ink, palette.ground, 0.4),
    6,
  );
  return (
    moved(side, 0, 0) +
    moved(side, 0, 0, 0, -1, 1) +
    stroked(feelers, palette.ink, 4) +
    filled(body, palette.ink) +
    rings
  );
}

function label(x: number, y: number, palette: Palette, rnd: Random): string {
  const line = (dy: number) => `M${num(x - 44)} ${num(y + dy)}h${num(rnd.range(50, 88))}`;
  return (
    bar(x - 58, y, 116, 40, palette.paper) +
    stroked(line(14) + line(27), blend(palette.ink, palette.paper, 0.45), 3)
  );
}
