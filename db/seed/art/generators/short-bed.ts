import { blend, inkAt, type Palette } from '../palette';
import { type Random, random } from '../random';
import { bar, filled, moved, stroked } from '../shapes';
import { plate, sheet } from '../sheet';
import { lines, num } from '../svg';

const size = 315;
const half = size / 2;

/** Patchwork: twenty blocks from four patterns, in whatever cloth was left, quilted over in running stitch. */
export function shortBed(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const parts: string[] = [];
  for (let row = 0; row < 5; row++)
    for (let column = 0; column < 4; column++) {
      const block = [cabin, geese, star, nine][(row * 2 + column + rnd.int(0, 1)) % 4] ?? cabin;
      const cloth = Array.from({ length: 4 }, (_, i) => inkAt(palette.inks, rnd.int(0, 2) + i * 2));
      parts.push(
        moved(
          block(rnd, cloth, palette),
          plate.x + size * (column + 0.5),
          plate.y + size * (row + 0.5),
          rnd.int(0, 3) * 90,
        ),
      );
    }
  const rows = Array.from({ length: 20 }, (_, i) => {
    const y = plate.y + 40 + i * 79;
    return `M${plate.x} ${y}q${num(size / 4)} -22 ${num(size / 2)} 0${'t157.5 0'.repeat(7)}`;
  });
  const stitch = `<g stroke-dasharray="9 13">${stroked(rows.join(''), blend(palette.paper, palette.ink, 0.08), 3)}</g>`;
  return sheet({ seed, palette, ground: palette.ground, art: parts.join('') + stitch });
}

type Cloth = readonly string[];
const patch = (x: number, y: number, w: number, h: number, fill = '#000000'): string =>
  bar(x - 0.5, y - 0.5, w + 1, h + 1, fill);

function cabin(_: Random, cloth: Cloth, palette: Palette): string[] {
  const step = size / 9;
  const parts = [
    patch(-half, -half, size, size, palette.ground),
    patch(-step / 2, -step / 2, step, step, cloth[0]),
  ];
  for (let ring = 4; ring >= 1; ring--) {
    const r = step * (ring + 0.5);
    const light = ring % 2 ? cloth[1] : palette.paper;
    const dark = ring % 2 ? cloth[2] : cloth[3];
    parts.push(patch(-r, -r, r * 2, step, light), patch(r - step, -r, step, r * 2, light));
    parts.push(patch(-r, r - step, r * 2, step, dark), patch(-r, -r + step, step, r * 2 - step, dark));
  }
  return parts;
}

function geese(_: Random, cloth: Cloth, palette: Palette): string[] {
  const step = size / 4;
  const parts = [patch(-half, -half, size, size, cloth[0])];
  for (let i = 0; i < 4; i++) {
    const y = -half + step * (i + 1);
    for (const x of [-half / 2, half / 2])
      parts.push(
        filled(
          lines(
            [
              [x - half / 2, y],
              [x, y - step],
              [x + half / 2, y],
            ],
            true,
          ),
          i % 2 ? palette.paper : (cloth[2] ?? palette.ink),
        ),
      );
  }
  return parts;
}

function star(_: Random, cloth: Cloth, palette: Palette): string[] {
  const q = size / 4;
  const point = (turn: number): string =>
    moved(
      [
        filled(
          lines(
            [
              [-q, -q],
              [0, -half],
              [q, -q],
              [0, 0],
            ],
            true,
          ),
          turn % 180 === 0 ? (cloth[1] ?? palette.ink) : (cloth[3] ?? palette.ink),
        ),
      ],
      0,
      0,
      turn,
    );
  return [
    patch(-half, -half, size, size, palette.paper),
    patch(-q, -q, q * 2, q * 2, cloth[2]),
    ...[0, 90, 180, 270].map(point),
    ...[0, 90, 180, 270].map((turn) =>
      moved(
        [
          filled(
            lines(
              [
                [-half, -half],
                [-q, -half],
                [-half, -q],
              ],
              true,
            ),
            cloth[0] ?? palette.ink,
          ),
        ],
        0,
        0,
        turn,
      ),
    ),
  ];
}

function nine(_: Random, cloth: Cloth, palette: Palette): string[] {
  const step = size / 3;
  return Array.from({ length: 9 }, (_, i) =>
    patch(
      -half + (i % 3) * step,
      -half + Math.floor(i / 3) * step,
      step,
      step,
      i === 4 ? palette.paper : i % 2 ? cloth[1] : cloth[2],
    ),
  );
}
