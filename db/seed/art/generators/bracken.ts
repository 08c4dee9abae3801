import { inkAt, type Palette } from '../palette';
import { random } from '../random';
import { away, edges, filled, moved, overprinted, stroked } from '../shapes';
import { sheet } from '../sheet';
import { curve, num, type Point } from '../svg';

/** L-system: a frond whose leaflets are fronds whose leaflets are leaves, printed twice, slightly off. */
export function bracken(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const side = rnd.chance(0.5) ? 1 : -1;
  const plants = [
    { x: edges.cx - side * 400, long: 980, lean: -side * 0.2, bend: side * 0.5, ink: 1 },
    { x: edges.cx + side * 380, long: 840, lean: side * 0.12, bend: -side * 0.44, ink: 1 },
    { x: edges.cx + side * 40, long: 1460, lean: -side * 0.06, bend: side * 0.3, ink: 0 },
  ];
  const fronds = plants.map(({ x, long, lean, bend, ink }) => {
    const drawn = frond([x, edges.bottom + 30], long, lean, bend);
    const colour = inkAt(palette.inks, ink);
    return { drawn, colour };
  });
  const art = fronds.flatMap(({ drawn, colour }) => [
    overprinted([moved([filled(drawn.leaves, inkAt(palette.inks, 2))], side * 12, 10)]),
    overprinted([filled(drawn.leaves, colour), stroked(drawn.stalks, colour, 6)]),
  ]);
  return sheet({ seed, palette, ground: palette.ground, art: art.join('') });
}

function frond(foot: Point, long: number, lean: number, bend: number): { leaves: string; stalks: string } {
  const leaves: string[] = [];
  const stalks: string[] = [];
  const spine: Point[] = [foot];
  const steps = 45;
  let at = foot;
  for (let i = 1; i <= steps; i++) {
    const share = i / steps;
    const angle = -Math.PI / 2 + lean + bend * share * share;
    at = away(at, angle, long / steps);
    spine.push(at);
    if (share < 0.2 || i % 3 !== 0 || i === steps) continue;
    const reach =
      long * 0.3 * Math.sin(Math.PI * Math.min(1, 0.18 + (1 - share) * 0.86)) * (1 - share * 0.28);
    for (const side of [-1, 1]) branch(at, angle + side * (1.12 - share * 0.3), side, reach, leaves, stalks);
  }
  stalks.push(curve(spine));
  return { leaves: leaves.join(''), stalks: stalks.join('') };
}

function branch(
  from: Point,
  angle: number,
  side: number,
  long: number,
  leaves: string[],
  stalks: string[],
): void {
  const count = Math.max(3, Math.round(long / 46));
  const points: Point[] = [from];
  let at = from;
  for (let i = 1; i <= count; i++) {
    const share = i / count;
    const turned = angle - side * share * 0.32;
    at = away(at, turned, long / count);
    points.push(at);
    const size = (48 + long * 0.1) * (1 - share * 0.62);
    for (const hand of [-1, 1]) leaves.push(leaf(at, turned + hand * 1.08, size));
  }
  leaves.push(leaf(at, angle - side * 0.32, 30));
  stalks.push(curve(points));
}

function leaf(from: Point, angle: number, long: number): string {
  const tip = away(from, angle, long);
  const belly = away(away(from, angle, long * 0.45), angle + Math.PI / 2, long * 0.42);
  const back = away(away(from, angle, long * 0.45), angle - Math.PI / 2, long * 0.42);
  return `M${num(from[0])} ${num(from[1])}Q${num(belly[0])} ${num(belly[1])} ${num(tip[0])} ${num(tip[1])}Q${num(back[0])} ${num(back[1])} ${num(from[0])} ${num(from[1])}Z`;
}
