import { noise } from '../noise';
import { blend, inkAt, type Palette } from '../palette';
import { random } from '../random';
import { disc, edges, filled, moved, stroked } from '../shapes';
import { plate, sheet } from '../sheet';
import { num, type Point } from '../svg';

/** Shoal: fish that keep their distance and follow one current, and one that does not. */
export function otherWay(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const current = noise(seed + 11);
  const turn = (x: number, y: number): number => current(x / 620, y / 620) * 0.75;
  const placed: Point[] = [];
  for (let tries = 0; tries < 4200 && placed.length < 150; tries++) {
    const x = rnd.range(plate.x - 20, edges.right + 20);
    const y = rnd.range(plate.y, edges.bottom);
    if (placed.every(([ox, oy]) => ((ox - x) / 132) ** 2 + ((oy - y) / 74) ** 2 > 1)) placed.push([x, y]);
  }
  const rebel = placed.reduce((best, [x, y], i) => {
    const [bx, by] = placed[best] ?? [0, 0];
    const far = (px: number, py: number) => Math.hypot(px - edges.cx - 130, py - edges.cy + 190);
    return far(x, y) < far(bx, by) ? i : best;
  }, 0);
  const art = placed.map(([x, y], i) => {
    const degrees = (turn(x, y) * 180) / Math.PI;
    if (i === rebel) return moved([fish(inkAt(palette.inks, -1), palette)], x, y, degrees + 180, 1.12, -1.12);
    const depth = rnd.next();
    const colour = blend(
      inkAt(palette.inks, rnd.int(0, palette.inks.length - 2)),
      palette.ground,
      depth * 0.5,
    );
    return moved([fish(colour, palette)], x, y, degrees + rnd.bell() * 7, rnd.range(0.84, 1.02));
  });
  return sheet({ seed, palette, ground: palette.ground, art: art.join('') });
}

function fish(colour: string, palette: Palette): string {
  const body =
    'M62 0C44 -26 10 -30 -18 -16C-30 -10 -40 -4 -44 -2L-70 -24C-66 -8 -66 8 -70 24L-44 2C-40 4 -30 10 -18 16C10 30 44 26 62 0Z';
  const belly = 'M62 0C44 26 10 30 -18 16C-30 10 -40 4 -44 2C-10 12 30 10 62 0Z';
  const fin = `M8 ${num(-23)}C-2 -40 -16 -40 -26 -34L-16 -16Z`;
  return (
    filled(fin, blend(colour, palette.ink, 0.2)) +
    filled(body, colour) +
    filled(belly, blend(colour, palette.paper, 0.35)) +
    stroked('M30 -14Q22 0 30 14', blend(colour, palette.ink, 0.35), 3) +
    disc(44, -5, 4.6, palette.ink)
  );
}
