import { blend, inkAt, type Palette } from '../palette';
import { type Random, random } from '../random';
import { away, dots, edges, stroked } from '../shapes';
import { sheet } from '../sheet';
import { num, type Point } from '../svg';

/** Umbels: every stalk ends in rays, every ray in smaller rays, every one of those in a dot. */
export function hedgeParsley(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const heads = [
    { x: -420, y: -60, size: 190 },
    { x: 60, y: -420, size: 300 },
    { x: 440, y: -180, size: 210 },
    { x: -180, y: 190, size: 150 },
    { x: 300, y: 260, size: 130 },
  ];
  const parts = heads.map(({ x, y, size }) => umbel(rnd, [edges.cx + x, edges.cy + y], size, palette));
  const blades = Array.from({ length: 46 }, () => {
    const at = rnd.range(edges.left - 30, edges.right + 30);
    const tall = rnd.range(90, 400) * (rnd.chance(0.2) ? 1.4 : 1);
    const lean = rnd.bell() * 130;
    return `M${num(at)} ${num(edges.bottom + 10)}q${num(lean * 0.15)} ${num(-tall * 0.7)} ${num(lean)} ${num(-tall)}`;
  });
  const grass = stroked(blades.join(''), inkAt(palette.inks, 1), 9);
  return sheet({ seed, palette, ground: palette.ground, art: parts.join('') + grass });
}

function umbel(rnd: Random, hub: Point, size: number, palette: Palette): string {
  const stem = inkAt(palette.inks, 0);
  const foot = edges.cx + (hub[0] - edges.cx) * 0.42;
  const stalks = [
    `M${num(foot)} ${num(edges.bottom + 10)}C${num(foot)} ${num(edges.bottom - 300)} ${num(hub[0])} ${num(hub[1] + 420)} ${num(hub[0])} ${num(hub[1])}`,
  ];
  const flowers: Point[] = [];
  const rays: string[] = [];
  const count = Math.round(size / 12);
  for (let i = 0; i < count; i++) {
    const share = (i / (count - 1)) * 2 - 1;
    const angle = -Math.PI / 2 + share * 1.28;
    const long = size * (0.98 - 0.16 * share * share) * rnd.range(0.92, 1.04);
    const bend = away(hub, angle * 0.6 - 0.63, long * 0.5);
    const end = away(hub, angle, long);
    stalks.push(
      `M${num(hub[0])} ${num(hub[1])}Q${num(bend[0])} ${num(bend[1])} ${num(end[0])} ${num(end[1])}`,
    );
    const small = size * 0.2;
    for (let n = 0; n < 9; n++) {
      const lean = -Math.PI / 2 + share * 0.8 + ((n - 4) / 4) * 1.35;
      const tip = away(end, lean, small * rnd.range(0.8, 1.1));
      rays.push(`M${num(end[0])} ${num(end[1])}L${num(tip[0])} ${num(tip[1])}`);
      flowers.push(tip, away(tip, rnd.range(0, 6.28), 7));
    }
  }
  const petal = size * 0.07 + 5;
  return (
    stroked(stalks.join(''), stem, 6) +
    stroked(rays.join(''), stem, 2.4) +
    dots(flowers, palette.paper, petal) +
    dots(
      flowers.filter((_, i) => i % 7 === 0),
      blend(inkAt(palette.inks, 2), palette.paper, 0.2),
      petal * 0.5,
    )
  );
}
