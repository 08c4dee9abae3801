import type { Palette } from '../palette';
import { blend, inkAt, ramp } from '../palette';
import { random } from '../random';
import { plate, sheet, sheetId } from '../sheet';
import { el } from '../svg';

/** Sunset: bands of evening air, a sun that touches the water, its broken reflection, and grain like a worn stencil. */
export function lastFerry(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const horizon = plate.y + plate.height * rnd.range(0.6, 0.66);
  const sunX = plate.x + plate.width * rnd.range(0.34, 0.6);
  const sunR = rnd.range(225, 275);
  const bands = 26;
  const parts: string[] = [];
  for (let i = 0; i < bands; i++) {
    const top = plate.y + ((horizon - plate.y) * i) / bands;
    parts.push(el('rect', { x: plate.x, y: top, width: plate.width, height: (horizon - plate.y) / bands + 1, fill: ramp(palette.inks, i / (bands - 1)) }));
  }
  const sun = palette.ground;
  const aboveId = sheetId(seed, 'above');
  parts.push(el('g', { 'clip-path': `url(#${aboveId})` }, el('circle', { cx: sunX, cy: horizon - sunR * 0.42, r: sunR, fill: sun })));
  const depth = plate.y + plate.height - horizon;
  const sea = blend(palette.ink, inkAt(palette.inks, 0), 0.25);
  for (let i = 0; i < 14; i++) {
    const share = i / 14;
    parts.push(el('rect', { x: plate.x, y: horizon + depth * share, width: plate.width, height: depth / 14 + 1, fill: blend(sea, palette.ink, share) }));
  }
  for (let i = 0; i < 30; i++) {
    const share = (i + 0.5) / 30;
    const half = sunR * (1.02 - share * 0.7) * rnd.range(0.55, 1.05);
    const y = horizon + depth * share ** 1.12;
    parts.push(el('rect', { x: sunX - half + rnd.bell() * 46, y, width: half * 2, height: 5 + share * 9, rx: 7, fill: blend(sun, inkAt(palette.inks, -1), share * 0.7), opacity: share > 0.6 ? '0.75' : '1' }));
  }
  parts.push(ferry(plate.x + plate.width * rnd.range(0.72, 0.82), horizon + 6, palette));
  for (let i = 0; i < 2600; i++) {
    const y = plate.y + (horizon - plate.y) * rnd.next();
    const share = (y - plate.y) / (horizon - plate.y);
    const light = rnd.chance(0.5);
    parts.push(el('circle', { cx: rnd.range(plate.x, plate.x + plate.width), cy: y, r: 2, fill: light ? ramp(palette.inks, share + 0.16) : ramp(palette.inks, share - 0.16) }));
  }
  const defs = el('clipPath', { id: aboveId }, el('rect', { x: plate.x, y: plate.y, width: plate.width, height: horizon - plate.y }));
  return sheet({ seed, palette, art: parts.join(''), defs });
}

function ferry(x: number, y: number, palette: Palette): string {
  const hull = `M${x - 62} ${y - 20}H${x + 66}L${x + 52} ${y}H${x - 52}Z`;
  const deck = `M${x - 44} ${y - 38}H${x + 40}V${y - 20}H${x - 44}ZM${x - 26} ${y - 52}H${x + 18}V${y - 38}H${x - 26}ZM${x - 2} ${y - 70}H${x + 10}V${y - 52}H${x - 2}Z`;
  const lights = [-34, -18, -2, 14, 28].map((dx) => el('rect', { x: x + dx, y: y - 33, width: 6, height: 7, fill: palette.ground }));
  return el('path', { d: hull + deck, fill: palette.ink }) + lights.join('');
}
