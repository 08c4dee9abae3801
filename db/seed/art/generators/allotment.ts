import { blend, inkAt, type Palette } from '../palette';
import { type Random, random } from '../random';
import { away, disc, dots, edges, filled, moved, oval, stroked } from '../shapes';
import { plate, sheet } from '../sheet';
import { num, type Point } from '../svg';

/** Poppies: petals are four overlapping blots, the field is as many stalks as fit under the sky. */
export function allotment(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const heads: { x: number; y: number; size: number }[] = [];
  for (let tries = 0; tries < 900 && heads.length < 26; tries++) {
    const y = rnd.range(plate.y + 150, edges.bottom - 330);
    const head = { x: rnd.range(plate.x + 40, edges.right - 40), y, size: rnd.range(62, 132) };
    if (
      heads.every(
        (other) => Math.hypot(other.x - head.x, (other.y - head.y) * 0.9) > other.size + head.size + 14,
      )
    )
      heads.push(head);
  }
  heads.sort((a, b) => a.y - b.y);
  const stems = heads.map(({ x, y }) => {
    const foot = x + rnd.bell() * 90;
    return `M${num(x)} ${num(y)}C${num(x + rnd.bell() * 60)} ${num(y + 260)} ${num(foot)} ${num(edges.bottom - 240)} ${num(foot)} ${num(edges.bottom + 10)}`;
  });
  const buds = Array.from({ length: 12 }, () => {
    const [x, y] = [rnd.range(plate.x + 30, edges.right - 30), rnd.range(plate.y + 260, edges.bottom - 420)];
    return (
      stroked(
        `M${num(x + 26)} ${num(y + 40)}C${num(x + 30)} ${num(y - 40)} ${num(x)} ${num(y - 40)} ${num(x)} ${num(y)}M${num(x + 26)} ${num(y + 40)}V${num(edges.bottom)}`,
        inkAt(palette.inks, 3),
        6,
      ) + oval(x, y + 16, 15, 27, blend(inkAt(palette.inks, 3), palette.paper, 0.25), 12)
    );
  });
  const art = [
    stroked(stems.join(''), inkAt(palette.inks, 3), 8),
    ...buds,
    ...foliage(rnd, palette),
    ...heads.map(({ x, y, size }) => moved(poppy(rnd, palette), x, y, rnd.range(0, 360), size / 100)),
  ];
  return sheet({ seed, palette, ground: palette.ground, art: art.join('') });
}

function foliage(rnd: Random, palette: Palette): string[] {
  return Array.from({ length: 60 }, (_, i) => {
    const x = rnd.range(plate.x - 20, edges.right + 20);
    const lean = rnd.bell() * 130;
    const tall = rnd.range(140, 400);
    const d = `M${num(x - 13)} ${num(edges.bottom + 8)}Q${num(x + lean * 0.1 - 20)} ${num(edges.bottom - tall * 0.6)} ${num(x + lean)} ${num(edges.bottom - tall)}Q${num(x + lean * 0.3 + 22)} ${num(edges.bottom - tall * 0.5)} ${num(x + 13)} ${num(edges.bottom + 8)}Z`;
    return filled(d, inkAt(palette.inks, 3 + (i % 2)));
  });
}

function poppy(rnd: Random, palette: Palette): string[] {
  const colour = inkAt(palette.inks, rnd.int(0, 2));
  const petals = [0, 1, 2, 3].map((n) => {
    const angle = n * (Math.PI / 2) + rnd.bell() * 0.16;
    const [x, y] = away([0, 0], angle, 42);
    return oval(
      x,
      y,
      62,
      76,
      blend(colour, n % 2 ? palette.ink : palette.paper, n % 2 ? 0.12 : 0.06),
      (angle * 180) / Math.PI,
    );
  });
  const ring = Array.from(
    { length: 22 },
    (_, i): Point => away([0, 0], (i / 22) * 2 * Math.PI, 30 + (i % 3) * 5),
  );
  return [
    ...petals,
    dots(
      [
        [-16, -18],
        [18, -14],
        [16, 18],
        [-18, 16],
      ],
      palette.ink,
      34,
    ),
    dots(ring, palette.ink, 7),
    disc(0, 0, 15, blend(inkAt(palette.inks, 4), palette.paper, 0.45)),
    stroked('M-11 0H11M0 -11V11M-8 -8L8 8M-8 8L8 -8', palette.ink, 2),
  ];
}
