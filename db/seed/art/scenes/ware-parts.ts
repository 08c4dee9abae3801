import { plate } from '../sheet';
import { el, num } from '../svg';
import { inset } from './inset';

export type Box = { x: number; y: number; width: number; height: number };
/** Draws a thing with the print on it; `accent` is the thing's own colour, `ground` what is behind it. */
export type Draw = (print: string, accent: string, ground: string) => string;

/** What shadows are made of. */
export const ink = '#17110d';
/** A soft shadow. */
export const soft = (d: string, opacity: string): string =>
  el('path', { d, fill: ink, opacity, filter: 'url(#soft)' });

/** A part of the plate with the proportions of what it is to cover. */
function partFor({ width, height }: Box, share = 1): Box {
  const scale = Math.min(plate.width / width, plate.height / height) * share;
  const [w, h] = [width * scale, height * scale];
  return { x: plate.x + (plate.width - w) / 2, y: plate.y + (plate.height - h) / 2, width: w, height: h };
}

/** The print inside an outline. */
export function cut(id: string, d: string, print: string, box: Box, share?: number): string {
  return (
    el('clipPath', { id }, el('path', { d })) +
    el('g', { 'clip-path': `url(#${id})` }, inset(print, box, partFor(box, share)))
  );
}

/** Shade from left to right, as on something round. */
export function rounded(id: string, d: string, edge = 0.34): string {
  const stop = (offset: number, colour: string, opacity: number): string =>
    el('stop', { offset: String(offset), 'stop-color': colour, 'stop-opacity': String(opacity) });
  const stops = [
    stop(0, ink, edge),
    stop(0.22, ink, 0),
    stop(0.38, '#ffffff', 0.22),
    stop(0.52, '#ffffff', 0),
    stop(1, ink, edge + 0.08),
  ];
  return (
    el('defs', {}, el('linearGradient', { id }, stops.join(''))) + el('path', { d, fill: `url(#${id})` })
  );
}

/** A box as path data. */
export const rectangle = ({ x, y, width, height }: Box): string =>
  `M${num(x)} ${num(y)}h${num(width)}v${num(height)}h${num(-width)}Z`;
