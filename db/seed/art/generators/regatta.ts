import { blend, inkAt, type Palette } from '../palette';
import { type Random, random } from '../random';
import { bar, disc, edges, filled, moved, stroked } from '../shapes';
import { plate, sheet } from '../sheet';
import { num } from '../svg';

/** Triangles: a class start, every sail full and the water only a few long strokes. */
export function regatta(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const horizon = plate.y + 420;
  const boats = [
    { x: 150, y: 60, size: 0.36 },
    { x: 420, y: 40, size: 0.3 },
    { x: 700, y: 74, size: 0.42 },
    { x: 980, y: 50, size: 0.33 },
    { x: 1150, y: 110, size: 0.46 },
    { x: 330, y: 250, size: 0.78 },
    { x: 860, y: 330, size: 0.92 },
    { x: 540, y: 720, size: 1.5 },
    { x: 1060, y: 900, size: 1.62 },
    { x: 190, y: 1010, size: 1.75 },
  ];
  const parts = [
    bar(plate.x, plate.y, plate.width, 430, inkAt(palette.inks, 0)),
    disc(edges.cx + 330, plate.y + 190, 96, inkAt(palette.inks, 5)),
    filled(
      `M${plate.x} ${horizon}V${horizon - 40}C${plate.x + 200} ${horizon - 110} ${plate.x + 420} ${horizon - 30} ${plate.x + 620} ${horizon - 16}L${edges.right} ${horizon}Z`,
      blend(inkAt(palette.inks, 0), palette.ink, 0.3),
    ),
    ...waves(rnd, horizon, palette),
  ];
  boats.forEach(({ x, y, size }, i) => {
    parts.push(moved(boat(rnd, palette, i), plate.x + x, horizon + y + 40 * size, rnd.range(2, 9), size));
  });
  return sheet({ seed, palette, ground: palette.ground, art: parts.join('') });
}

function boat(rnd: Random, palette: Palette, index: number): string[] {
  const sail = inkAt(palette.inks, 1 + (index % 4));
  const jib = index % 3 === 0 ? palette.paper : inkAt(palette.inks, 2 + (index % 3));
  const tall = rnd.range(300, 340);
  return [
    filled('M-96 10Q0 74 110 10Z', blend(palette.ground, palette.ink, 0.35), 0.6),
    filled(`M-6 -18Q-120 -90 -14 ${num(-tall)}Z`, sail),
    filled(`M-6 -18Q-66 -90 -14 ${num(-tall)}L-10 ${num(-tall * 0.6)}Z`, blend(sail, palette.ink, 0.16)),
    filled(`M6 -22Q86 -110 -4 ${num(-tall * 0.92)}Z`, jib),
    bar(-8, -tall - 12, 6, tall + 12, palette.ink),
    filled('M-104 -12H110C96 18 70 28 20 28H-60C-84 28 -98 12 -104 -12Z', palette.paper),
    filled(
      'M-101 -2H106C102 6 98 11 92 15H-92C-96 11 -99 5 -101 -2Z',
      inkAt(palette.inks, 1 + ((index + 2) % 4)),
    ),
  ];
}

function waves(rnd: Random, horizon: number, palette: Palette): string[] {
  return Array.from({ length: 90 }, () => {
    const depth = rnd.next() ** 1.2;
    const y = horizon + 24 + depth * (edges.bottom - horizon);
    const long = 40 + depth * rnd.range(80, 300);
    const x = rnd.range(plate.x - 60, edges.right);
    const colour = rnd.chance(0.3)
      ? blend(palette.ground, palette.paper, 0.4)
      : blend(palette.ground, palette.ink, 0.3);
    return stroked(
      `M${num(x)} ${num(y)}q${num(long / 4)} ${num(-4 - depth * 10)} ${num(long / 2)} 0t${num(long / 2)} 0`,
      colour,
      3 + depth * 6,
    );
  });
}
