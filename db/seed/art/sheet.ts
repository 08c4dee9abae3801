import type { Palette } from './palette';
import { random } from './random';
import { curve, el, type Point, sheetHeight, sheetWidth } from './svg';

/** Where the image lies on the paper: 4:5, with the heavier margin below that framers expect. */
export const plate = { x: 170, y: 160, width: 1260, height: 1575 } as const;

type SheetParts = {
  seed: number;
  palette: Palette;
  /** SVG elements in sheet coordinates. */
  art: string;
  defs?: string;
  /** Colour of a full-bleed plate; left out when the image is printed straight on the paper. */
  ground?: string;
};

/** An id no other sheet in the same document has, so that a scene may hold several. */
export function sheetId(seed: number, name: string): string {
  return `${name}-${seed}`;
}

/** Puts the art on a sheet of paper, cut off at the plate's edge, with the pencil marks below. */
export function sheet({ seed, palette, art, defs = '', ground }: SheetParts): string {
  const cut = sheetId(seed, 'plate');
  const box = { x: plate.x, y: plate.y, width: plate.width, height: plate.height };
  const body = [
    el('defs', {}, el('clipPath', { id: cut }, el('rect', box)) + defs),
    el('rect', { width: sheetWidth, height: sheetHeight, fill: palette.paper }),
    el('g', { 'clip-path': `url(#${cut})` }, (ground ? el('rect', { ...box, fill: ground }) : '') + art),
    pencil(seed),
  ].join('');
  return el(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${sheetWidth} ${sheetHeight}` },
    body,
  );
}

/** Edition number on the left, name on the right: the hand, not letters. */
function pencil(seed: number): string {
  const rnd = random(seed ^ 0x5eed);
  const y = plate.y + plate.height + 62;
  const right = plate.x + plate.width;
  const letters = rnd.int(5, 7);
  const name: Point[] = [[right - 190, y + rnd.range(-4, 8)]];
  for (let i = 0; i < letters; i++) {
    const tall = i === 0 || rnd.chance(0.25) ? rnd.range(30, 44) : rnd.range(8, 15);
    const x = right - 178 + i * (150 / letters);
    name.push([x + 9, y - tall], [x + 5, y - tall * 0.6], [x + 10, y + rnd.range(-2, 5)]);
  }
  name.push([right - 4, y - rnd.range(2, 12)]);
  const number: Point[] = [
    [plate.x + 4, y - 20],
    [plate.x + 9, y - 26],
    [plate.x + 8, y + 2],
  ];
  const total: Point[] = [
    [plate.x + 52, y - 12],
    [plate.x + 64, y - 20],
    [plate.x + 66, y - 11],
    [plate.x + 52, y + 1],
    [plate.x + 56, y + 8],
    [plate.x + 68, y - 1],
    [plate.x + 57, y - 11],
  ];
  const slash: Point[] = [
    [plate.x + 24, y + 8],
    [plate.x + 40, y - 26],
  ];
  return el('path', {
    d: [name, number, total, slash].map((stroke) => curve(stroke)).join(''),
    fill: 'none',
    stroke: '#6b6762',
    'stroke-width': 2.6,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    opacity: 0.8,
  });
}
