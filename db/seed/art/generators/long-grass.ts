import { fractalNoise } from '../noise';
import { type Palette, ramp } from '../palette';
import { random } from '../random';
import { dots, stroked } from '../shapes';
import { plate, sheet } from '../sheet';
import { curve, type Point } from '../svg';

/** Flow field: blades that all lean the way the wind does where they stand, back row first. */
export function longGrass(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const wind = fractalNoise(seed + 6, 2);
  const rows = 26;
  const parts: string[] = [];
  for (let row = 0; row < rows; row++) {
    const share = row / (rows - 1);
    const foot = plate.y + 330 + share ** 1.25 * (plate.height - 180);
    const byColour: string[][] = [[], [], []];
    const seeds: Point[] = [];
    const count = Math.round(96 - share * 52);
    for (let i = 0; i < count; i++) {
      const x = plate.x - 60 + ((i + rnd.next()) / count) * (plate.width + 120);
      const tall = (130 + share * 240) * rnd.range(0.7, 1.15);
      const lean = wind(x / 620, foot / 900) * 1.15 + 0.32;
      const blade = Array.from({ length: 4 }, (_, n): Point => {
        const t = n / 3;
        return [x + Math.sin(lean * t) * tall * t, foot - Math.cos(lean * t) * tall * t];
      });
      byColour[rnd.int(0, 2)]?.push(curve(blade));
      const tip = blade[3];
      if (tip && rnd.chance(0.13)) seeds.push(tip, [tip[0] + 5, tip[1] + 12], [tip[0] - 5, tip[1] + 20]);
    }
    byColour.forEach((blades, n) => {
      if (blades.length > 0)
        parts.push(
          stroked(blades.join(''), ramp(palette.inks, Math.min(1, share * 0.86 + n * 0.07)), 5 + share * 9),
        );
    });
    parts.push(dots(seeds, palette.paper, 9 + share * 5));
  }
  return sheet({ seed, palette, ground: palette.ground, art: parts.join('') });
}
