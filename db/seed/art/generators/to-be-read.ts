import { blend, inkAt, type Palette } from '../palette';
import { type Random, random } from '../random';
import { bar, disc, edges, filled, moved, oval, stroked } from '../shapes';
import { plate, sheet } from '../sheet';
import { num } from '../svg';

/** A shelf filled by rules: spines until the board is full, some leaning, some lying, one cat. */
export function toBeRead(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const shelves = 5;
  const tall = plate.height / shelves;
  const wood = blend(palette.ground, palette.ink, 0.38);
  const parts: string[] = [];
  for (let row = 0; row < shelves; row++) {
    const foot = plate.y + tall * (row + 1) - 22;
    let x = plate.x + 14;
    let lean = 0;
    while (x < edges.right - 40) {
      if (row === 2 && x > edges.cx - 20 && x < edges.cx + 180) {
        parts.push(moved(cat(palette), edges.cx + 130, foot));
        x = edges.cx + 350;
        continue;
      }
      if (
        rnd.chance(0.045) &&
        x < edges.right - 280 &&
        (row !== 2 || x > edges.cx + 200 || x < edges.cx - 280)
      ) {
        x += lying(rnd, x, foot, palette, parts);
        continue;
      }
      if (rnd.chance(0.04) && x < edges.right - 190 && (row !== 2 || x > edges.cx + 200)) {
        parts.push(plant(palette, x + 70, foot));
        x += 150;
        continue;
      }
      const wide = rnd.range(30, 74);
      const high = rnd.range(160, 262);
      if (x + wide > edges.right - 8) break;
      lean = rnd.chance(0.1) && x + wide + 60 < edges.right ? rnd.range(7, 12) : 0;
      parts.push(moved([spine(rnd, wide, high, palette)], x + (lean ? 8 : 0), foot, -lean));
      x += wide + (lean ? 58 : 3);
    }
    parts.push(
      bar(plate.x, foot, plate.width, 22, wood),
      bar(plate.x, foot, plate.width, 5, blend(wood, palette.paper, 0.35)),
    );
  }
  return sheet({ seed, palette, ground: palette.ground, art: parts.join('') });
}

function spine(rnd: Random, wide: number, high: number, palette: Palette): string {
  const cloth = inkAt(palette.inks, rnd.int(0, palette.inks.length - 1));
  const foil = blend(cloth, palette.paper, 0.72);
  const parts = [
    bar(0, -high, wide, high, cloth, 3),
    bar(0, -high, wide * 0.16, high, blend(cloth, palette.ink, 0.2), 3),
  ];
  switch (rnd.int(0, 5)) {
    case 0:
      parts.push(
        bar(0, -high * 0.88, wide, 6, foil),
        bar(0, -high * 0.82, wide, 6, foil),
        bar(0, -high * 0.14, wide, 10, foil),
      );
      break;
    case 1:
      parts.push(bar(wide * 0.26, -high * 0.84, wide * 0.5, high * 0.42, foil, 3));
      break;
    case 2:
      parts.push(
        disc(wide * 0.54, -high * 0.2, wide * 0.2, foil),
        bar(wide * 0.46, -high * 0.85, wide * 0.18, high * 0.45, foil),
      );
      break;
    case 3:
      parts.push(
        bar(0, -high * 0.7, wide, high * 0.3, blend(cloth, palette.ink, 0.45)),
        bar(wide * 0.34, -high * 0.64, wide * 0.36, high * 0.18, foil),
      );
      break;
    case 4:
      parts.push(bar(wide * 0.5, -high * 0.9, 5, high * 0.8, foil));
      break;
    default:
  }
  return parts.join('');
}

function lying(rnd: Random, x: number, foot: number, palette: Palette, parts: string[]): number {
  const wide = rnd.range(190, 236);
  let y = foot;
  const count = rnd.int(2, 4);
  for (let i = 0; i < count; i++) {
    const thick = rnd.range(30, 46);
    y -= thick;
    const long = wide - rnd.range(0, 40);
    const cloth = inkAt(palette.inks, rnd.int(0, palette.inks.length - 1));
    parts.push(
      bar(x, y, long, thick, cloth, 3),
      bar(x + 24, y, 8, thick, blend(cloth, palette.paper, 0.6)),
      bar(x + long - 40, y, 8, thick, blend(cloth, palette.paper, 0.6)),
    );
  }
  if (count === 3)
    parts.push(
      disc(x + 70, y - 30, 30, inkAt(palette.inks, 1)),
      stroked(`M${num(x + 70)} ${num(y - 58)}q4 -14 16 -18`, palette.ink, 5),
    );
  return wide + 8;
}

function plant(palette: Palette, x: number, foot: number): string {
  const leaf = blend('#3f6b4f', palette.ink, 0.1);
  const leaves = [-62, -36, -10, 16, 42, 66].map((degrees, i) =>
    oval(
      x + degrees * 0.9,
      foot - 150 + Math.abs(degrees) * 0.5,
      20,
      62 - (i % 2) * 12,
      i % 2 ? leaf : blend(leaf, palette.paper, 0.25),
      degrees,
    ),
  );
  return (
    leaves.join('') +
    filled(
      `M${num(x - 50)} ${num(foot - 92)}H${num(x + 50)}L${num(x + 36)} ${num(foot)}H${num(x - 36)}Z`,
      inkAt(palette.inks, 0),
    )
  );
}

/** Asleep, facing left. */
function cat(palette: Palette): string[] {
  const fur = blend(palette.ink, palette.ground, 0.08);
  return [
    filled('M-124 0C-150 -60 -110 -112 -40 -110C30 -130 130 -120 160 -50C170 -20 160 0 140 0Z', fur),
    filled(
      'M-150 -52C-154 -92 -136 -116 -128 -120L-112 -94H-84L-66 -118C-58 -110 -44 -84 -50 -46C-56 -14 -138 -14 -150 -52Z',
      fur,
    ),
    stroked('M150 -40C196 -20 190 -4 120 -6H-30', fur, 26),
    stroked('M-128 -60q8 9 16 0M-92 -60q8 9 16 0', inkAt(palette.inks, 2), 4),
    stroked('M-108 -46l6 5l6 -5', inkAt(palette.inks, 1), 4),
  ];
}
