import { inkAt, type Palette } from '../palette';
import { random } from '../random';
import { plate, sheet, sheetId } from '../sheet';
import { el } from '../svg';

/** Moiré: two sets of rings, like two bells struck at once, and the figures where their sounds meet. */
export function twoBells(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const middle = plate.x + plate.width / 2;
  const radius = 572;
  const gap = rnd.range(24, 26);
  const lean = rnd.range(24, 42) * (rnd.chance(0.5) ? 1 : -1);
  const apart = rnd.range(130, 160);
  const centre = plate.y + plate.height / 2;
  const high = centre - apart;
  const low = centre + apart;
  const bells = [
    { x: middle + lean, y: high, gap, colour: inkAt(palette.inks, 0), id: sheetId(seed, 'high') },
    { x: middle - lean, y: low, gap: gap, colour: inkAt(palette.inks, 1), id: sheetId(seed, 'low') },
  ];
  const art = bells.map((bell) => {
    const rings: string[] = [];
    const count = Math.floor(radius / bell.gap);
    for (let i = 0; i <= count; i++) {
      const share = i / count;
      const width = bell.gap * (0.52 - 0.12 * share);
      rings.push(
        i === 0
          ? el('circle', { cx: bell.x, cy: bell.y, r: bell.gap * 0.45, fill: bell.colour, stroke: 'none' })
          : el('circle', { cx: bell.x, cy: bell.y, r: i * bell.gap, 'stroke-width': width }),
      );
    }
    return el('g', { fill: 'none', stroke: bell.colour, style: 'mix-blend-mode:multiply' }, rings.join(''));
  });
  return sheet({ seed, palette, art: art.join('') });
}
