import { blend, inkAt, type Palette } from '../palette';
import { type Random, random } from '../random';
import { bar, disc, edges, filled, moved, stroked } from '../shapes';
import { plate, sheet } from '../sheet';
import { num, type Point } from '../svg';

/** Five wires between two poles, sagging as wires do, and everyone who has come to talk about leaving. */
export function meeting(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const parts = [pole(edges.left + 120, palette), pole(edges.right - 90, palette)];
  const wires = Array.from({ length: 6 }, (_, i) => {
    const y = plate.y + 210 + i * 205;
    const sag = 90 + i * 12 + rnd.range(-14, 14);
    const at = (t: number): Point => [plate.x + t * plate.width, y + sag * 4 * t * (1 - t)];
    return { at, d: `M${plate.x} ${num(y)}Q${edges.cx} ${num(y + sag * 2)} ${edges.right} ${num(y)}` };
  });
  parts.push(stroked(wires.map(({ d }) => d).join(''), palette.ink, 5));
  let odd = false;
  wires.forEach(({ at }, row) => {
    let t = rnd.range(0.14, 0.24);
    while (t < 0.88) {
      const [x, y] = at(t);
      const special = !odd && row === 3 && t > 0.5;
      odd ||= special;
      const colour = special ? inkAt(palette.inks, 0) : blend(palette.ink, palette.ground, rnd.next() * 0.16);
      const flip = special || rnd.chance(0.5) ? -1 : 1;
      parts.push(
        moved(
          bird(rnd, colour, palette),
          x,
          y - 2,
          rnd.bell() * 7,
          flip * rnd.range(0.86, 1.1),
          rnd.range(0.9, 1.08),
        ),
      );
      t += rnd.chance(0.3) ? rnd.range(0.14, 0.34) : rnd.range(0.064, 0.085);
    }
  });
  for (const [x, y] of [
    [edges.cx + 250, plate.y + 110],
    [edges.cx + 340, plate.y + 160],
    [edges.cx - 330, plate.y + 130],
  ] as const)
    parts.push(
      filled(
        `M${x - 62} ${y - 20}Q${x - 24} ${y - 34} ${x} ${y}Q${x + 22} ${y - 40} ${x + 64} ${y - 36}Q${x + 26} ${y - 12} ${x + 8} ${y + 14}Q${x - 8} ${y + 16} ${x - 62} ${y - 20}Z`,
        palette.ink,
      ),
    );
  return sheet({ seed, palette, ground: palette.ground, art: parts.join('') });
}

function pole(x: number, palette: Palette): string {
  const arms = [0, 1, 2].map((i) => bar(x - 96, plate.y + 190 + i * 410, 192, 17, palette.ink));
  return bar(x - 13, plate.y - 10, 26, plate.height + 20, palette.ink) + arms.join('');
}

function bird(rnd: Random, colour: string, palette: Palette): string[] {
  const tail = rnd.range(40, 64);
  return [
    filled(
      `M-20 0C-42 -22 -36 -62 -6 -78C-10 -104 22 -112 30 -90L46 -84L31 -78C34 -44 18 -8 0 0L${num(-tail)} 40L${num(-tail - 12)} 32Z`,
      colour,
    ),
    filled('M-18 -14C-30 -34 -20 -58 0 -62C2 -36 -6 -14 -18 -14Z', blend(colour, palette.paper, 0.16)),
    disc(17, -91, 4, palette.paper),
    stroked('M-6 -2V8M4 -2V8', colour, 4),
  ];
}
