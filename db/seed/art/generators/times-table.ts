import { inkAt, type Palette } from '../palette';
import { random } from '../random';
import { away, disc, edges, stroked } from '../shapes';
import { sheet } from '../sheet';
import { lines, type Point } from '../svg';

/** String art: nails in a circle, each tied to the one at twice its number, then three times, then four. */
export function timesTable(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const nails = 132;
  const start = rnd.range(0, 6.28);
  const circles = [
    { cx: edges.cx, cy: edges.cy - 300, r: 420, times: 2, ink: 0 },
    { cx: edges.cx - 300, cy: edges.cy + 440, r: 268, times: 3, ink: 1 },
    { cx: edges.cx + 300, cy: edges.cy + 440, r: 268, times: 5, ink: 2 },
  ];
  const art = circles.map(({ cx, cy, r, times, ink }) => {
    const turn = times === 2 ? -Math.PI / 2 : start;
    const count = times === 2 ? nails : 84;
    const nail = (n: number): Point => away([cx, cy], turn + (n / count) * 2 * Math.PI, r);
    const threads = Array.from({ length: count }, (_, n) => lines([nail(n), nail((n * times) % count)]));
    const pins = Array.from({ length: count }, (_, n) => nail(n)).map(([x, y]) =>
      disc(x, y, 3.6, palette.ink),
    );
    return stroked(threads.join(''), inkAt(palette.inks, ink), 3.4) + pins.join('');
  });
  return sheet({ seed, palette, ground: palette.ground, art: art.join('') });
}
