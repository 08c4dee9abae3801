import { type Palette, ramp } from '../palette';
import { random } from '../random';
import { edges, stroked } from '../shapes';
import { plate, sheet } from '../sheet';
import { lines, type Point } from '../svg';

/** A Hilbert curve, one line that visits every place once, thick or thin by how near it comes to a hidden circle. */
export function unbroken(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const order = 5;
  const side = 2 ** order;
  const step = (plate.width - 110) / (side - 1);
  const [left, top] = [plate.x + 55, edges.cy - (plate.width - 110) / 2];
  const flip = rnd.chance(0.5);
  const points = Array.from({ length: side * side }, (_, i): Point => {
    const [x, y] = place(side, i);
    return [left + (flip ? side - 1 - x : x) * step, top + y * step];
  });
  const sun: Point = [edges.cx + rnd.range(-90, 90), edges.cy + rnd.range(-60, 60)];
  const parts: string[] = [];
  for (let i = 0; i < points.length - 1; i++) {
    const [a, b] = [points[i] ?? sun, points[i + 1] ?? sun];
    const near = Math.hypot((a[0] + b[0]) / 2 - sun[0], (a[1] + b[1]) / 2 - sun[1]);
    const inside = Math.max(0, Math.min(1, (430 - near) / 60));
    parts.push(stroked(lines([a, b]), ramp(palette.inks, i / points.length), 8 + inside * 16));
  }
  return sheet({ seed, palette, ground: palette.ground, art: parts.join('') });
}

/** Where on a grid of `side` by `side` the n-th place of the curve lies. */
function place(side: number, index: number): [number, number] {
  let [x, y, t] = [0, 0, index];
  for (let s = 1; s < side; s *= 2) {
    const rx = 1 & Math.floor(t / 2);
    const ry = 1 & (t ^ rx);
    if (ry === 0) {
      if (rx === 1) [x, y] = [s - 1 - x, s - 1 - y];
      [x, y] = [y, x];
    }
    x += s * rx;
    y += s * ry;
    t = Math.floor(t / 4);
  }
  return [x, y];
}
