import { blend, inkAt, type Palette } from '../palette';
import { type Random, random } from '../random';
import { dots, edges, filled, moved, oval, stroked } from '../shapes';
import { sheet } from '../sheet';
import { num, type Point } from '../svg';

/** Field guide: nine mushrooms, grown from one drawing by changing five numbers. */
export function edibleProbably(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const parts: string[] = [];
  for (let row = 0; row < 3; row++)
    for (let column = 0; column < 3; column++) {
      const [x, y] = [edges.left + 230 + column * 400, edges.top + 440 + row * 500];
      parts.push(oval(x, y + 4, 150, 16, blend(palette.ground, palette.ink, 0.18)));
      parts.push(moved(mushroom(rnd, palette, row * 3 + column), x, y, rnd.bell() * 5));
      parts.push(grass(rnd, x, y, palette));
    }
  return sheet({ seed, palette, ground: palette.ground, art: parts.join('') });
}

function mushroom(rnd: Random, palette: Palette, index: number): string[] {
  const tall = rnd.range(150, 250);
  const wide = rnd.range(92, 165);
  const deep = rnd.range(60, 150) * (index % 4 === 3 ? 1.35 : 1);
  const stout = rnd.range(20, 46);
  const curl = rnd.range(-8, 44);
  const cap = inkAt(palette.inks, index);
  const stalk = blend(palette.paper, cap, 0.12);
  const w = (share: number): string => num(wide * share);
  const stem = `M${num(-stout)} ${num(-tall)}C${num(-stout * 0.7)} ${num(-tall * 0.5)} ${num(-stout * 1.3)} -30 ${num(-stout * 1.1)} 0H${num(stout * 1.1)}C${num(stout * 1.3)} -30 ${num(stout * 0.7)} ${num(-tall * 0.5)} ${num(stout)} ${num(-tall)}Z`;
  const shade = `M${num(stout * 0.2)} ${num(-tall)}C${num(stout * 0.3)} ${num(-tall * 0.5)} ${num(stout * 0.5)} -30 ${num(stout * 0.2)} 0H${num(stout * 1.1)}C${num(stout * 1.3)} -30 ${num(stout * 0.7)} ${num(-tall * 0.5)} ${num(stout)} ${num(-tall)}Z`;
  const dome = `M${w(-1)} ${num(-tall + curl)}C${w(-1.04)} ${num(-tall - deep * 0.9)} ${w(-0.4)} ${num(-tall - deep * 1.3)} 0 ${num(-tall - deep * 1.3)}C${w(0.4)} ${num(-tall - deep * 1.3)} ${w(1.04)} ${num(-tall - deep * 0.9)} ${w(1)} ${num(-tall + curl)}C${w(0.6)} ${num(-tall - curl * 0.4 - 6)} ${w(-0.6)} ${num(-tall - curl * 0.4 - 6)} ${w(-1)} ${num(-tall + curl)}Z`;
  const gillsOf = Array.from({ length: 13 }, (_, i) => {
    const share = (i - 6) / 6;
    return `M${num(share * stout * 0.8)} ${num(-tall + 6)}L${w(share * 0.94)} ${num(-tall + curl * share * share - 4)}`;
  }).join('');
  const ring = rnd.chance(0.4)
    ? [
        oval(0, -tall * 0.62, stout * 1.5, 13, blend(stalk, palette.ink, 0.12)),
        oval(0, -tall * 0.64, stout * 1.4, 10, stalk),
      ]
    : [];
  const spots = Array.from({ length: rnd.chance(0.6) ? 14 : 0 }, (): Point => {
    const x = rnd.range(-0.72, 0.72);
    return [x * wide, -tall - deep * rnd.range(0.15, 1.05) * Math.sqrt(1 - x * x)];
  });
  return [
    filled(stem, stalk),
    filled(shade, blend(stalk, palette.ink, 0.14)),
    ...ring,
    oval(0, -tall + curl * 0.2, wide * 0.95, 14 + curl * 0.45, blend(cap, palette.ink, 0.4)),
    stroked(gillsOf, blend(stalk, cap, 0.5), 3),
    filled(dome, cap),
    dots(spots.slice(0, 8), palette.paper, 22),
    dots(spots.slice(8), palette.paper, 13),
  ];
}

function grass(rnd: Random, x: number, y: number, palette: Palette): string {
  const blades = Array.from({ length: 9 }, () => {
    const at = x + rnd.range(-140, 140);
    const lean = rnd.range(-20, 20);
    return `M${num(at)} ${num(y + 10)}q${num(lean * 0.2)} -30 ${num(lean)} ${num(-rnd.range(36, 84))}`;
  });
  return stroked(blades.join(''), blend(palette.ink, palette.ground, 0.25), 5);
}
