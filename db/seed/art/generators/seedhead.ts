import type { Palette } from '../palette';
import { blend, inkAt, ramp } from '../palette';
import { random } from '../random';
import { plate, sheet } from '../sheet';
import { el, type Point } from '../svg';

const goldenAngle = Math.PI * (3 - Math.sqrt(5));

/** Phyllotaxis: seeds set one golden angle after another, as a sunflower sets them, ripening from the middle. */
export function seedhead(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const centre: Point = [plate.x + plate.width / 2, plate.y + plate.height * 0.46];
  const count = 760;
  const spacing = 19.4;
  const family = rnd.pick([8, 13, 21]);
  const marks: string[] = [];
  for (let i = 3; i < count; i++) {
    const reach = spacing * Math.sqrt(i);
    const angle = i * goldenAngle;
    const share = i / count;
    const x = centre[0] + Math.cos(angle) * reach;
    const y = centre[1] + Math.sin(angle) * reach;
    const wave = 0.5 + 0.5 * Math.sin(((i % family) / family) * 2 * Math.PI + share * 5);
    const long = 5 + 13 * share ** 0.7;
    const wide = (3.4 + 6.4 * share) * (0.55 + 0.45 * wave);
    const colour = share > 0.93 ? palette.paper : ramp(palette.inks, share * 0.75 + wave * 0.25);
    marks.push(el('ellipse', { cx: x, cy: y, rx: long, ry: wide, fill: colour, transform: `rotate(${Math.round((angle * 180) / Math.PI) % 360} ${x.toFixed(1)} ${y.toFixed(1)})` }));
  }
  const stem = `M${centre[0]} ${centre[1]}C${centre[0] + rnd.range(-40, 40)} ${plate.y + plate.height * 0.8} ${centre[0] + rnd.range(-60, 60)} ${plate.y + plate.height * 0.9} ${centre[0] + rnd.range(-30, 30)} ${plate.y + plate.height}`;
  const behind =
    el('path', { d: stem, fill: 'none', stroke: blend(palette.ground, palette.paper, 0.3), 'stroke-width': 13 }) +
    el('circle', { cx: centre[0], cy: centre[1], r: spacing * Math.sqrt(count) + 26, fill: palette.ground });
  return sheet({ seed, palette, ground: palette.ground, art: behind + marks.join('') + el('circle', { cx: centre[0], cy: centre[1], r: 20, fill: inkAt(palette.inks, 0) }) });
}
