import { blend } from '../palette';
import { random } from '../random';
import { el, lines, type Point, sheetHeight, sheetWidth } from '../svg';
import { furniture } from './furniture';
import { inset, scene } from './inset';

/** A room to hang a print in. Colours are six-digit hex. */
export type Room = {
  arrangement: 'sideboard' | 'armchair' | 'ledge' | 'bench' | 'floor' | 'bed' | 'desk' | 'kitchen';
  wall: string;
  accent: string;
  frame: 'oak' | 'black';
  /** The same room seen in a mirror, so that two prints do not hang in one. */
  mirrored?: boolean;
};

const frames = { oak: '#bd9163', black: '#232326' } as const;

/** How wide the paper is and where its upper left corner hangs, for each arrangement. */
const hanging = {
  sideboard: { x: 470, y: 300, width: 660 },
  armchair: { x: 600, y: 210, width: 620 },
  ledge: { x: 400, y: 452, width: 800 },
  bench: { x: 450, y: 280, width: 700 },
  floor: { x: 300, y: 650, width: 800 },
  bed: { x: 490, y: 260, width: 620 },
  desk: { x: 330, y: 190, width: 620 },
  kitchen: { x: 480, y: 170, width: 640 },
} as const;

const floorLine = 1690;

/** The print, framed, on a wall with afternoon light; `print` is a sheet as a generator returns it. */
export function room(
  seed: number,
  print: string,
  { arrangement, wall, accent, frame, mirrored }: Room,
): string {
  const usual = hanging[arrangement];
  const place = mirrored ? { ...usual, x: sheetWidth - usual.x - usual.width } : usual;
  const pieces = furniture[arrangement](random(seed ^ 0xf00d), { wall, accent });
  const body = [
    el('rect', { width: sheetWidth, height: sheetHeight, fill: wall }),
    arrangement === 'ledge' ? '' : ground(wall),
    framed(print, place, frames[frame], wall),
    mirrored ? el('g', { transform: `translate(${sheetWidth} 0) scale(-1 1)` }, pieces) : pieces,
    daylight(seed, arrangement),
  ];
  return scene(body.join(''));
}

function ground(wall: string): string {
  const boards = [1742, 1812, 1900].map((y) =>
    el('rect', { y, width: sheetWidth, height: 3, fill: '#8b6a4c', opacity: '0.35' }),
  );
  return [
    el('rect', { y: floorLine, width: sheetWidth, height: sheetHeight - floorLine, fill: '#b08a66' }),
    ...boards,
    el('rect', { y: floorLine - 62, width: sheetWidth, height: 62, fill: blend(wall, '#ffffff', 0.45) }),
    el('rect', { y: floorLine - 62, width: sheetWidth, height: 4, fill: blend(wall, '#ffffff', 0.7) }),
    el('rect', { y: floorLine - 3, width: sheetWidth, height: 16, fill: '#3b2a1e', opacity: '0.25' }),
  ].join('');
}

function framed(
  print: string,
  at: { x: number; y: number; width: number },
  colour: string,
  wall: string,
): string {
  const edge = 24;
  const paper = { x: at.x, y: at.y, width: at.width, height: (at.width * sheetHeight) / sheetWidth };
  const outer = {
    x: paper.x - edge,
    y: paper.y - edge,
    width: paper.width + 2 * edge,
    height: paper.height + 2 * edge,
  };
  const corner = (dx: number, dy: number): Point => [outer.x + dx * outer.width, outer.y + dy * outer.height];
  const inner = (dx: number, dy: number): Point => [paper.x + dx * paper.width, paper.y + dy * paper.height];
  const side = (a: readonly [number, number], b: readonly [number, number], share: number): string =>
    el('path', {
      d: lines([corner(...a), corner(...b), inner(...b), inner(...a)], true),
      fill: blend(colour, share > 0 ? '#ffffff' : '#000000', Math.abs(share)),
    });
  const shade = blend(wall, '#1a1512', 0.75);
  return [
    el('rect', {
      ...outer,
      x: outer.x + 26,
      y: outer.y + 44,
      fill: shade,
      opacity: '0.34',
      filter: 'url(#soft)',
    }),
    el('rect', {
      ...outer,
      x: outer.x + 6,
      y: outer.y + 10,
      fill: shade,
      opacity: '0.4',
      filter: 'url(#near)',
    }),
    inset(print, paper),
    el('path', {
      d: `M${paper.x} ${paper.y}h${paper.width}v12h-${paper.width - 10}v${paper.height - 12}h-10z`,
      fill: '#2a2320',
      opacity: '0.2',
    }),
    side([0, 0], [1, 0], 0.1),
    side([1, 0], [1, 1], -0.12),
    side([1, 1], [0, 1], -0.2),
    side([0, 1], [0, 0], 0.03),
  ].join('');
}

/** Light through a window of two by three panes, slanting across the wall. */
function daylight(seed: number, arrangement: Room['arrangement']): string {
  const rnd = random(seed ^ 0x11947);
  const start = arrangement === 'ledge' ? -120 : rnd.range(-60, 40);
  const panes: string[] = [];
  for (let column = 0; column < 2; column++)
    for (let row = 0; row < 3; row++) {
      const x = start + column * 330;
      const y = -60 + row * 395 + column * 150;
      panes.push(
        lines(
          [
            [x, y],
            [x + 300, y + 136],
            [x + 300, y + 136 + 360],
            [x, y + 360],
          ],
          true,
        ),
      );
    }
  return el('path', { d: panes.join(''), fill: '#fff3d6', opacity: '0.2', filter: 'url(#near)' });
}
