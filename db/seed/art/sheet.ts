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

/** A/P on the left (the sheet that shops photograph is the artist's proof), a name on the right: the hand, not letters. */
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
  const left = plate.x + 2;
  const a: Point[] = [
    [left, y + 4],
    [left + 8, y - 12],
    [left + 13, y - 27],
    [left + 16, y - 12],
    [left + 20, y + 3],
  ];
  const bar: Point[] = [
    [left + 5, y - 8],
    [left + 19, y - 10],
  ];
  const slash: Point[] = [
    [left + 28, y + 8],
    [left + 44, y - 28],
  ];
  const p: Point[] = [
    [left + 54, y + 4],
    [left + 56, y - 12],
    [left + 58, y - 27],
    [left + 70, y - 25],
    [left + 68, y - 14],
    [left + 56, y - 11],
  ];
  return el('path', {
    d: [name, a, bar, slash, p].map((stroke) => curve(stroke)).join(''),
    fill: 'none',
    stroke: '#6b6762',
    'stroke-width': 2.6,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    opacity: '0.8',
  });
}
