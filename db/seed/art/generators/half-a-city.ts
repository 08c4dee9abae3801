import { noise } from '../noise';
import { blend, inkAt, type Palette } from '../palette';
import { type Random, random } from '../random';
import { disc, edges, filled, moved, stroked } from '../shapes';
import { plate, sheet } from '../sheet';
import { curve, el, lines, num, type Point } from '../svg';

type Quad = readonly [Point, Point, Point, Point];

const between = (a: Point, b: Point, t: number): Point => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
];

/** Subdivision: streets are where blocks were cut in two, a river where the planner gave up. */
export function halfACity(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const bend = noise(seed + 4);
  const over = 160;
  const whole: Quad = [
    [plate.x - over, plate.y - over],
    [edges.right + over, plate.y - over],
    [edges.right + over, edges.bottom + over],
    [plate.x - over, edges.bottom + over],
  ];
  const blocks: string[] = [];
  cut(whole, 0, rnd, (quad) => blocks.push(...house(quad, rnd, palette)));
  const river = Array.from({ length: 12 }, (_, i): Point => {
    const t = i / 11;
    return [plate.x - 60 + t * (plate.width + 120), plate.y + 330 + t * 720 + bend(t * 2.2, 1) * 330];
  });
  const course = curve(river);
  const middle = river[5] ?? [edges.cx, edges.cy];
  const bridges = [2, 4, 6, 8].map((i) => {
    const [x, y] = river[i] ?? middle;
    const [nx, ny] = river[i + 1] ?? middle;
    const degrees = (Math.atan2(ny - y, nx - x) * 180) / Math.PI + 90;
    return moved(
      [el('rect', { x: -104, y: -9, width: 208, height: 18, fill: palette.ground })],
      x,
      y,
      degrees,
    );
  });
  const green = [-1, 1].map((side, i) =>
    disc(edges.cx + side * 330, edges.cy - side * 420, 118 - i * 20, inkAt(palette.inks, -1)),
  );
  const trees = Array.from({ length: 26 }, (_, i) => {
    const side = i % 2 ? 1 : -1;
    const [x, y] = [edges.cx + side * 330 + rnd.bell() * 90, edges.cy - side * 420 + rnd.bell() * 90];
    return disc(x, y, rnd.range(8, 15), blend(inkAt(palette.inks, -1), palette.ink, 0.35));
  });
  const art = [
    moved(blocks, 0, 0),
    stroked(course, palette.ground, 196),
    stroked(course, inkAt(palette.inks, -2), 164),
    ...bridges,
    ...green.map((park) => park),
    ...trees,
  ];
  return sheet({
    seed,
    palette,
    ground: palette.ground,
    art: el('g', { transform: `rotate(${num(-9)} ${edges.cx} ${edges.cy})` }, art.join('')),
  });
}

function cut(quad: Quad, depth: number, rnd: Random, keep: (quad: Quad) => void): void {
  const [a, b, c, d] = quad;
  const wide = Math.hypot(b[0] - a[0], b[1] - a[1]);
  const tall = Math.hypot(d[0] - a[0], d[1] - a[1]);
  if (depth > 9 || (Math.max(wide, tall) < 150 && rnd.chance(0.5)) || Math.max(wide, tall) < 84) {
    keep(quad);
    return;
  }
  const [s, t] = [rnd.range(0.38, 0.62), rnd.range(0.38, 0.62)];
  const gap = depth < 3 ? 22 : depth < 6 ? 11 : 5;
  if (wide > tall) {
    const [g] = [gap / wide / 2];
    cut([a, between(a, b, s - g), between(d, c, t - g), d], depth + 1, rnd, keep);
    cut([between(a, b, s + g), b, c, between(d, c, t + g)], depth + 1, rnd, keep);
  } else {
    const [g] = [gap / tall / 2];
    cut([a, b, between(b, c, t - g), between(a, d, s - g)], depth + 1, rnd, keep);
    cut([between(a, d, s + g), between(b, c, t + g), c, d], depth + 1, rnd, keep);
  }
}

function house(quad: Quad, rnd: Random, palette: Palette): string[] {
  const colour = inkAt(palette.inks, rnd.int(0, palette.inks.length - 3));
  const middle = between(between(quad[0], quad[1], 0.5), between(quad[3], quad[2], 0.5), 0.5);
  const parts = [filled(lines(quad, true), colour)];
  const yard = quad.map((corner) => between(middle, corner, 0.42));
  if (rnd.chance(0.35)) parts.push(filled(lines(yard, true), blend(colour, palette.ground, 0.65)));
  else if (rnd.chance(0.3))
    parts.push(filled(lines([quad[0], quad[1], middle], true), blend(colour, palette.ink, 0.16)));
  return parts;
}
