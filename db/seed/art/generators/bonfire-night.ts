import { blend, inkAt, type Palette } from '../palette';
import { type Random, random } from '../random';
import { away, bar, disc, dots, edges, filled, stroked } from '../shapes';
import { plate, sheet } from '../sheet';
import { num, type Point } from '../svg';

/** Fireworks: bursts of sparks that fall as they go out, above the roofs of people who had meant to be asleep. */
export function bonfireNight(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const bursts: readonly (readonly [number, number, number, number])[] = [
    [-250, -420, 300, 0],
    [260, -250, 360, 1],
    [-130, 60, 230, 2],
    [380, 210, 170, 3],
    [-440, -60, 150, 3],
    [90, -620, 160, 2],
  ];
  const parts = bursts.map(([dx, dy, r, ink]) =>
    burst(rnd, [edges.cx + dx, edges.cy + dy], r, inkAt(palette.inks, ink), palette),
  );
  parts.push(roofs(rnd, palette));
  return sheet({ seed, palette, ground: palette.ground, art: parts.join('') });
}

function burst(rnd: Random, at: Point, r: number, colour: string, palette: Palette): string {
  const count = Math.round(20 + r / 12);
  const inner: string[] = [];
  const outer: string[] = [];
  const sparks: Point[] = [];
  for (let i = 0; i < count; i++) {
    const angle = (i / count) * 6.283 + rnd.bell() * 0.05;
    const reach = r * rnd.range(0.82, 1.04);
    const [ax, ay] = away(at, angle, r * 0.16);
    const [mx, my] = away(at, angle, reach * 0.62);
    const [ex, ey] = away(at, angle, reach);
    const fall = r * 0.14;
    (i % 2 ? inner : outer).push(`M${num(ax)} ${num(ay)}Q${num(mx)} ${num(my)} ${num(ex)} ${num(ey + fall)}`);
    sparks.push([ex, ey + fall + 12]);
    if (rnd.chance(0.5)) sparks.push([ex + rnd.bell() * 16, ey + fall + 34]);
  }
  return (
    stroked(outer.join(''), colour, 6) +
    stroked(inner.join(''), blend(colour, palette.paper, 0.4), 4) +
    dots(sparks, blend(colour, palette.paper, 0.6), 12) +
    stroked(
      `M${num(at[0])} ${num(at[1] + r * 0.3)}Q${num(at[0] + 20)} ${num(at[1] + 340)} ${num(at[0] - 10)} ${num(edges.bottom - 210)}`,
      blend(palette.ground, colour, 0.35),
      3,
    ) +
    disc(at[0], at[1], r * 0.05, palette.paper)
  );
}

function roofs(rnd: Random, palette: Palette): string {
  const parts: string[] = [];
  for (let x = plate.x - 30; x < edges.right; ) {
    const wide = rnd.range(130, 210);
    const y = edges.bottom - rnd.range(150, 270);
    const roof = rnd.range(60, 100);
    const wall = blend(palette.ink, palette.ground, rnd.range(0.05, 0.35));
    parts.push(
      bar(x, y, wide + 1, 400, wall),
      filled(
        `M${num(x - 14)} ${num(y)}L${num(x + wide / 2)} ${num(y - roof)}L${num(x + wide + 14)} ${num(y)}Z`,
        blend(wall, palette.ink, 0.4),
      ),
    );
    parts.push(bar(x + wide * 0.7, y - roof * 0.95, 24, 60, blend(wall, palette.ink, 0.4)));
    for (let n = 0; n < 3; n++)
      if (rnd.chance(0.45)) parts.push(bar(x + 24 + n * 46, y + 36, 28, 40, inkAt(palette.inks, 1)));
    x += wide + 6;
  }
  return parts.join('');
}
