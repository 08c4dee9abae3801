import { inkAt, type Palette } from '../palette';
import { random } from '../random';
import { edges, overprinted, stroked } from '../shapes';
import { sheet } from '../sheet';
import { curve, type Point } from '../svg';

type Band = { r: number; deep: number; waves: number; turns: number; ink: number };

/** Guilloche: bands of one wave drawn over and over, each time turned a little, as the engines of banknote printers do. */
export function promiseToPay(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const bands: readonly Band[] = [
    { r: 540, deep: 62, waves: 18, turns: 4, ink: 0 },
    { r: 420, deep: 84, waves: 12 + rnd.int(0, 2) * 2, turns: 4, ink: 1 },
    { r: 268, deep: 92, waves: 10, turns: 4, ink: 2 },
    { r: 108, deep: 70, waves: 8, turns: 5, ink: 0 },
  ];
  const art = bands.map((band) => overprinted([stroked(rosettes(band), inkAt(palette.inks, band.ink), 6)]));
  const corners = [-1, 1].flatMap((x) =>
    [-1, 1].map((y) =>
      overprinted([
        stroked(
          rosettes({ r: 62, deep: 44, waves: 6, turns: 4, ink: 1 }, edges.cx + x * 520, edges.cy + y * 660),
          inkAt(palette.inks, 1),
          4.5,
        ),
      ]),
    ),
  );
  return sheet({ seed, palette, ground: palette.ground, art: art.join('') + corners.join('') });
}

function rosettes({ r, deep, waves, turns }: Band, cx: number = edges.cx, cy: number = edges.cy): string {
  return Array.from({ length: turns }, (_, turn) => {
    const phase = (turn / turns) * 2 * Math.PI;
    const steps = waves * 10;
    const points = Array.from({ length: steps }, (_, i): Point => {
      const t = (i / steps) * 2 * Math.PI;
      const reach = r + deep * Math.sin(t * waves + phase) + deep * 0.3 * Math.cos(t * waves * 2 - phase);
      return [cx + Math.cos(t) * reach, cy + Math.sin(t) * reach];
    });
    return curve(points, true);
  }).join('');
}
