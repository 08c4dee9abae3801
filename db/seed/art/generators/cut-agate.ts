import { fractalNoise } from '../noise';
import { blend, inkAt, type Palette } from '../palette';
import { random } from '../random';
import { edges, filled, stroked } from '../shapes';
import { sheet } from '../sheet';
import { curve, lines, type Point } from '../svg';

/** Growth rings: a stone cut through, each band following the one outside it and forgetting a little. */
export function cutAgate(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const shape = fractalNoise(seed + 2, 3);
  const ripple = fractalNoise(seed + 31, 2);
  const [cx, cy] = [edges.cx + rnd.range(-30, 30), edges.cy + rnd.range(-40, 40)];
  const ring = (share: number): Point[] =>
    Array.from({ length: 90 }, (_, i): Point => {
      const angle = (i / 90) * 2 * Math.PI;
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      const rough =
        shape(c * 0.8 + 3, s * 0.8 + 3) * 0.3 +
        ripple(c * 1.6 + share * 2.2, s * 1.6 - share) * 0.13 * (1.1 - share);
      const reach = 540 * share * (1 + rough * (0.5 + 0.5 * share));
      return [cx + c * reach * 0.92 + (1 - share) * 70, cy + s * reach * 1.14 - (1 - share) * 90];
    });
  const parts = [filled(curve(ring(1), true), palette.ink)];
  let share = 0.975;
  let index = 0;
  while (share > 0.2) {
    const colour = inkAt(palette.inks, index);
    parts.push(filled(curve(ring(share), true), colour));
    if (rnd.chance(0.45)) {
      const hairs = rnd.int(1, 4);
      for (let n = 1; n <= hairs; n++)
        parts.push(stroked(curve(ring(share - n * 0.008), true), blend(colour, palette.paper, 0.6), 3));
      share -= hairs * 0.009;
    }
    share -= rnd.pick([0.014, 0.022, 0.034, 0.05, 0.07]);
    index += rnd.int(1, 2);
  }
  const hollow = ring(share + 0.02);
  parts.push(filled(curve(hollow, true), palette.paper));
  for (let i = 0; i < hollow.length; i += 3) {
    const at = hollow[i] ?? [cx, cy];
    const next = hollow[(i + 3) % hollow.length] ?? at;
    const [mx, my] = [cx + (1 - share) * 70, cy - (1 - share) * 90];
    const depth = rnd.range(0.25, 0.7);
    const tip: Point = [at[0] + (mx - at[0]) * depth, at[1] + (my - at[1]) * depth];
    parts.push(
      filled(
        lines([at, tip, next], true),
        blend(inkAt(palette.inks, i), palette.paper, rnd.range(0.2, 0.75)),
      ),
    );
  }
  return sheet({ seed, palette, art: parts.join('') });
}
