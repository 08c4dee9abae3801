import { blend, inkAt, type Palette } from '../palette';
import { random } from '../random';
import { plate, sheet } from '../sheet';
import { curve, el, type Point } from '../svg';

/** Harmonograph: what a pen draws between two swinging pendulums until they come to rest. */
export function pendulum(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const [a, b] = rnd.pick([
    [2, 3],
    [3, 4],
    [1, 2],
    [3, 2],
    [1, 3],
    [1, 1],
  ]);
  const drift = rnd.range(0.0012, 0.0042);
  const phase = rnd.range(0.15, 0.85) * Math.PI;
  const second = rnd.range(0, 2 * Math.PI);
  const cx = plate.x + plate.width / 2;
  const cy = plate.y + plate.height / 2;
  const swings = 34;
  const share = rnd.range(0.1, 0.34);
  const at = (t: number): Point => {
    const rest = Math.exp(-t * 0.0122);
    const turn = Math.exp(-t * 0.008);
    const x =
      Math.sin(t * a + phase) * rest * (1 - share) + Math.sin(t * (b + drift) + second) * turn * share;
    const y = Math.sin(t * b) * rest * (1 - share) + Math.sin(t * (a + drift) + second) * turn * share;
    return [cx + x * plate.width * 0.43, cy + y * plate.height * 0.43];
  };
  const step = 0.06;
  const total = Math.floor((swings * 2 * Math.PI) / (step * a));
  const parts = 3;
  const pieces = Array.from({ length: parts }, (_, part) => {
    const from = Math.floor((total * part) / parts);
    const to = Math.floor((total * (part + 1)) / parts);
    const points = Array.from({ length: to - from + 1 }, (_, i) => at((from + i) * step));
    return el('path', { d: curve(points), stroke: inkAt(palette.inks, part) });
  });
  const frame = el('rect', {
    x: plate.x + 26,
    y: plate.y + 26,
    width: plate.width - 52,
    height: plate.height - 52,
    fill: 'none',
    stroke: blend(palette.ground, palette.paper, 0.35),
    'stroke-width': 2,
  });
  const drawn = el('g', { fill: 'none', 'stroke-width': 4, 'stroke-linejoin': 'round' }, pieces.join(''));
  return sheet({ seed, palette, ground: palette.ground, art: frame + drawn });
}
