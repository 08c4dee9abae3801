import type { Palette } from '../palette';
import { inkAt } from '../palette';
import { random } from '../random';
import { plate, sheet, sheetId } from '../sheet';
import { el } from '../svg';

/** Moiré: two sets of rings, like two bells struck at once, and the figures where their sounds meet. */
export function twoBells(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const middle = plate.x + plate.width / 2;
  const radius = 545;
  const gap = rnd.range(17.5, 19.5);
  const lean = rnd.range(-58, 58);
  const high = plate.y + radius + 22;
  const low = plate.y + plate.height - radius - 22;
  const bells = [
    { x: middle + lean, y: high, gap, colour: inkAt(palette.inks, 0), id: sheetId(seed, 'high') },
    { x: middle - lean, y: low, gap: gap * rnd.range(0.94, 1.06), colour: inkAt(palette.inks, 1), id: sheetId(seed, 'low') },
  ];
  const art = bells.map((bell) => {
    const rings: string[] = [];
    const count = Math.floor(radius / bell.gap);
    for (let i = 0; i <= count; i++) {
      const share = i / count;
      const width = bell.gap * (0.62 - 0.3 * share);
      rings.push(
        i === 0
          ? el('circle', { cx: bell.x, cy: bell.y, r: bell.gap * 0.45, fill: bell.colour, stroke: 'none' })
          : el('circle', { cx: bell.x, cy: bell.y, r: i * bell.gap, 'stroke-width': width }),
      );
    }
    return el(
      'g',
      { fill: 'none', stroke: bell.colour, style: 'mix-blend-mode:multiply' },
      rings.join(''),
    );
  });
  return sheet({ seed, palette, art: art.join('') });
}
