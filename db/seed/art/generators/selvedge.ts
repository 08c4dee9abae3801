import { blend, inkAt, type Palette } from '../palette';
import { type Random, random } from '../random';
import { plate, sheet } from '../sheet';
import { el } from '../svg';

type Thread = { at: number; width: number; colour: string };

/** Woven grid: warp and weft in one order of stripes, over two and under two, as a twill is made. */
export function selvedge(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const warp = threads(rnd, palette, plate.x, plate.width);
  const weft = threads(rnd, palette, plate.y, plate.height);
  const gap = 2;
  const down = (t: Thread, from: number, length: number): string =>
    el('rect', { x: t.at + gap, y: from, width: t.width - 2 * gap, height: length, fill: t.colour });
  const across = (t: Thread): string =>
    el('rect', { x: plate.x, y: t.at + gap, width: plate.width, height: t.width - 2 * gap, fill: t.colour });
  const shade = blend(palette.ground, palette.ink, 0.55);
  const parts = [...warp.map((t) => down(t, plate.y, plate.height)), ...weft.map(across)];
  warp.forEach((up, i) => {
    weft.forEach((over, j) => {
      if ((i + j) % 4 > 1) return;
      const first = (i + j) % 4 === 0;
      parts.push(
        el('rect', {
          x: up.at - 1,
          y: over.at - (first ? 0 : gap),
          width: up.width + 2,
          height: over.width + gap,
          fill: shade,
        }),
        down(up, over.at - gap - 1, over.width + 2 * gap + 2),
      );
    });
  });
  return sheet({ seed, palette, art: parts.join(''), ground: shade });
}

/** Stripes that read the same from both ends, as a weaver repeats a draft backwards from the middle. */
function threads(rnd: Random, palette: Palette, start: number, length: number): Thread[] {
  const half: { width: number; colour: string }[] = [];
  let used = 0;
  let stripe = rnd.int(0, 9);
  while (used < length / 2) {
    const count = rnd.int(2, 6);
    const width = rnd.pick([21, 26, 26, 34]);
    stripe += rnd.int(1, palette.inks.length - 1);
    const colour = inkAt(palette.inks, stripe);
    for (let i = 0; i < count && used < length / 2; i++) {
      half.push({ width, colour });
      used += width;
    }
  }
  const both = [...half, ...half.toReversed()];
  const scale = length / (used * 2);
  let at = start;
  return both.map(({ width, colour }) => {
    const thread = { at, width: width * scale, colour };
    at += width * scale;
    return thread;
  });
}
