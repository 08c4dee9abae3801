import { blend, inkAt, type Palette } from '../palette';
import { type Random, random } from '../random';
import { away, disc, dots, edges, filled, moved, oval, stroked } from '../shapes';
import { plate, sheet, sheetId } from '../sheet';
import { el, num, type Point } from '../svg';

/** Orbits: nine worlds that do not exist, each with weather of its own. */
export function orrery(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const sun: Point = [edges.left + 60, edges.bottom - 90];
  const defs: string[] = [];
  const parts: string[] = [];
  const stars = Array.from(
    { length: 160 },
    (): Point => [rnd.range(plate.x, edges.right), rnd.range(plate.y, edges.bottom)],
  );
  parts.push(dots(stars, blend(palette.ground, palette.paper, 0.55), 4));
  const reaches = [330, 480, 620, 790, 960, 1150, 1330, 1500];
  for (const reach of reaches)
    parts.push(
      el('circle', {
        cx: sun[0],
        cy: sun[1],
        r: reach,
        fill: 'none',
        stroke: blend(palette.ground, palette.paper, 0.3),
        'stroke-width': 2.6,
      }),
    );
  const rays = Array.from({ length: 40 }, (_, i) => {
    const [ax, ay] = away(sun, (i / 40) * 6.283, 226);
    const [bx, by] = away(sun, (i / 40) * 6.283, i % 2 ? 252 : 282);
    return `M${num(ax)} ${num(ay)}L${num(bx)} ${num(by)}`;
  });
  parts.push(
    disc(sun[0], sun[1], 206, inkAt(palette.inks, 0)),
    disc(sun[0], sun[1], 166, blend(inkAt(palette.inks, 0), palette.paper, 0.35)),
    stroked(rays.join(''), inkAt(palette.inks, 0), 8),
  );
  reaches.forEach((reach, i) => {
    const angle = -rnd.range(0.3, 1.25);
    const [x, y] = away(sun, angle, reach);
    const size = [26, 42, 36, 78, 58, 96, 50, 34][i] ?? 40;
    const [drawn, clip] = world(rnd, palette, i, size, sheetId(seed, `world${i}`));
    defs.push(clip);
    parts.push(moved(drawn, x, y));
    if (i % 3 === 1) parts.push(disc(x + size * 1.5, y - size * 0.7, 9, palette.paper));
  });
  return sheet({ seed, palette, ground: palette.ground, defs: defs.join(''), art: parts.join('') });
}

function world(rnd: Random, palette: Palette, index: number, r: number, id: string): [string[], string] {
  const base = inkAt(palette.inks, index + 1);
  const second = inkAt(palette.inks, index + 3);
  const weather =
    index % 3 === 0
      ? Array.from({ length: 5 }, (_, n) =>
          oval(
            0,
            -r + (n + 0.7) * r * 0.4,
            r * 1.1,
            r * rnd.range(0.05, 0.14),
            blend(second, base, rnd.next() * 0.4),
          ),
        )
      : index % 3 === 1
        ? Array.from({ length: 8 }, () =>
            disc(rnd.bell() * r, rnd.bell() * r, r * rnd.range(0.1, 0.28), blend(base, second, 0.6)),
          )
        : [
            oval(-r * 0.2, -r * 0.3, r * 0.7, r * 0.4, second, 20),
            oval(r * 0.5, r * 0.5, r * 0.5, r * 0.26, second, -30),
          ];
  const shade = filled(
    `M${num(-r * 0.2)} ${num(-r)}A${num(r * 1.05)} ${num(r * 1.05)} 0 0 1 ${num(-r * 0.3)} ${num(r)}L${num(r * 2)} ${num(r * 2)}V${num(-r * 2)}Z`,
    palette.ink,
    0.34,
  );
  const drawn = [disc(0, 0, r, base), el('g', { 'clip-path': `url(#${id})` }, weather.join('') + shade)];
  if (index === 5) {
    const hoop = (reach: number, width: number, colour: string): string =>
      el('path', {
        d: `M${num(-r * reach)} 0A${num(r * reach)} ${num(r * reach * 0.26)} 0 0 0 ${num(r * reach)} 0`,
        fill: 'none',
        stroke: colour,
        'stroke-width': width,
        transform: 'rotate(-16)',
      });
    const back = el('ellipse', {
      rx: r * 1.75,
      ry: r * 0.46,
      fill: 'none',
      stroke: inkAt(palette.inks, 0),
      'stroke-width': 10,
      transform: 'rotate(-16)',
    });
    return [
      [back, ...drawn, hoop(1.75, 10, inkAt(palette.inks, 0)), hoop(1.5, 6, palette.paper)],
      el('clipPath', { id }, el('circle', { r })),
    ];
  }
  return [drawn, el('clipPath', { id }, el('circle', { r }))];
}
