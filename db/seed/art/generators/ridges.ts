import { fractalNoise } from '../noise';
import { blend, inkAt, type Palette, ramp } from '../palette';
import { random } from '../random';
import { disc, dots, edges, filled } from '../shapes';
import { plate, sheet } from '../sheet';
import { lines, num, type Point } from '../svg';

/** Aerial perspective: hill behind hill, each printed a little paler, with spruces where the eye can still tell them. */
export function ridges(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const count = 9;
  const parts = [
    ...Array.from({ length: 12 }, (_, i) =>
      filled(
        `M${plate.x} ${plate.y + i * 52}H${edges.right}V${plate.y + 1000}H${plate.x}Z`,
        blend(palette.ground, inkAt(palette.inks, 0), (i / 12) * 0.8),
      ),
    ),
    disc(edges.cx + rnd.range(-260, 260), plate.y + 300, 120, palette.paper),
  ];
  const flock = Array.from(
    { length: 9 },
    (_, i) =>
      `M${num(edges.cx - 380 + i * 34 + rnd.bell() * 18)} ${num(plate.y + 250 + Math.abs(i - 3) * 15 + rnd.bell() * 12)}q9 -12 16 0q8 -12 17 -2q-9 -1 -17 7q-8 -9 -16 -5Z`,
  );
  parts.push(filled(flock.join(''), palette.ink));
  for (let i = 0; i < count; i++) {
    const share = i / (count - 1);
    const relief = fractalNoise(seed + i * 17, 4);
    const base = plate.y + 470 + share ** 1.15 * 960;
    const high = 150 + 90 * Math.sin(share * Math.PI);
    const scale = 300 + share * 260;
    const at = (x: number): number => base - (relief(x / scale, i * 3.7) + 0.25) * high;
    const crest = Array.from({ length: 106 }, (_, n): Point => [plate.x + n * 12, at(plate.x + n * 12)]);
    const colour = ramp(palette.inks, share);
    parts.push(filled(lines([...crest, [edges.right, edges.bottom], [plate.x, edges.bottom]], true), colour));
    if (share > 0.5) parts.push(spruces(rnd, at, share, colour, palette));
    if (share < 0.9) {
      const mist = Array.from(
        { length: 130 },
        (): Point => [rnd.range(plate.x, edges.right), base + 30 + rnd.next() ** 2 * 120],
      );
      parts.push(dots(mist, blend(colour, inkAt(palette.inks, 0), 0.3), 5));
    }
  }
  return sheet({ seed, palette, ground: palette.ground, art: parts.join('') });
}

function spruces(
  rnd: ReturnType<typeof random>,
  at: (x: number) => number,
  share: number,
  colour: string,
  palette: Palette,
): string {
  const size = 20 + (share - 0.5) * 190;
  const trees: string[] = [];
  for (let x = plate.x - 20; x < edges.right + 20; x += rnd.range(size * 0.22, size * 1.5)) {
    const tall = size * rnd.range(0.7, 1.5);
    const y = at(x) + 8;
    const w = tall * 0.21;
    const tier = (from: number, to: number, wide: number): string =>
      `M${num(x)} ${num(y - tall * to)}L${num(x + w * wide)} ${num(y - tall * from)}H${num(x - w * wide)}Z`;
    trees.push(tier(0, 0.55, 1), tier(0.28, 0.8, 0.76), tier(0.55, 1, 0.5));
  }
  return filled(trees.join(''), blend(colour, palette.ink, 0.25));
}
