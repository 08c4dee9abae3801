import { blend, inkAt, type Palette } from '../palette';
import { random } from '../random';
import { bar, disc, dots, edges, filled, stroked } from '../shapes';
import { plate, sheet } from '../sheet';
import { num, type Point } from '../svg';

/** A lighthouse by its own light: beams are wedges, the sea is strokes that know which side the lamp is on. */
export function flashingTwice(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const lamp: Point = [edges.cx + 210, plate.y + 520];
  const horizon = edges.bottom - 430;
  const beam = (dx: number, up: number, down: number, opacity: number): string =>
    filled(
      `M${lamp[0]} ${lamp[1]}L${num(lamp[0] + dx)} ${num(lamp[1] - up)}V${num(lamp[1] + down)}Z`,
      inkAt(palette.inks, 0),
      opacity,
    );
  const stars = Array.from(
    { length: 120 },
    (): Point => [rnd.range(plate.x, edges.right), plate.y + rnd.next() ** 1.3 * (horizon - plate.y)],
  );
  const sky = Array.from({ length: 7 }, (_, i) =>
    bar(
      plate.x,
      plate.y + i * 150,
      plate.width,
      1200,
      blend(palette.ground, inkAt(palette.inks, 2), i * 0.055),
    ),
  );
  const sea = Array.from({ length: 120 }, () => {
    const depth = rnd.next();
    const x = rnd.range(plate.x - 40, edges.right);
    const y = horizon + 12 + depth * 410;
    const lit = x < lamp[0] - 100 - depth * 80 && rnd.chance(0.4);
    const long = rnd.range(40, 130) * (0.6 + depth);
    return stroked(
      `M${num(x)} ${num(y)}h${num(long)}`,
      lit
        ? blend(palette.ink, inkAt(palette.inks, 0), 0.65)
        : blend(palette.ink, inkAt(palette.inks, 2), 0.4),
      4 + depth * 5,
    );
  });
  const tower = (from: number, to: number, fill: string): string => {
    const wide = (t: number): number => 46 + t * 44;
    const y = (t: number): number => lamp[1] + 60 + t * 560;
    return filled(
      `M${num(lamp[0] - wide(from))} ${num(y(from))}H${num(lamp[0] + wide(from))}L${num(lamp[0] + wide(to))} ${num(y(to))}H${num(lamp[0] - wide(to))}Z`,
      fill,
    );
  };
  const stripes = Array.from({ length: 5 }, (_, i) =>
    tower(i / 5, (i + 1) / 5, i % 2 ? palette.paper : inkAt(palette.inks, 1)),
  );
  const shade = filled(
    `M${lamp[0] + 12} ${lamp[1] + 60}H${lamp[0] + 46}L${lamp[0] + 90} ${lamp[1] + 620}H${lamp[0] + 20}Z`,
    palette.ink,
    0.3,
  );
  const rock = filled(
    `M${lamp[0] - 330} ${horizon + 70}C${lamp[0] - 250} ${horizon - 40} ${lamp[0] - 170} ${horizon - 20} ${lamp[0] - 110} ${lamp[1] + 600}H${lamp[0] + 110}C${lamp[0] + 190} ${horizon - 60} ${lamp[0] + 300} ${horizon - 10} ${edges.right + 20} ${horizon + 60}V${horizon + 130}H${lamp[0] - 330}Z`,
    palette.ink,
  );
  const hut = [
    bar(lamp[0] - 262, horizon - 98, 130, 96, blend(palette.ink, palette.paper, 0.55)),
    filled(
      `M${lamp[0] - 278} ${horizon - 98}L${lamp[0] - 197} ${horizon - 150}L${lamp[0] - 116} ${horizon - 98}Z`,
      inkAt(palette.inks, 1),
    ),
    bar(lamp[0] - 214, horizon - 72, 32, 34, inkAt(palette.inks, 0)),
  ];
  const head = [
    bar(lamp[0] - 62, lamp[1] + 44, 124, 18, palette.ink),
    bar(lamp[0] - 34, lamp[1] - 46, 68, 92, blend(inkAt(palette.inks, 0), palette.paper, 0.4)),
    disc(lamp[0], lamp[1], 30, palette.paper),
    filled(
      `M${lamp[0] - 50} ${lamp[1] - 44}Q${lamp[0]} ${lamp[1] - 118} ${lamp[0] + 50} ${lamp[1] - 44}Z`,
      inkAt(palette.inks, 1),
    ),
    stroked(
      `M${lamp[0]} ${lamp[1] - 82}v-40M${lamp[0] - 34} ${lamp[1] - 44}v90M${lamp[0] + 34} ${lamp[1] - 44}v90`,
      palette.ink,
      5,
    ),
  ];
  const boat = filled(
    `M${edges.left + 170} ${horizon + 6}h110l-18 26h-76zM${edges.left + 216} ${horizon}v-84l46 80z`,
    palette.ink,
  );
  const art = [
    ...sky,
    dots(stars, blend(palette.ground, palette.paper, 0.75), 5),
    beam(-1200, 60, 330, 0.34),
    beam(-1200, 10, 250, 0.3),
    beam(700, 90, 60, 0.3),
    bar(plate.x, horizon, plate.width, 440, palette.ink),
    ...sea,
    boat,
    rock,
    ...stripes,
    shade,
    ...hut,
    ...head,
  ];
  return sheet({ seed, palette, ground: palette.ground, art: art.join('') });
}
