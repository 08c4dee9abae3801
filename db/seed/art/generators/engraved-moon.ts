import { fractalNoise } from '../noise';
import { inkAt, type Palette } from '../palette';
import { random } from '../random';
import { edges, filled } from '../shapes';
import { plate, sheet } from '../sheet';
import { lines, type Point } from '../svg';

/** Engraving: nothing but level lines, swelling where it is dark, as a burin swells them. */
export function engravedMoon(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const seas = fractalNoise(seed + 1, 4);
  const sky = fractalNoise(seed + 50, 2);
  const moon = { x: edges.cx, y: edges.cy - 40, r: 520 };
  const craters = Array.from({ length: 24 }, () => {
    const angle = rnd.range(0, 6.28);
    const reach = Math.sqrt(rnd.next()) * 0.86;
    return { x: Math.cos(angle) * reach, y: Math.sin(angle) * reach, r: rnd.range(0.03, 0.13) };
  });
  const dark = (x: number, y: number): number => {
    const [u, v] = [(x - moon.x) / moon.r, (y - moon.y) / moon.r];
    const far = u * u + v * v;
    if (far > 1) return 0.72 + sky(x / 420, y / 160) * 0.24;
    const round = Math.sqrt(1 - far);
    let shade =
      0.2 - (-0.62 * u - 0.42 * v + 0.66 * round) * 0.5 + 0.34 + Math.max(0, seas(u * 1.7, v * 1.7)) * 0.55;
    for (const crater of craters) {
      const d = Math.hypot(u - crater.x, v - crater.y) / crater.r;
      if (d < 1) shade += (u - crater.x + v - crater.y) / crater.r > 0 ? -0.12 : 0.22;
      else if (d < 1.25) shade -= 0.14;
    }
    return shade;
  };
  const gap = 16.6;
  const parts: string[] = [];
  for (let y = plate.y + gap; y < edges.bottom; y += gap) {
    const above: Point[] = [];
    const below: Point[] = [];
    for (let x = plate.x; x <= edges.right; x += 9) {
      const bow =
        Math.hypot(x - moon.x, y - moon.y) < moon.r
          ? ((y - moon.y) / moon.r) *
            60 *
            Math.max(0, 1 - ((x - moon.x) / moon.r) ** 2 - ((y - moon.y) / moon.r) ** 2)
          : 0;
      const half = (gap / 2) * Math.max(0.06, Math.min(0.93, dark(x, y)));
      above.push([x, y - half + bow]);
      below.push([x, y + half + bow]);
    }
    parts.push(lines([...above, ...below.toReversed()], true));
  }
  return sheet({
    seed,
    palette,
    ground: palette.ground,
    art: filled(parts.join(''), inkAt(palette.inks, 0)),
  });
}
