import { blend, inkAt, type Palette, ramp } from '../palette';
import { type Random, random } from '../random';
import { plate, sheet, sheetId } from '../sheet';
import { el, num } from '../svg';

const right = plate.x + plate.width;
const bottom = plate.y + plate.height;

/** Sunset: evening air in bands that crumble into each other like a worn stencil, and the sun's road on the water. */
export function lastFerry(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const horizon = Math.round(plate.y + plate.height * rnd.range(0.6, 0.66));
  const sun = { cx: plate.x + plate.width * rnd.range(0.3, 0.52), cy: horizon - 120, r: rnd.range(235, 275) };
  const sea = blend(palette.ink, inkAt(palette.inks, 0), 0.35);
  const above = sheetId(seed, 'above');
  const sky = bands(rnd, plate.y, horizon, 11, (share) => ramp(palette.inks, share));
  const water = bands(rnd, horizon, bottom, 5, (share) => blend(sea, palette.ink, share));
  const disc = el('g', { 'clip-path': `url(#${above})` }, el('circle', { ...sun, fill: palette.ground }));
  return sheet({
    seed,
    palette,
    defs: el(
      'clipPath',
      { id: above },
      el('rect', { x: plate.x, y: plate.y, width: plate.width, height: horizon - plate.y }),
    ),
    art:
      sky +
      disc +
      water +
      road(rnd, sun, horizon, palette) +
      ferry(plate.x + plate.width * rnd.range(0.74, 0.8), horizon + 7, palette),
  });
}

/** Bands of colour, each covering all that is below it; above its edge its grains thin out into the band before. */
function bands(
  rnd: Random,
  top: number,
  end: number,
  count: number,
  colour: (share: number) => string,
): string {
  const parts: string[] = [];
  for (let i = 0; i < count; i++) {
    const height = (end - top) / count;
    const y = Math.round(top + height * i);
    const fill = colour(i / (count - 1));
    if (i > 0) {
      const grains = Array.from({ length: 620 }, () => {
        const away = rnd.next() ** 2.1 * height * 0.95;
        return `M${num(rnd.range(plate.x, right))} ${num(y - away)}h0`;
      });
      parts.push(
        el('path', { d: grains.join(''), stroke: fill, 'stroke-width': 5, 'stroke-linecap': 'round' }),
      );
    }
    parts.push(el('rect', { x: plate.x, y, width: plate.width, height: end - y, fill }));
  }
  return parts.join('');
}

function road(rnd: Random, sun: { cx: number; r: number }, horizon: number, palette: Palette): string {
  const depth = bottom - horizon;
  const glints = Array.from({ length: 24 }, (_, i) => {
    const share = (i + 0.4) / 24;
    const half = sun.r * (1 - share * 0.72) * rnd.range(0.5, 1.05);
    const x = sun.cx - half + rnd.bell() * 40;
    const height = 5 + share * 11;
    return el('rect', {
      x,
      y: horizon + depth * share ** 1.15,
      width: half * 2,
      height,
      rx: height / 2,
      fill: ramp([palette.ground, inkAt(palette.inks, -3), inkAt(palette.inks, -4)], share),
    });
  });
  return glints.join('');
}

function ferry(x: number, y: number, palette: Palette): string {
  const hull = `M${num(x - 92)} ${y - 24}h190l-22 24h-146z`;
  const decks = `M${num(x - 66)} ${y - 42}h128v18h-128zM${num(x - 48)} ${y - 57}h86v15h-86zM${num(x + 2)} ${y - 80}h15l-3 23h-12z`;
  const lights = Array.from({ length: 7 }, (_, i) => `M${num(x - 56 + i * 17)} ${y - 33}h7`).join('');
  return (
    el('path', { d: hull + decks, fill: palette.ink }) +
    el('path', { d: lights, stroke: palette.ground, 'stroke-width': 6 })
  );
}
