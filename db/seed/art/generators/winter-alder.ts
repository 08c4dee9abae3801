import { inkAt, type Palette } from '../palette';
import { type Random, random } from '../random';
import { away, disc, dots, edges, filled, moved, stroked } from '../shapes';
import { plate, sheet } from '../sheet';
import { num, type Point } from '../svg';

type Twig = { from: Point; angle: number; long: number; width: number };

/** Branching: a bare tree that forks until its twigs are a pen's width, against a low sun. */
export function winterAlder(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const foot: Point = [edges.cx - 40, edges.bottom - 170];
  const strokes = new Map<number, string[]>();
  const tips: Point[] = [];
  grow({ from: foot, angle: -Math.PI / 2 + 0.04, long: 250, width: 46 }, rnd, strokes, tips);
  const wood = [...strokes].map(([width, drawn]) => stroked(drawn.join(''), palette.ink, width));
  const ground = `M${plate.x} ${foot[1] + 34}C${plate.x + 300} ${foot[1] - 34} ${plate.x + 800} ${foot[1] - 10} ${edges.right} ${foot[1] + 46}V${edges.bottom}H${plate.x}Z`;
  const hill = `M${plate.x} ${foot[1] - 40}C${plate.x + 400} ${foot[1] - 130} ${plate.x + 900} ${foot[1] - 10} ${edges.right} ${foot[1] - 110}V${edges.bottom}H${plate.x}Z`;
  const cones = tips.filter((_, i) => i % 9 === 0);
  const perch = tips.filter(([x, y]) => x > edges.cx + 120 && y < edges.cy)[3] ?? [edges.cx, edges.cy];
  const art = [
    disc(edges.cx + 250, edges.cy - 120, 330, inkAt(palette.inks, 0)),
    filled(hill, inkAt(palette.inks, 1)),
    filled(ground, inkAt(palette.inks, 4)),
    ...wood,
    dots(cones, inkAt(palette.inks, 2), 13),
    moved([bird(inkAt(palette.inks, 3), palette)], perch[0], perch[1] - 18),
  ];
  return sheet({ seed, palette, ground: palette.ground, art: art.join('') });
}

function grow(
  { from, angle, long, width }: Twig,
  rnd: Random,
  strokes: Map<number, string[]>,
  tips: Point[],
): void {
  const bent = angle + rnd.bell() * 0.24;
  const middle = away(from, angle, long * 0.5);
  const end = away(middle, bent, long * 0.5);
  const stroke = Math.max(2.5, Math.round(width * 2) / 2);
  const d = `M${num(from[0])} ${num(from[1])}Q${num(middle[0])} ${num(middle[1])} ${num(end[0])} ${num(end[1])}`;
  strokes.set(stroke, [...(strokes.get(stroke) ?? []), d]);
  if (width < 3.2) {
    tips.push(end);
    return;
  }
  const forks = width > 20 ? 3 : 2;
  const spread = rnd.range(0.38, 0.56);
  for (let i = 0; i < forks; i++) {
    const turn = ((i / (forks - 1)) * 2 - 1) * spread;
    // Twigs seek the light: each turns a little upwards.
    const up = (-Math.PI / 2 - bent) * 0.09;
    grow(
      {
        from: end,
        angle: bent + turn + up + rnd.bell() * 0.12,
        long: long * rnd.range(0.72, 0.88),
        width: width * rnd.range(0.6, 0.7),
      },
      rnd,
      strokes,
      tips,
    );
  }
}

function bird(colour: string, palette: Palette): string {
  return (
    filled(
      'M-30 10C-40 -20 -10 -34 12 -26C18 -44 44 -42 44 -24L58 -18L43 -14C40 14 6 30 -18 18L-66 30Z',
      colour,
    ) + disc(32, -26, 4, palette.ink)
  );
}
