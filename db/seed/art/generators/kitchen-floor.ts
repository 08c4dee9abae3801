import { inkAt, type Palette } from '../palette';
import { type Random, random } from '../random';
import { bar, disc, filled, moved } from '../shapes';
import { plate, sheet } from '../sheet';
import { num } from '../svg';

const size = 157.5;
const half = size / 2;
const arc = (r: number): string =>
  `M${num(-half)} ${num(-half)}H${num(-half + r)}A${num(r)} ${num(r)} 0 0 1 ${num(-half)} ${num(-half + r)}Z`;

/** Truchet in colour: four tiles, each turned four ways and mirrored about the middle, as a tiler lays a border. */
export function kitchenFloor(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const [columns, rows] = [8, 10];
  const plan = Array.from({ length: rows / 2 }, () =>
    Array.from({ length: columns / 2 }, () => ({
      kind: rnd.int(0, 5),
      inks: [rnd.int(0, 9), rnd.int(1, 3), rnd.int(1, 3)] as const,
    })),
  );
  const parts: string[] = [];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const [r, c] = [Math.min(row, rows - 1 - row), Math.min(column, columns - 1 - column)];
      const cell = plan[r]?.[c];
      if (!cell) continue;
      const [x, y] = [plate.x + size * (column + 0.5), plate.y + size * (row + 0.5)];
      const [a, b, d] = [
        cell.inks[0],
        cell.inks[0] + cell.inks[1],
        cell.inks[0] + cell.inks[1] + cell.inks[2],
      ];
      parts.push(
        moved(
          tile(cell.kind, inkAt(palette.inks, a), inkAt(palette.inks, b), inkAt(palette.inks, d)),
          x,
          y,
          0,
          column === c ? 1 : -1,
          row === r ? 1 : -1,
        ),
      );
    }
  return sheet({ seed, palette, ground: palette.ground, art: parts.join('') + wear(rnd, palette) });
}

function tile(kind: number, ground: string, first: string, second: string): string[] {
  const base = bar(-half - 0.4, -half - 0.4, size + 0.8, size + 0.8, ground);
  switch (kind) {
    case 0:
      return [
        base,
        filled(arc(size), first),
        filled(arc(size * 0.66), ground),
        filled(arc(size * 0.33), second),
      ];
    case 1:
      return [base, filled(arc(size), first), filled(arc(size * 0.5), second)];
    case 2:
      return [
        base,
        filled(`M${-half} ${half}L${half} ${-half}V${half}Z`, first),
        disc(0, 0, size * 0.16, second),
      ];
    case 3:
      return [base, disc(0, 0, size * 0.42, first), disc(0, 0, size * 0.2, second)];
    case 4:
      return [
        base,
        filled(arc(half), first),
        filled(`M${half} ${half}V0A${half} ${half} 0 0 0 0 ${half}Z`, second),
      ];
    default:
      return [
        base,
        filled(
          `M${-half} ${-half}A${size} ${size} 0 0 1 ${half} ${half}A${size} ${size} 0 0 1 ${-half} ${-half}Z`,
          first,
        ),
        disc(half * 0.56, -half * 0.56, size * 0.12, second),
      ];
  }
}

/** Where feet have been: the joints, and small chips of the ground. */
function wear(rnd: Random, palette: Palette): string {
  return Array.from({ length: 60 }, () =>
    disc(
      rnd.range(plate.x, plate.x + plate.width),
      rnd.range(plate.y, plate.y + plate.height),
      rnd.range(1.5, 4),
      palette.paper,
    ),
  ).join('');
}
