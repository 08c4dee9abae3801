import { blend, inkAt, type Palette } from '../palette';
import { random } from '../random';
import { away, disc, dots, edges, stroked } from '../shapes';
import { sheet } from '../sheet';
import { el, lines, num, type Point } from '../svg';

/** Star chart: an invented sky, joined up by always taking the nearest star that is not yet spoken for. */
export function ninthSky(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const middle: Point = [edges.cx, edges.cy - 40];
  const radius = 560;
  const rule = blend(palette.ground, inkAt(palette.inks, 1), 0.42);
  const ring = (r: number, width: number, dash?: string): string =>
    el('circle', {
      cx: middle[0],
      cy: middle[1],
      r,
      fill: 'none',
      stroke: rule,
      'stroke-width': width,
      'stroke-dasharray': dash,
    });
  const spokes = Array.from({ length: 12 }, (_, i) =>
    lines([away(middle, (i * Math.PI) / 6, 40), away(middle, (i * Math.PI) / 6, radius)]),
  );
  const ticks = Array.from({ length: 144 }, (_, i) =>
    lines([
      away(middle, (i / 144) * 2 * Math.PI, radius + 14),
      away(middle, (i / 144) * 2 * Math.PI, radius + (i % 12 === 0 ? 44 : 27)),
    ]),
  );
  const bright: { at: Point; size: number }[] = [];
  for (let tries = 0; tries < 2000 && bright.length < 74; tries++) {
    const at = away(middle, rnd.range(0, 6.283), Math.sqrt(rnd.next()) * (radius - 34));
    if (bright.every((star) => Math.hypot(star.at[0] - at[0], star.at[1] - at[1]) > 66))
      bright.push({ at, size: 4 + rnd.next() ** 2.4 * 15 });
  }
  const faint = Array.from({ length: 420 }, () =>
    away(middle, rnd.range(0, 6.283), Math.sqrt(rnd.next()) * (radius - 12)),
  );
  const band = Array.from({ length: 900 }, (): Point => {
    const t = rnd.range(-1, 1);
    const [x, y] = [middle[0] + t * radius, middle[1] - t * 380 + rnd.bell() * 150];
    return Math.hypot(x - middle[0], y - middle[1]) < radius - 10 ? [x, y] : middle;
  });
  const taken = new Set<number>();
  const figures: string[] = [];
  for (let start = 0; start < bright.length && figures.length < 11; start += 1) {
    if (taken.has(start)) continue;
    let here = start;
    const chain: Point[] = [];
    const long = rnd.int(4, 7);
    while (chain.length < long) {
      taken.add(here);
      const star = bright[here];
      if (!star) break;
      chain.push(star.at);
      let next = -1;
      let best = 175;
      bright.forEach((other, i) => {
        const far = Math.hypot(other.at[0] - star.at[0], other.at[1] - star.at[1]);
        if (!taken.has(i) && far < best) [best, next] = [far, i];
      });
      if (next < 0) break;
      here = next;
    }
    if (chain.length > 3) figures.push(lines(chain, chain.length === 4 && rnd.chance(0.5)));
  }
  const orbit = el('ellipse', {
    cx: middle[0] + 60,
    cy: middle[1] + 40,
    rx: 430,
    ry: 330,
    fill: 'none',
    stroke: inkAt(palette.inks, 2),
    'stroke-width': 4,
    'stroke-dasharray': '16 12',
    transform: `rotate(-24 ${num(middle[0])} ${num(middle[1])})`,
  });
  const art = [
    dots(band, blend(palette.ground, palette.paper, 0.2), 4),
    ring(radius, 5),
    ring(radius + 58, 3),
    ...[0.25, 0.5, 0.75].map((share) => ring(radius * share, 2.4)),
    stroked(spokes.join('') + ticks.join(''), rule, 2.4),
    orbit,
    dots(faint, blend(palette.ground, palette.paper, 0.55), 4),
    stroked(figures.join(''), inkAt(palette.inks, 0), 3.4),
    ...bright.map(({ at, size }, i) =>
      disc(at[0], at[1], size, i % 9 === 0 ? inkAt(palette.inks, 2) : palette.paper),
    ),
  ];
  return sheet({ seed, palette, ground: palette.ground, art: art.join('') });
}
