import { blend, inkAt, type Palette } from '../palette';
import { random } from '../random';
import { disc, edges, oval, stroked } from '../shapes';
import { plate, sheet } from '../sheet';
import { el, num } from '../svg';

/** Interference: rings on still water, each drawn only as far as it has got. */
export function firstDrops(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const drops: { x: number; y: number; r: number }[] = [];
  for (let tries = 0; tries < 400 && drops.length < 17; tries++) {
    const y = rnd.range(plate.y + 60, edges.bottom - 60);
    const drop = { x: rnd.range(plate.x + 40, edges.right - 40), y, r: rnd.range(60, 300) };
    if (
      drops.every(
        (other) => Math.hypot(other.x - drop.x, (other.y - drop.y) * 1.8) > (other.r + drop.r) * 0.62,
      )
    )
      drops.push(drop);
  }
  const rings = drops.flatMap(({ x, y, r }, i) => {
    const colour = i === 3 ? inkAt(palette.inks, 1) : inkAt(palette.inks, 0);
    const count = Math.ceil(r / 24);
    return Array.from({ length: count }, (_, n) => {
      const reach = (r * (n + 1)) / count;
      return el('ellipse', {
        cx: x,
        cy: y,
        rx: reach,
        ry: reach * 0.52,
        fill: 'none',
        stroke: colour,
        'stroke-width': 3 + 6 * (1 - n / count),
      });
    });
  });
  const falling = Array.from({ length: 70 }, () => {
    const [x, y, long] = [
      rnd.range(plate.x, edges.right + 60),
      rnd.range(plate.y, edges.bottom - 60),
      rnd.range(26, 90),
    ];
    return `M${num(x)} ${num(y)}l${num(-long * 0.16)} ${num(long)}`;
  });
  const lily = [0, 1, 2].map((i) => {
    const [x, y, r] = [edges.left + 150 + i * 170, edges.bottom - 150 - (i % 2) * 120, 104 - i * 18];
    return (
      oval(x, y, r, r * 0.5, inkAt(palette.inks, 2)) +
      stroked(`M${num(x)} ${num(y)}L${num(x + r * 0.9)} ${num(y - r * 0.2)}`, palette.ground, 9)
    );
  });
  const flower = disc(edges.left + 320, edges.bottom - 284, 20, palette.paper);
  return sheet({
    seed,
    palette,
    ground: palette.ground,
    art:
      rings.join('') +
      lily.join('') +
      flower +
      stroked(falling.join(''), blend(palette.ground, palette.paper, 0.5), 3),
  });
}
