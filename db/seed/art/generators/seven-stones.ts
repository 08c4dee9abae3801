import { blend, inkAt, type Palette } from '../palette';
import { type Random, random } from '../random';
import { dots, edges, filled, moved, oval, stroked } from '../shapes';
import { plate, sheet, sheetId } from '../sheet';
import { curve, el, num, type Point } from '../svg';

/** Balance: seven pebbles on one another, each flatter than honest, on a line of tide. */
export function sevenStones(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const base = edges.bottom - 230;
  const sea = [0, 1, 2].map((n) =>
    stroked(
      `M${plate.x - 10} ${base - 60 + n * 44}q${num(160)} ${num(-18)} 320 0t320 0t320 0t320 0t320 0`,
      blend(inkAt(palette.inks, 0), palette.ground, 0.35 + n * 0.15),
      6,
    ),
  );
  const defs: string[] = [];
  const parts: string[] = [
    ...sea,
    oval(edges.cx + 30, base + 26, 400, 30, blend(palette.ground, palette.ink, 0.25)),
  ];
  let top = base + 20;
  const wides = [330, 262, 292, 176, 214, 118, 66];
  const talls = [118, 92, 70, 108, 58, 74, 42];
  wides.forEach((wide, i) => {
    const tall = talls[i] ?? 60;
    const y = top - tall;
    top = y - tall + 8;
    const [body, defsOf] = stone(rnd, palette, i, wide, tall, sheetId(seed, `stone${i}`));
    defs.push(defsOf);
    parts.push(moved(body, edges.cx + rnd.bell() * 46 - 10, y, rnd.bell() * 4));
  });
  return sheet({ seed, palette, ground: palette.ground, defs: defs.join(''), art: parts.join('') });
}

function stone(
  rnd: Random,
  palette: Palette,
  index: number,
  wide: number,
  tall: number,
  id: string,
): [string[], string] {
  const skew = rnd.range(-0.16, 0.16);
  const outline = Array.from({ length: 24 }, (_, i): Point => {
    const angle = (i / 24) * 2 * Math.PI;
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    const round = (v: number): number => Math.sign(v) * Math.abs(v) ** 0.78;
    return [round(c) * wide * (1 + skew * s), round(s) * tall * (1 + skew * c * 0.5)];
  });
  const d = curve(outline, true);
  const colour = inkAt(palette.inks, index + 1);
  const light = blend(colour, palette.paper, 0.65);
  const inside = Array.from({ length: 70 }, (): Point => [rnd.bell() * wide, rnd.bell() * tall]);
  const slant = rnd.range(-70, 70);
  const veins = [rnd.range(-0.5, -0.1), rnd.range(0.1, 0.5)].map((at) =>
    stroked(
      `M${num(wide * at - slant)} ${num(-tall - 10)}Q${num(wide * at)} 0 ${num(wide * at + slant)} ${num(tall + 10)}`,
      light,
      rnd.range(8, 22),
    ),
  );
  const marks = [
    () => veins.join(''),
    () => dots(inside, blend(colour, palette.ink, 0.35), 9),
    () => dots(inside.slice(0, 30), light, 14) + dots(inside.slice(30), light, 6),
    () => veins[0] ?? '',
  ][index % 4]?.();
  const shade = filled(
    `M${num(-wide)} ${num(tall * 0.2)}Q0 ${num(tall * 0.95)} ${num(wide)} ${num(tall * 0.1)}V${num(tall + 20)}H${num(-wide)}Z`,
    palette.ink,
    0.16,
  );
  return [
    [filled(d, colour), el('g', { 'clip-path': `url(#${id})` }, (marks ?? '') + shade)],
    el('clipPath', { id }, el('path', { d })),
  ];
}
