import { blend, inkAt, type Palette } from '../palette';
import { type Random, random } from '../random';
import { plate, sheet } from '../sheet';
import { el, lines, type Point } from '../svg';

type Parasol = { x: number; y: number; r: number };

/** Circle packing: a market square from above at noon, a parasol for every circle that still found room. */
export function marketNoon(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const parasols = pack(rnd);
  const shade = blend(palette.ground, palette.ink, 0.34);
  const shadows = parasols.map(({ x, y, r }) =>
    el('circle', { cx: x + r * 0.1 + 5, cy: y + r * 0.14 + 8, r, fill: shade }),
  );
  const art = shadows.join('') + parasols.map((parasol) => draw(parasol, rnd, palette)).join('');
  return sheet({ seed, palette, art, ground: palette.ground });
}

function pack(rnd: Random): Parasol[] {
  const placed: Parasol[] = [];
  const radii = [168, 128, 96, 70, 50, 34, 21, 13];
  const tries = [60, 160, 300, 500, 700, 900, 900, 700];
  const wanted = [3, 7, 12, 16, 22, 30, 34, 30];
  radii.forEach((size, tier) => {
    let left = wanted[tier] ?? 0;
    for (let i = 0; i < (tries[tier] ?? 0) && left > 0; i++) {
      const r = size * rnd.range(0.9, 1.08);
      const x = rnd.range(plate.x + r * 0.2, plate.x + plate.width - r * 0.2);
      const y = rnd.range(plate.y + r * 0.2, plate.y + plate.height - r * 0.2);
      if (placed.some((other) => Math.hypot(other.x - x, other.y - y) < other.r + r + 9)) continue;
      placed.push({ x, y, r });
      left--;
    }
  });
  return placed;
}

function draw({ x, y, r }: Parasol, rnd: Random, palette: Palette): string {
  const colour = rnd.pick(palette.inks);
  if (r < 24) return el('circle', { cx: x, cy: y, r, fill: r < 16 ? palette.ink : colour });
  const pale = rnd.chance(0.78) ? palette.paper : blend(colour, palette.paper, 0.35);
  const ribs = r > 110 ? 16 : r > 60 ? 12 : 8;
  const turn = rnd.next() * Math.PI;
  const rim = (i: number, reach: number): Point => {
    const angle = turn + (i * 2 * Math.PI) / ribs;
    return [x + Math.cos(angle) * reach, y + Math.sin(angle) * reach];
  };
  const wedges = Array.from({ length: ribs / 2 }, (_, i) =>
    lines([[x, y], rim(i * 2, r), rim(i * 2 + 1, r)], true),
  );
  const ribbed = Array.from({ length: ribs }, (_, i) => rim(i, r));
  const parts = [
    el('path', { d: lines(ribbed, true), fill: pale }),
    el('path', { d: wedges.join(''), fill: colour }),
  ];
  if (rnd.chance(0.4)) {
    const band = Array.from({ length: ribs }, (_, i) => rim(i, r * 0.42));
    parts.push(el('path', { d: lines(band, true), fill: inkAt(palette.inks, rnd.int(0, 9)) }));
  }
  parts.push(el('circle', { cx: x, cy: y, r: Math.max(3, r * 0.06), fill: palette.ink }));
  return parts.join('');
}
