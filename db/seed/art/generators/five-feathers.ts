import { blend, inkAt, type Palette } from '../palette';
import { type Random, random } from '../random';
import { dots, edges, filled, moved, stroked } from '../shapes';
import { sheet } from '../sheet';
import { lines, num, type Point } from '../svg';

/** Vanes: feathers built barb by barb along a bent quill, with the gaps where the barbs came unzipped. */
export function fiveFeathers(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const parts = Array.from({ length: 5 }, (_, i) => {
    const long = [1060, 1240, 1330, 1180, 1010][i] ?? 1100;
    const x = edges.left + 142 + i * 246;
    return moved(feather(rnd, palette, i, long), x, edges.cy + long / 2 - 10, rnd.bell() * 3);
  });
  return sheet({ seed, palette, ground: palette.ground, art: parts.join('') });
}

function feather(rnd: Random, palette: Palette, index: number, long: number): string[] {
  const bend = rnd.range(-34, 34);
  const wide = rnd.range(78, 98);
  const bands = rnd.int(3, 9);
  const colours = [0, 1, 2].map((n) => inkAt(palette.inks, index * 2 + n));
  const quill = (t: number): Point => [bend * Math.sin(t * Math.PI) * 0.9, -t * long];
  const steps = 74;
  const parts: string[] = [];
  for (const side of [-1, 1]) {
    let slip = 0;
    for (let i = 0; i < steps; i++) {
      const t = 0.2 + (0.8 * i) / steps;
      if (rnd.chance(0.05)) slip = rnd.range(4, 15);
      const swell = Math.sin(((t - 0.2) / 0.8) ** 0.72 * Math.PI) ** 0.6;
      const reach = wide * swell * (side < 0 ? 0.72 : 1) + 4;
      const [ax, ay] = quill(t);
      const [bx, by] = quill(t + 0.8 / steps + 0.004);
      const rise = reach * 0.86;
      const band = Math.floor(t * bands * 1.6) % 2;
      const tip = t > 0.9;
      const fill = blend(
        (tip ? colours[2] : colours[band]) ?? palette.ink,
        palette.ink,
        side < 0 ? 0.06 : 0.16 + (i % 2) * 0.05,
      );
      const outer: Point[] = [
        [ax, ay + slip],
        [ax + side * reach, ay - rise + slip],
        [bx + side * reach * 0.99, by - rise + slip - 1],
        [bx, by],
      ];
      parts.push(filled(lines(outer, true), fill));
      slip *= 0.5;
    }
  }
  const down = Array.from({ length: 26 }, () => {
    const t = rnd.range(0.13, 0.23);
    const [x, y] = quill(t);
    const side = rnd.chance(0.5) ? 1 : -1;
    return `M${num(x)} ${num(y)}q${num(side * 22)} -6 ${num(side * rnd.range(30, 64))} ${num(rnd.range(-44, 16))}`;
  }).join('');
  const spine = lines(Array.from({ length: 30 }, (_, i) => quill((i / 29) * 0.97)));
  return [
    stroked(down, blend(palette.paper, colours[0] ?? palette.ink, 0.3), 2.6),
    ...parts,
    stroked(spine, blend(palette.paper, palette.ink, 0.2), 6),
    dots([quill(0)], palette.ink, 9),
  ];
}
