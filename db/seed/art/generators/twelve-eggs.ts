import { blend, inkAt, type Palette } from '../palette';
import { type Random, random } from '../random';
import { dots, edges, filled, moved, oval } from '../shapes';
import { sheet } from '../sheet';
import { curve, type Point } from '../svg';

const outline = (long: number, wide: number): Point[] =>
  Array.from({ length: 28 }, (_, i): Point => {
    const angle = (i / 28) * 2 * Math.PI;
    const y = -Math.cos(angle) * long;
    return [Math.sin(angle) * wide * (1 + 0.2 * (y / long)), y];
  });

/** Speckle: eggs laid out as collectors once did, each with a hand of its own for spots. */
export function twelveEggs(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const parts: string[] = [];
  for (let row = 0; row < 4; row++)
    for (let column = 0; column < 3; column++) {
      const [x, y] = [edges.left + 245 + column * 385, edges.top + 215 + row * 382];
      const size = rnd.range(0.82, 1.1);
      parts.push(oval(x + 16, y + 118 * size, 108 * size, 34, blend(palette.ground, palette.ink, 0.22)));
      parts.push(moved(egg(rnd, palette, row * 3 + column), x, y, rnd.range(-24, 24), size));
    }
  return sheet({ seed, palette, ground: palette.ground, art: parts.join('') });
}

function egg(rnd: Random, palette: Palette, index: number): string[] {
  const [long, wide] = [rnd.range(136, 158), rnd.range(100, 114)];
  const shell = inkAt(palette.inks, index + rnd.int(0, 1) * 2);
  const dark = blend(palette.ink, shell, rnd.range(0.1, 0.4));
  const inside = (spread: number): Point => {
    for (;;) {
      const [x, y] = [rnd.range(-1, 1), rnd.bell() * spread + (1 - spread) * 0.7];
      const edge = 1 + 0.2 * y;
      if (Math.hypot(x / edge, y) < 0.9) return [x * wide, y * long];
    }
  };
  const kind = rnd.int(0, 4);
  const many = (count: number, spread: number): Point[] =>
    Array.from({ length: count }, () => inside(spread));
  const marks =
    kind === 0
      ? []
      : kind === 1
        ? [dots(many(150, 1), dark, 6), dots(many(26, 1), dark, 13)]
        : kind === 2
          ? [
              dots(many(60, 0.45), blend(dark, shell, 0.4), 26),
              dots(many(70, 0.4), dark, 15),
              dots(many(40, 1), dark, 7),
            ]
          : kind === 3
            ? [dots(many(34, 1), blend(dark, shell, 0.5), 24), dots(many(30, 1), dark, 15)]
            : [
                ...many(16, 1).map(([x, y]) => oval(x, y, rnd.range(6, 26), 5, dark, rnd.range(0, 180))),
                dots(many(60, 1), dark, 5),
              ];
  return [
    filled(curve(outline(long, wide), true), shell),
    ...marks,
    oval(-wide * 0.34, -long * 0.3, 20, 40, blend(shell, '#ffffff', 0.6), 18),
  ];
}
