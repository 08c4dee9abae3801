import { inkAt, type Palette } from '../palette';
import { type Random, random } from '../random';
import { away, bar, moved, stroked } from '../shapes';
import { plate, sheet } from '../sheet';
import { curve, num, type Point } from '../svg';

/** Paper cut: leaves snipped out of painted paper, one to a tile; lobes are strokes that thin towards their tips. */
export function cutLeaves(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const [columns, rows] = [3, 4];
  const [wide, tall] = [plate.width / columns, plate.height / rows];
  const parts: string[] = [];
  let last = -1;
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const count = palette.inks.length;
      let ground = rnd.int(0, count - 1);
      while (ground === last) ground = rnd.int(0, count - 1);
      last = ground;
      const cut = (ground + rnd.int(1, count - 1)) % count;
      const [x, y] = [plate.x + column * wide, plate.y + row * tall];
      parts.push(bar(x, y, wide + 0.5, tall + 0.5, inkAt(palette.inks, ground)));
      const upright = rnd.chance(0.7) ? 0 : 180;
      parts.push(
        moved(
          leaf(rnd, inkAt(palette.inks, cut), row + column),
          x + wide / 2,
          y + tall / 2 + (upright === 0 ? 22 : -22),
          upright + rnd.bell() * 12,
          0.8,
        ),
      );
    }
  return sheet({ seed, palette, ground: palette.ground, art: `<g>${parts.join('')}</g>` });
}

function leaf(rnd: Random, colour: string, kind: number): string[] {
  const sway = rnd.range(-36, 36);
  const spine: Point[] = Array.from({ length: 9 }, (_, i) => {
    const t = i / 8;
    return [Math.sin(t * 3.4) * sway, 170 - t * 335];
  });
  const lobes = rnd.int(4, 6);
  const wild = kind % 3 === 1;
  const parts = [stroked(curve(spine), colour, 30)];
  for (let i = 0; i < lobes; i++) {
    const t = 0.2 + (0.68 * i) / (lobes - 1);
    const at = spine[Math.round(t * 8)] ?? [0, 0];
    const reach = (72 + 92 * Math.sin(t * Math.PI) ** 0.7) * rnd.range(0.85, 1.1);
    for (const side of [-1, 1]) {
      const angle = -Math.PI / 2 + side * (1.22 - t * 0.55) + rnd.bell() * 0.12;
      const middle = away(at, angle + side * (wild ? 0.3 : 0.1), reach * 0.55);
      const end = away(at, angle - side * (wild ? 0.35 : 0), reach);
      const d = `M${num(at[0])} ${num(at[1])}Q${num(middle[0])} ${num(middle[1])} ${num(end[0])} ${num(end[1])}`;
      parts.push(stroked(d, colour, 46 - t * 12));
      const half = `M${num(at[0])} ${num(at[1])}L${num((at[0] + middle[0]) / 2)} ${num((at[1] + middle[1]) / 2)}`;
      parts.push(stroked(half, colour, 58 - t * 14));
    }
  }
  return parts;
}
