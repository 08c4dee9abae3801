import { blend, inkAt, type Palette, ramp } from '../palette';
import { random } from '../random';
import { plate, sheet, sheetId } from '../sheet';
import { el, lines, type Point } from '../svg';

/** Voronoi: a leaded window with the sun behind it; each pane is the part of the window nearest to its own point. */
export function eastWindow(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const box = { x: plate.x + 120, y: plate.y + 60, width: plate.width - 240, height: plate.height - 120 };
  const sun: Point = [box.x + box.width * rnd.range(0.36, 0.64), box.y + box.height * rnd.range(0.3, 0.42)];
  const sunRadius = rnd.range(165, 205);
  let sites: Point[] = Array.from({ length: 150 }, () => [
    rnd.range(box.x, box.x + box.width),
    rnd.range(box.y, box.y + box.height),
  ]);
  for (let round = 0; round < 2; round++) sites = sites.map((site) => centroid(cell(site, sites, box)));
  const leaded = { stroke: palette.ink, 'stroke-width': 9, 'stroke-linejoin': 'round' };
  const outlines = sites.map((site) => lines(cell(site, sites, box), true));
  const shades = sites.map((site) => {
    const away = Math.hypot(site[0] - sun[0], site[1] - sun[1]);
    const stray = rnd.chance(0.1) ? rnd.range(0.16, 0.3) : rnd.bell() * 0.14;
    return ramp(palette.inks, Math.max(0, away - sunRadius * 0.6) / (box.height * 0.72) + stray);
  });
  const glass = outlines.map((d, i) => el('path', { d, fill: shades[i] }));
  const light = outlines.map((d) =>
    el('path', { d, fill: blend(palette.ground, palette.paper, rnd.next()) }),
  );
  const disc = { cx: sun[0], cy: sun[1], r: sunRadius };
  const [arch, archId, sunId] = [archPath(box), sheetId(seed, 'arch'), sheetId(seed, 'sun')];
  const window = el(
    'g',
    { 'clip-path': `url(#${archId})` },
    el('g', leaded, glass.join('')) +
      el('g', { ...leaded, 'clip-path': `url(#${sunId})` }, light.join('')) +
      el('circle', { ...disc, ...leaded, fill: 'none' }),
  );
  const border = { d: arch, fill: 'none', 'stroke-linejoin': 'round' };
  return sheet({
    seed,
    palette,
    defs:
      el('clipPath', { id: archId }, el('path', { d: arch })) +
      el('clipPath', { id: sunId }, el('circle', disc)),
    art:
      window +
      el('path', { ...border, stroke: palette.ink, 'stroke-width': 78 }) +
      el('path', {
        ...border,
        stroke: inkAt(palette.inks, -1),
        'stroke-width': 52,
        'stroke-dasharray': '86.5 9',
      }),
  });
}

function archPath({ x, y, width, height }: { x: number; y: number; width: number; height: number }): string {
  const r = width / 2;
  return `M${x} ${y + height}V${y + r}A${r} ${r} 0 0 1 ${x + width} ${y + r}V${y + height}Z`;
}

/** The box cut down to what lies nearer to `site` than to any other site. */
function cell(
  site: Point,
  sites: readonly Point[],
  box: { x: number; y: number; width: number; height: number },
): Point[] {
  let shape: Point[] = [
    [box.x, box.y],
    [box.x + box.width, box.y],
    [box.x + box.width, box.y + box.height],
    [box.x, box.y + box.height],
  ];
  for (const other of sites) {
    if (other === site) continue;
    const [nx, ny] = [other[0] - site[0], other[1] - site[1]];
    const limit = (other[0] ** 2 - site[0] ** 2 + other[1] ** 2 - site[1] ** 2) / 2;
    const side = (p: Point): number => p[0] * nx + p[1] * ny - limit;
    shape = shape.flatMap((p, i) => {
      const q = shape[(i + 1) % shape.length] ?? p;
      const [a, b] = [side(p), side(q)];
      const share = a / (a - b);
      const cut: Point = [p[0] + (q[0] - p[0]) * share, p[1] + (q[1] - p[1]) * share];
      return a <= 0 ? (b <= 0 ? [p] : [p, cut]) : b <= 0 ? [cut] : [];
    });
  }
  return shape;
}

function centroid(points: readonly Point[]): Point {
  const count = Math.max(1, points.length);
  return [points.reduce((sum, p) => sum + p[0], 0) / count, points.reduce((sum, p) => sum + p[1], 0) / count];
}
