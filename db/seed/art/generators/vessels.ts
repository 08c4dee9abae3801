import { blend, inkAt, type Palette } from '../palette';
import { type Random, random } from '../random';
import { bar, edges, filled, moved, oval } from '../shapes';
import { plate, sheet, sheetId } from '../sheet';
import { curve, el, num, type Point } from '../svg';

/** Turned on a wheel: each pot is a profile of five radii, mirrored, and glazed in bands. */
export function vessels(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const shelves = [edges.top + 560, edges.top + 1040, edges.top + 1520];
  const defs: string[] = [];
  const parts: string[] = [];
  shelves.forEach((y, row) => {
    const count = row === 1 ? 4 : 3;
    parts.push(bar(plate.x, y, plate.width, 18, blend(palette.ground, palette.ink, 0.55)));
    parts.push(bar(plate.x, y + 18, plate.width, 26, blend(palette.ground, palette.ink, 0.14)));
    for (let i = 0; i < count; i++) {
      const x = plate.x + (plate.width * (i + 0.5)) / count + rnd.bell() * 18;
      const id = sheetId(seed, `pot${row}${i}`);
      const [drawn, clip] = vessel(rnd, palette, row * 4 + i, (plate.width / count) * 0.42, id);
      defs.push(clip);
      parts.push(oval(x + 10, y, 90, 8, palette.ink), moved(drawn, x, y));
    }
  });
  return sheet({ seed, palette, ground: palette.ground, defs: defs.join(''), art: parts.join('') });
}

function vessel(rnd: Random, palette: Palette, index: number, room: number, id: string): [string[], string] {
  const tall = rnd.range(170, 400);
  const low = tall < 240;
  const radii = [
    rnd.range(0.3, 0.55),
    rnd.range(0.62, 1),
    rnd.range(low ? 0.7 : 0.4, 1),
    rnd.range(low ? 0.6 : 0.14, 0.42),
    rnd.range(low ? 0.6 : 0.2, 0.5),
  ].map((share) => Math.min(room, 170) * share);
  const right = radii.map((r, i): Point => [r, (-tall * i) / 4]);
  const outline = [...right, ...right.toReversed().map(([x, y]): Point => [-x, y])];
  const d = `${curve(right)}L${num(-(radii[4] ?? 0))} ${num(-tall)}${curve(right.toReversed().map(([x, y]): Point => [-x, y])).replace(/^M[^C]*/, '')}Z`;
  const glaze = inkAt(palette.inks, index * 2 + rnd.int(0, 1));
  const second = inkAt(palette.inks, index * 2 + 3);
  const wide = Math.max(...outline.map(([x]) => x)) + 30;
  const bandsAt: readonly (readonly [number, number])[] =
    [
      [[0, 0.32]],
      [
        [0.2, 0.06],
        [0.32, 0.06],
        [0.44, 0.06],
      ],
      [[0.55, 0.5]],
      [[0.3, 0.22]],
    ][index % 4]?.map(([from = 0, height = 0]) => [from, height] as const) ?? [];
  const bands = bandsAt.map(([from, height]) =>
    bar(-wide, -tall * (from + height), wide * 2, tall * height, second),
  );
  const drip =
    index % 3 === 2
      ? filled(
          `M${num(-wide)} ${num(-tall - 20)}H${num(wide)}V${num(-tall * 0.7)}${Array.from({ length: 6 }, () => `q${num(-wide / 12)} ${num(rnd.range(20, 90))} ${num(-wide / 6)} 0t${num(-wide / 6)} 0`).join('')}Z`,
          second,
        )
      : '';
  const shade = filled(
    `M${num(wide * 0.18)} ${num(-tall - 20)}H${num(wide)}V10H${num(wide * 0.18)}Z`,
    palette.ink,
    0.17,
  );
  const lip = oval(0, -tall, radii[4] ?? 20, 9, blend(glaze, palette.ink, 0.6));
  const inside = el('g', { 'clip-path': `url(#${id})` }, bands.join('') + drip + shade);
  return [[filled(d, glaze), inside, lip], el('clipPath', { id }, el('path', { d }))];
}
