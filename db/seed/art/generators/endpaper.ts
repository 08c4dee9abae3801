import { contours, sampleGrid } from '../contours';
import { fractalNoise, noise } from '../noise';
import { inkAt, type Palette } from '../palette';
import { random } from '../random';
import { filled } from '../shapes';
import { plate, sheet } from '../sheet';
import { curve, lines } from '../svg';

/** Marbling: colours dropped on water in rings, pulled one way with a comb and back with a stylus, lifted once. */
export function endpaper(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const drift = fractalNoise(seed + 1, 2);
  const swirl = noise(seed + 9);
  const teeth = rnd.range(150, 190);
  const drops = Array.from({ length: 16 }, () => ({
    x: rnd.range(0, 1600),
    y: rnd.range(-100, 2000),
    r: rnd.range(120, 330),
  }));
  const rings = (x: number, y: number): number =>
    drops.reduce((sum, drop) => sum + Math.exp(-(((x - drop.x) ** 2 + (y - drop.y) ** 2) / drop.r ** 2)), 0);
  const level = (px: number, py: number): number => {
    const comb = 120 * Math.sin((px / teeth) * Math.PI) * Math.abs(Math.sin((px / teeth) * Math.PI)) ** 0.4;
    const x = px + swirl(px / 420, py / 420) * 170;
    const y = py + comb + swirl(px / 380 + 40, py / 380) * 120;
    return rings(x, y) * 2.2 + drift(x / 700, y / 260) * 1.5 + y / 330;
  };
  const box = { x: plate.x - 40, y: plate.y - 40, width: plate.width + 80, height: plate.height + 80 };
  const grid = sampleGrid(box, 12, level);
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of grid.values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  // A frame lower than all else closes every line, so that what is above a level is a shape.
  for (let row = 0; row < grid.rows; row++)
    for (let column = 0; column < grid.columns; column++)
      if (row === 0 || column === 0 || row === grid.rows - 1 || column === grid.columns - 1)
        grid.values[row * grid.columns + column] = low - 1;
  const parts: string[] = [];
  const steps = 30;
  for (let i = 0; i < steps; i++) {
    const at = low + ((high - low) * (i + rnd.range(0, 0.55))) / steps;
    const shapes = contours(grid, at).map(({ points, closed }) =>
      points.length > 12
        ? curve(
            points.filter((_, n) => n % 2 === 0),
            closed,
          )
        : lines(points, closed),
    );
    parts.push(filled(shapes.join(''), inkAt(palette.inks, i)));
  }
  return sheet({ seed, palette, ground: palette.ground, art: parts.join('') });
}
