import { blend, inkAt, type Palette } from '../palette';
import { random } from '../random';
import { disc, edges } from '../shapes';
import { plate, sheet } from '../sheet';

/** Bulge: a flat grid of dots looked at through a lens that is not there. */
export function heldBreath(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const step = 48;
  const lens = { x: edges.cx + rnd.range(-60, 60), y: edges.cy - rnd.range(30, 120), r: 520 };
  const parts: string[] = [];
  for (let row = -14; row < 54; row++)
    for (let column = -14; column < 46; column++) {
      const [x, y] = [plate.x + column * step + (row % 2 ? step / 2 : 0), plate.y + row * step * 0.87];
      const [dx, dy] = [x - lens.x, y - lens.y];
      const near = Math.hypot(dx, dy) / lens.r;
      const inside = near < 1;
      const bulge = inside ? Math.sin((near * Math.PI) / 2) / Math.max(near, 0.001) : 1;
      const [px, py] = [lens.x + dx * bulge, lens.y + dy * bulge];
      if (px < plate.x + 14 || px > edges.right - 14 || py < plate.y + 14 || py > edges.bottom - 14) continue;
      const size = inside ? 6 + 15 * Math.cos((near * Math.PI) / 2) ** 0.9 : 7;
      const warm = inside
        ? blend(inkAt(palette.inks, 1), inkAt(palette.inks, 2), near ** 1.3)
        : inkAt(palette.inks, 0);
      parts.push(disc(px, py, size, warm));
    }
  return sheet({ seed, palette, ground: palette.ground, art: parts.join('') });
}
