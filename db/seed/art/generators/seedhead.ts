import { blend, inkAt, type Palette, ramp } from '../palette';
import { type Random, random } from '../random';
import { plate, sheet } from '../sheet';
import { el, num } from '../svg';

const goldenAngle = Math.PI * (3 - Math.sqrt(5));

type Head = { x: number; y: number; count: number; spacing: number };

/** Phyllotaxis: seeds set one golden angle after another, as a sunflower sets them, ripening outwards. */
export function seedhead(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const side = rnd.chance(0.5) ? 1 : -1;
  const middle = plate.x + plate.width / 2;
  const heads: Head[] = [
    { x: middle - side * rnd.range(290, 340), y: plate.y + rnd.range(1010, 1080), count: 190, spacing: 13.5 },
    { x: middle + side * rnd.range(330, 370), y: plate.y + rnd.range(1120, 1190), count: 110, spacing: 13 },
    { x: middle + side * rnd.range(60, 120), y: plate.y + rnd.range(480, 520), count: 640, spacing: 16.2 },
  ];
  const foot = middle - side * rnd.range(0, 60);
  const stems = heads.map(({ x, y }) =>
    el('path', {
      d: `M${num(x)} ${num(y)}C${num(x)} ${num(y + 200)} ${num(foot + (x - foot) * 0.25)} ${num(plate.y + 1250)} ${num(foot + (x - foot) * 0.12)} ${plate.y + plate.height + 10}`,
      stroke: blend(palette.ground, inkAt(palette.inks, -1), 0.55),
      'stroke-width': 8,
      fill: 'none',
    }),
  );
  const art = stems.join('') + heads.map((head) => draw(head, rnd, palette)).join('');
  return sheet({ seed, palette, ground: palette.ground, art });
}

function draw({ x: cx, y: cy, count, spacing }: Head, rnd: Random, palette: Palette): string {
  const family = rnd.pick([8, 13, 21]);
  const parts = [el('circle', { cx, cy, r: spacing * Math.sqrt(count) + 12, fill: palette.ground })];
  for (let i = 1; i < count; i++) {
    const reach = spacing * Math.sqrt(i);
    const angle = i * goldenAngle;
    const share = i / count;
    const wave = 0.5 + 0.5 * Math.cos(((i % family) / family) * 2 * Math.PI);
    const rim = share > 0.94;
    const [x, y] = [cx + Math.cos(angle) * reach, cy + Math.sin(angle) * reach];
    parts.push(
      el('ellipse', {
        cx: x,
        cy: y,
        rx: spacing * (rim ? 0.95 : 0.4 + 0.38 * share ** 0.6),
        ry: spacing * (rim ? 0.22 : (0.3 + 0.22 * share) * (0.6 + 0.4 * wave)),
        fill: rim ? palette.paper : ramp(palette.inks, share * 0.72 + wave * 0.28),
        transform: `rotate(${Math.round((angle * 180) / Math.PI) % 360} ${num(x)} ${num(y)})`,
      }),
    );
  }
  return parts.join('');
}
