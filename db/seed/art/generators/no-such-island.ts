import { contours, sampleGrid } from '../contours';
import { fractalNoise } from '../noise';
import { blend, type Palette, ramp } from '../palette';
import { plate, sheet } from '../sheet';
import { curve, el, lines } from '../svg';

/** Topography: an island surveyed in full that is nowhere; soundings as lines in the sea, land in layers. */
export function noSuchIsland(seed: number, palette: Palette): string {
  const relief = fractalNoise(seed, 4);
  const bend = fractalNoise(seed + 11, 2);
  const cx = plate.x + plate.width / 2;
  const cy = plate.y + plate.height / 2;
  const height = (x: number, y: number): number => {
    const wx = x + bend(x / 480, y / 480) * 130;
    const wy = y + bend(x / 480 + 40, y / 480) * 130;
    const away = Math.hypot((wx - cx) / 500, (wy - cy) / 640);
    return 0.92 - away * 1.15 + relief(wx / 360, wy / 360) * 0.42;
  };
  const edge = 40;
  const box = {
    x: plate.x - edge,
    y: plate.y - edge,
    width: plate.width + 2 * edge,
    height: plate.height + 2 * edge,
  };
  const grid = sampleGrid(box, 10, height);
  const outline = (level: number): string =>
    contours(grid, level)
      .filter(({ points }) => points.length > 7)
      .map(({ points, closed }) => {
        const thin = points.filter((_, i) => i % 2 === 0);
        return closed ? curve(thin, true) : lines(points);
      })
      .join('');
  const soundings = Array.from({ length: 6 }, (_, i) =>
    el('path', {
      d: outline(-0.07 - i * 0.11),
      fill: 'none',
      stroke: blend(palette.ground, palette.paper, 0.62 - i * 0.09),
      'stroke-width': 2.4,
    }),
  );
  const steps = 9;
  const land = Array.from({ length: steps }, (_, i) => {
    const d = outline(i * 0.105);
    const shadow = el('path', {
      d,
      fill: blend(palette.ink, palette.ground, 0.1),
      opacity: '0.22',
      transform: 'translate(5 8)',
    });
    return shadow + el('path', { d, fill: ramp(palette.inks, i / (steps - 1)) });
  });
  const crosses: string[] = [];
  for (let x = plate.x + 105; x < plate.x + plate.width; x += 210)
    for (let y = plate.y + 105; y < plate.y + plate.height; y += 195)
      crosses.push(`M${x - 9} ${y}h18M${x} ${y - 9}v18`);
  const graticule = el('path', {
    d: crosses.join(''),
    stroke: palette.paper,
    'stroke-width': 2,
    opacity: '0.55',
  });
  return sheet({
    seed,
    palette,
    ground: palette.ground,
    art: soundings.join('') + graticule + land.join(''),
  });
}
