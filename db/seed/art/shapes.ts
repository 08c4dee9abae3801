import { plate } from './sheet';
import { el, num, type Point } from './svg';

/** The plate's edges and its middle. */
export const edges = {
  left: plate.x,
  right: plate.x + plate.width,
  top: plate.y,
  bottom: plate.y + plate.height,
  cx: plate.x + plate.width / 2,
  cy: plate.y + plate.height / 2,
} as const;

/** A filled path; `opacity` is left out where it is whole. */
export function filled(d: string, fill: string, opacity?: number): string {
  return el('path', { d, fill, opacity: opacity === undefined ? undefined : String(opacity) });
}

/** A stroked path with round ends. */
export function stroked(d: string, stroke: string, width: number): string {
  return el('path', {
    d,
    fill: 'none',
    stroke,
    'stroke-width': width,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  });
}

export function disc(cx: number, cy: number, r: number, fill: string): string {
  return el('circle', { cx, cy, r, fill });
}

export function oval(cx: number, cy: number, rx: number, ry: number, fill: string, degrees = 0): string {
  const transform = degrees === 0 ? undefined : `rotate(${num(degrees)} ${num(cx)} ${num(cy)})`;
  return el('ellipse', { cx, cy, rx, ry, fill, transform });
}

export function bar(x: number, y: number, width: number, height: number, fill: string, rx?: number): string {
  return el('rect', { x, y, width, height, fill, rx });
}

/** Parts moved, turned by degrees and scaled, in this order of effect: scaled first, moved last. */
export function moved(parts: readonly string[], x: number, y: number, degrees = 0, sx = 1, sy = sx): string {
  const turn = degrees === 0 ? '' : ` rotate(${num(degrees)})`;
  const scale = sx === 1 && sy === 1 ? '' : ` scale(${sx.toFixed(3)} ${sy.toFixed(3)})`;
  return el('g', { transform: `translate(${num(x)} ${num(y)})${turn}${scale}` }, parts.join(''));
}

/** Inks that darken each other where they meet, as transparent ones do. */
export function overprinted(parts: readonly string[]): string {
  return el('g', { style: 'mix-blend-mode:multiply' }, parts.join(''));
}

/** Small dots as one path: `M x y h0` with round ends costs a tenth of a circle each. */
export function dots(points: readonly Point[], colour: string, size: number): string {
  return stroked(points.map(([x, y]) => `M${num(x)} ${num(y)}h0`).join(''), colour, size);
}

/** A point `distance` away at an angle in radians. */
export function away([x, y]: Point, angle: number, distance: number): Point {
  return [x + Math.cos(angle) * distance, y + Math.sin(angle) * distance];
}
