import { blend, inkAt, type Palette } from '../palette';
import { type Random, random } from '../random';
import { away, bar, disc, dots, edges, filled, moved, oval, stroked } from '../shapes';
import { plate, sheet } from '../sheet';
import { num, type Point } from '../svg';

/** Still life: six pots on two boards, a different succulent grown in each. */
export function windowsill(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const plants = [column, paddles, ball, spikes, rosette, beads];
  const boards = [edges.top + 760, edges.top + 1430];
  const parts = boards.map((y) => bar(plate.x, y, plate.width, 36, blend(palette.ground, palette.ink, 0.5)));
  parts.unshift(disc(edges.cx + 230, edges.top + 330, 250, inkAt(palette.inks, -1)));
  plants.forEach((plant, i) => {
    const x = edges.left + 235 + (i % 3) * 395;
    const foot = boards[Math.floor(i / 3)] ?? 0;
    const [wide, tall] = [rnd.range(105, 128), rnd.range(150, 190)];
    const clay = inkAt(palette.inks, 3 + (i % 3));
    parts.push(
      moved(plant(rnd, palette), x, foot - tall + 8),
      pot(x, foot, wide, tall, clay, palette),
      moved(plant === beads ? trailing(rnd, palette) : [], x, foot - tall),
    );
  });
  return sheet({ seed, palette, ground: palette.ground, art: parts.join('') });
}

function pot(x: number, foot: number, wide: number, tall: number, clay: string, palette: Palette): string {
  const d = (from: number, to: number): string =>
    `M${num(x + wide * from)} ${num(foot - tall)}H${num(x + wide * to)}L${num(x + wide * to * 0.74)} ${num(foot)}H${num(x + wide * from * 0.74)}Z`;
  return (
    filled(d(-1, 1), clay) +
    filled(d(0.35, 1), blend(clay, palette.ink, 0.2)) +
    bar(x - wide * 1.1, foot - tall - 16, wide * 2.2, 44, blend(clay, palette.paper, 0.2)) +
    bar(x + wide * 0.4, foot - tall - 16, wide * 0.7, 44, blend(clay, palette.ink, 0.12))
  );
}

const green = (palette: Palette, share: number): string =>
  blend(inkAt(palette.inks, 0), inkAt(palette.inks, 1), share);

function column(rnd: Random, palette: Palette): string[] {
  const body = (x: number, y: number, wide: number, tall: number): string =>
    bar(x - wide / 2, y - tall, wide, tall + 40, green(palette, 0), wide / 2) +
    stroked(
      [-0.26, 0, 0.26].map((s) => `M${num(x + wide * s)} ${num(y - tall + 44)}V${num(y + 10)}`).join(''),
      green(palette, 0.6),
      7,
    );
  const arm = `M60 -190H112Q132 -190 132 -212V-300`;
  return [
    body(0, 0, 120, rnd.range(410, 440)),
    stroked(arm, green(palette, 0), 62),
    stroked('M-60 -120H-100Q-118 -120 -118 -140V-190', green(palette, 0), 56),
    disc(0, -440, 26, inkAt(palette.inks, 3)),
  ];
}

function paddles(rnd: Random, palette: Palette): string[] {
  const pads: readonly (readonly [number, number, number, number])[] = [
    [0, -110, 86, 0],
    [-84, -250, 72, -26],
    [70, -268, 78, 22],
    [-126, -372, 50, -40],
    [96, -412, 56, 6],
  ];
  return pads.flatMap(([x, y, r, turn], i) => [
    oval(x, y, r * 0.78, r * 1.18, green(palette, i * 0.2), turn),
    dots(
      Array.from({ length: 11 }, (): Point => [x + rnd.bell() * r * 0.8, y + rnd.bell() * r * 1.2]),
      palette.paper,
      7,
    ),
  ]);
}

function ball(_: Random, palette: Palette): string[] {
  const ribs = [-2, -1, 0, 1, 2].map((n) => `M${n * 6} -238Q${n * 66} -110 ${n * 34} 10`);
  return [
    disc(0, -100, 142, green(palette, 0.35)),
    stroked(ribs.join(''), green(palette, 0.9), 7),
    ...crown(palette),
  ];
}

const crown = (palette: Palette): string[] =>
  [-44, 0, 44].map((x) => oval(x, -244 + Math.abs(x) * 0.3, 24, 34, inkAt(palette.inks, 3), x * 0.6));

function spikes(rnd: Random, palette: Palette): string[] {
  return Array.from({ length: 13 }, (_, i) => {
    const angle = -Math.PI / 2 + (i - 6) * 0.2 * (i % 2 ? 1 : 0.8);
    const [tx, ty] = away([0, 0], angle, rnd.range(280, 400) * (1 - Math.abs(i - 6) * 0.045));
    const [lx, ly] = away([0, 0], angle - 0.42, 120);
    const [rx, ry] = away([0, 0], angle + 0.42, 120);
    return filled(
      `M0 24Q${num(lx)} ${num(ly)} ${num(tx)} ${num(ty)}Q${num(rx)} ${num(ry)} 0 24Z`,
      green(palette, (i % 3) / 2),
    );
  });
}

function rosette(_: Random, palette: Palette): string[] {
  return [3, 2, 1, 0].flatMap((ring) =>
    Array.from({ length: 5 + ring * 2 }, (_, i) => {
      const angle = (i / (5 + ring * 2)) * 2 * Math.PI + ring * 0.5;
      const [x, y] = away([0, -96], angle, 26 + ring * 36);
      return oval(
        x,
        -96 + (y + 96) * 0.62,
        40 + ring * 7,
        26 + ring * 4,
        green(palette, 1 - ring * 0.3),
        (angle * 180) / Math.PI,
      );
    }),
  );
}

function beads(rnd: Random, palette: Palette): string[] {
  return Array.from({ length: 26 }, () =>
    disc(rnd.bell() * 110, -rnd.range(0, 46), rnd.range(17, 25), green(palette, rnd.next())),
  );
}

function trailing(rnd: Random, palette: Palette): string[] {
  return [-92, -48, 0, 50, 94].flatMap((x, i) =>
    Array.from({ length: [9, 5, 3, 6, 10][i] ?? 4 }, (_, n) =>
      disc(x + Math.sin(n * 0.9 + i) * 9, n * 33, rnd.range(13, 19), green(palette, rnd.next())),
    ),
  );
}
