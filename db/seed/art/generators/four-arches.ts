import { inkAt, type Palette } from '../palette';
import { random } from '../random';
import { bar, filled, overprinted } from '../shapes';
import { plate, sheet } from '../sheet';
import { num } from '../svg';

/** Arcade: arches within arches, their inks let overlap by a hair so that the edges print twice. */
export function fourArches(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const [columns, rows] = [2, 2];
  const [wide, tall] = [plate.width / columns, plate.height / rows];
  const parts: string[] = [bar(plate.x, plate.y, plate.width, plate.height, palette.ground)];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const cx = plate.x + wide * (column + 0.5);
      const foot = plate.y + tall * (row + 1) - 34;
      const start = rnd.int(0, 6);
      const count = rnd.int(4, 6);
      const outer = wide / 2 - 34;
      const crown = foot - tall + 74 + outer;
      for (let i = 0; i < count; i++) {
        const from = outer * (1 - i / count);
        const to = outer * (1 - (i + 1) / count) - 3;
        const colour = inkAt(palette.inks, start + i);
        const hollow =
          i === count - 1
            ? `M${num(cx - from)} ${num(foot)}V${num(crown)}A${num(from)} ${num(from)} 0 0 1 ${num(cx + from)} ${num(crown)}V${num(foot)}Z`
            : `M${num(cx - from)} ${num(foot)}V${num(crown)}A${num(from)} ${num(from)} 0 0 1 ${num(cx + from)} ${num(crown)}V${num(foot)}H${num(cx + to)}V${num(crown)}A${num(to)} ${num(to)} 0 0 0 ${num(cx - to)} ${num(crown)}V${num(foot)}Z`;
        parts.push(overprinted([filled(hollow, colour)]));
      }
    }
  return sheet({ seed, palette, art: parts.join('') });
}
