import { fractalNoise, noise } from '../noise';
import { blend, inkAt, type Palette, ramp } from '../palette';
import { random } from '../random';
import { dots, edges, filled } from '../shapes';
import { plate, sheet, sheetId } from '../sheet';
import { el, lines, num, type Point } from '../svg';

/** Aurora: curtains hung from a wandering line, each thread fading upwards, and their other selves in the lake. */
export function greenHour(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const drift = noise(seed + 2);
  const shore = edges.bottom - 360;
  const fade = sheetId(seed, 'fade');
  const defs = [0, 1, 2].map((n) =>
    el(
      'linearGradient',
      { id: `${fade}${n}`, x1: 0, y1: 0, x2: 0, y2: 1 },
      [
        [0, 0],
        [0.55, 0.42],
        [1, 0.95],
      ]
        .map(([offset = 0, opacity = 0]) =>
          el('stop', {
            offset: String(offset),
            'stop-color': inkAt(palette.inks, n),
            'stop-opacity': String(opacity),
          }),
        )
        .join(''),
    ),
  );
  const stars = Array.from(
    { length: 130 },
    (): Point => [rnd.range(plate.x, edges.right), plate.y + rnd.next() * (shore - plate.y)],
  );
  const curtains: string[] = [];
  for (let fold = 0; fold < 4; fold++) {
    const y0 = plate.y + 520 + fold * 150;
    const threads = 62;
    for (let i = 0; i < threads; i++) {
      const t = i / threads;
      const x = plate.x - 40 + t * (plate.width + 80);
      const y = y0 + drift(t * 2.6, fold * 3.1) * 230;
      const tall = 260 + Math.abs(drift(t * 6, fold + 9)) * 520 + rnd.range(0, 60);
      curtains.push(
        el('rect', {
          x,
          y: y - tall,
          width: (plate.width + 80) / threads + 1,
          height: tall,
          fill: `url(#${fade}${fold % 3})`,
          opacity: (0.32 + Math.abs(drift(t * 9, fold)) * 0.6).toFixed(2),
        }),
      );
    }
  }
  const relief = fractalNoise(seed + 8, 4);
  const hill = (base: number, high: number, scale: number, fill: string): string => {
    const crest = Array.from(
      { length: 90 },
      (_, n): Point => [plate.x + n * 14.3, base - (relief(n / scale, base) + 0.4) * high],
    );
    return filled(lines([...crest, [edges.right, shore + 2], [plate.x, shore + 2]], true), fill);
  };
  const spruces = Array.from({ length: 34 }, (_, i) => {
    const [x, tall] = [
      plate.x + i * 39 + rnd.bell() * 22,
      rnd.range(60, 190) * (0.5 + Math.abs(i - 17) / 17),
    ];
    return `M${num(x)} ${num(shore - tall)}L${num(x + tall * 0.2)} ${num(shore + 8)}H${num(x - tall * 0.2)}Z`;
  });
  const glow = Array.from({ length: 60 }, (_, i) => {
    const y = shore + 8 + (i / 60) * 350;
    const x = rnd.range(plate.x, edges.right - 100);
    return el('rect', {
      x,
      y,
      width: rnd.range(60, 280),
      height: 5,
      rx: 2.5,
      fill: ramp([inkAt(palette.inks, 0), inkAt(palette.inks, 1)], rnd.next()),
      opacity: (0.5 - i * 0.006).toFixed(2),
    });
  });
  const art = [
    dots(stars, blend(palette.ground, palette.paper, 0.7), 5),
    ...curtains,
    hill(shore - 70, 190, 22, blend(palette.ground, palette.ink, 0.5)),
    hill(shore - 10, 110, 14, palette.ink),
    filled(spruces.join(''), palette.ink),
    el('rect', {
      x: plate.x,
      y: shore,
      width: plate.width,
      height: 380,
      fill: blend(palette.ground, palette.ink, 0.35),
    }),
    ...glow,
  ];
  return sheet({ seed, palette, ground: palette.ground, defs: defs.join(''), art: art.join('') });
}
