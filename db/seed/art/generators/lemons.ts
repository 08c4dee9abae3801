import { blend, inkAt, type Palette } from '../palette';
import { type Random, random } from '../random';
import { away, disc, dots, edges, filled, moved, oval, stroked } from '../shapes';
import { plate, sheet } from '../sheet';
import { num, type Point } from '../svg';

/** Orchard: fruit whole and cut, packed until none more would fit, with leaves in the gaps. */
export function lemons(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const placed: Point[] = [];
  for (let tries = 0; tries < 3000 && placed.length < 40; tries++) {
    const at: Point = [rnd.range(plate.x - 20, edges.right + 20), rnd.range(plate.y - 20, edges.bottom + 20)];
    if (placed.every(([x, y]) => Math.hypot(x - at[0], y - at[1]) > 236)) placed.push(at);
  }
  const leaves: string[] = [];
  const fruit: string[] = [];
  placed.forEach(([x, y], i) => {
    const degrees = rnd.range(0, 360);
    for (let n = 0; n < 3; n++)
      leaves.push(
        moved([leaf(palette, n + i)], x, y, degrees + n * 118 + rnd.range(-20, 20), rnd.range(0.85, 1.1)),
      );
    fruit.push(moved(i % 3 === 1 ? slice(rnd, palette) : whole(rnd, palette), x, y, degrees));
  });
  return sheet({ seed, palette, ground: palette.ground, art: leaves.join('') + fruit.join('') });
}

function whole(rnd: Random, palette: Palette): string[] {
  const skin = blend(inkAt(palette.inks, 0), inkAt(palette.inks, 1), rnd.next() * 0.5);
  const body =
    'M0 -132C14 -132 20 -116 34 -106C84 -84 98 -40 96 4C92 62 62 96 26 110C14 118 10 132 0 132C-10 132 -14 118 -26 110C-62 96 -92 62 -96 4C-98 -40 -84 -84 -34 -106C-20 -116 -14 -132 0 -132Z';
  const shade =
    'M34 -106C84 -84 98 -40 96 4C92 62 62 96 26 110C14 118 10 132 0 132C-4 132 -7 130 -9 127C60 90 74 -20 34 -106Z';
  const pores = Array.from({ length: 16 }, (): Point => [rnd.bell() * 80, rnd.bell() * 90]);
  return [
    filled(body, skin),
    filled(shade, inkAt(palette.inks, 1)),
    dots(pores, blend(skin, palette.ink, 0.18), 6),
    oval(-40, -40, 14, 30, blend(skin, palette.paper, 0.6), 16),
  ];
}

function slice(_: Random, palette: Palette): string[] {
  const segments = Array.from({ length: 9 }, (_, i) => {
    const angle = (i / 9) * 2 * Math.PI;
    const [ax, ay] = away([0, 0], angle + 0.08, 18);
    const [bx, by] = away([0, 0], angle + 0.08, 78);
    const [cx, cy] = away([0, 0], angle + 0.35, 86);
    const [dx, dy] = away([0, 0], angle + 0.62, 78);
    return filled(
      `M${num(ax)} ${num(ay)}L${num(bx)} ${num(by)}Q${num(cx)} ${num(cy)} ${num(dx)} ${num(dy)}Z`,
      blend(inkAt(palette.inks, 0), palette.paper, 0.3),
    );
  });
  return [disc(0, 0, 106, inkAt(palette.inks, 0)), disc(0, 0, 94, palette.paper), ...segments];
}

function leaf(palette: Palette, index: number): string {
  const colour = inkAt(palette.inks, 2 + (index % 3));
  return (
    filled('M60 0C90 -62 160 -70 214 -34C180 36 110 50 60 0Z', colour) +
    stroked('M70 0Q140 -8 196 -30', blend(colour, palette.paper, 0.4), 5)
  );
}
