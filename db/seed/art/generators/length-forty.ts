import { noise } from '../noise';
import { blend, inkAt, type Palette } from '../palette';
import { random } from '../random';
import { bar, disc, dots, edges, filled, moved, oval, stroked } from '../shapes';
import { plate, sheet } from '../sheet';
import { curve, num, type Point } from '../svg';

/** Caustics: a pool from the high board, light netting over the tiles, and whoever swims at this hour. */
export function lengthForty(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const water = palette.ground;
  const sway = noise(seed + 3);
  const lanes = 5;
  const wide = plate.width / lanes;
  const parts: string[] = [];
  for (let lane = 0; lane < lanes; lane++) {
    const x = plate.x + wide * (lane + 0.5);
    const line = Array.from({ length: 26 }, (_, i): Point => {
      const y = plate.y + 110 + i * ((plate.height - 220) / 25);
      return [x + sway(x / 90, y / 130) * 13, y];
    });
    parts.push(stroked(curve(line), blend(water, palette.ink, 0.62), 24));
    parts.push(
      stroked(
        `M${num(x - 62)} ${plate.y + 110}h124M${num(x - 62)} ${edges.bottom - 110}h124`,
        blend(water, palette.ink, 0.62),
        24,
      ),
    );
  }
  const glints: string[] = [];
  for (let i = 0; i < 46; i++) {
    const y = plate.y + (i / 46) * plate.height;
    let x = plate.x - rnd.range(0, 120);
    while (x < edges.right) {
      const long = rnd.range(50, 160);
      const points = Array.from(
        { length: 5 },
        (_, n): Point => [x + (long * n) / 4, y + sway((x + n * 40) / 120, y / 60) * 24],
      );
      if (rnd.chance(0.5)) glints.push(curve(points));
      x += long + rnd.range(30, 120);
    }
  }
  parts.push(stroked(glints.join(''), blend(water, palette.paper, 0.55), 5));
  for (let lane = 1; lane < lanes; lane++) {
    const x = plate.x + wide * lane;
    const floats = Array.from(
      { length: 63 },
      (_, i): Point => [x + sway(x / 200, i / 6) * 7, plate.y + 12 + i * 25],
    );
    parts.push(stroked(`M${num(x)} ${plate.y}V${edges.bottom}`, palette.paper, 4));
    parts.push(
      dots(
        floats.filter((_, i) => i % 6 < 3),
        inkAt(palette.inks, 0),
        19,
      ),
      dots(
        floats.filter((_, i) => i % 6 >= 3),
        palette.paper,
        19,
      ),
    );
  }
  const swimmers: readonly (readonly [number, number, number])[] = [
    [0, 0.3, 0],
    [1, 0.68, 180],
    [2, 0.44, 0],
    [4, 0.78, 180],
    [4, 0.22, 0],
  ];
  swimmers.forEach(([lane, share, turn], i) => {
    const colours = [inkAt(palette.inks, 1 + (i % 3)), inkAt(palette.inks, i % 2 ? 0 : 4)] as const;
    parts.push(
      moved(
        swimmer(colours, palette, i),
        plate.x + wide * (lane + 0.5) + rnd.bell() * 14,
        plate.y + plate.height * share,
        turn,
        1.25,
      ),
    );
  });
  return sheet({ seed, palette, ground: water, art: parts.join('') });
}

function swimmer([skin, suit]: readonly [string, string], palette: Palette, index: number): string[] {
  const wake = 'M-16 70Q-40 130 -30 210M16 70Q40 130 30 210M0 90V220';
  const reach =
    index % 2 === 0
      ? 'M-20 -18Q-50 -60 -26 -104M20 -14Q58 6 52 46'
      : 'M20 -18Q50 -60 26 -104M-20 -14Q-58 6 -52 46';
  return [
    oval(18, 26, 34, 84, blend(palette.ground, palette.ink, 0.5)),
    stroked(wake, blend(palette.ground, palette.paper, 0.8), 7),
    stroked(reach, skin, 15),
    stroked('M-9 46L-13 112M9 46L15 104', skin, 16),
    filled('M-25 -24C-30 10 -20 46 -16 62H16C20 46 30 10 25 -24C12 -36 -12 -36 -25 -24Z', skin),
    filled('M-22 4C-22 30 -20 50 -17 66H17C20 50 22 30 22 4Z', suit),
    disc(0, -46, 21, inkAt(palette.inks, index % 2 ? 4 : 0)),
    bar(-6, -66, 12, 10, blend(palette.paper, palette.ground, 0.1), 4),
  ];
}
