import { blend } from '../palette';
import { plate } from '../sheet';
import { el, sheetHeight, sheetWidth } from '../svg';
import { inset, scene } from './inset';

/** A close look: `table` is what the sheet lies on, `pencil` the colour of the pencil beside it. */
export type Detail = { table: string; pencil: string };

/** The lower right of the sheet on the printer's table, with the margin, the signature and the pencil that wrote it. */
export function detail(print: string, { table, pencil }: Detail): string {
  const zoom = 1.72;
  const paper = { x: -1330, y: -1640, width: sheetWidth * zoom, height: sheetHeight * zoom };
  const planks = [420, 1010, 1530].map((x) =>
    el('rect', { x, y: -400, width: 5, height: 2900, fill: blend(table, '#000000', 0.3), opacity: '0.6' }),
  );
  const below = paper.y + (plate.y + plate.height + 150) * zoom;
  const sheet = [
    el('rect', {
      ...paper,
      x: paper.x + 26,
      y: paper.y + 34,
      fill: '#120d0a',
      opacity: '0.45',
      filter: 'url(#soft)',
    }),
    el('rect', {
      ...paper,
      x: paper.x + 5,
      y: paper.y + 7,
      fill: '#120d0a',
      opacity: '0.4',
      filter: 'url(#near)',
    }),
    inset(print, paper),
    el('g', { transform: `translate(330 ${Math.round(below)}) rotate(-13)` }, drawPencil(pencil)),
  ];
  return scene(
    el('rect', { width: sheetWidth, height: sheetHeight, fill: table }) +
      el('g', { transform: 'rotate(9 800 1000)' }, planks.join('')) +
      el('g', { transform: 'rotate(-8 800 1000)' }, sheet.join('')),
  );
}

function drawPencil(colour: string): string {
  const bar = (y: number, height: number, fill: string): string =>
    el('rect', { x: 0, y, width: 620, height, fill });
  return [
    el('path', { d: 'M10 30H640L740 44L640 62H10Z', fill: '#120d0a', opacity: '0.4', filter: 'url(#near)' }),
    el('path', { d: 'M620 0L720 22L620 44Z', fill: '#e2c39a' }),
    el('path', { d: 'M690 15.4L720 22L690 28.6Z', fill: '#2c2a2a' }),
    bar(0, 14, blend(colour, '#ffffff', 0.25)),
    bar(14, 16, colour),
    bar(30, 14, blend(colour, '#000000', 0.3)),
    el('rect', { x: -34, y: 0, width: 34, height: 44, fill: '#b9b2a4' }),
    el('rect', { x: -26, y: 0, width: 5, height: 44, fill: '#8d877b' }),
  ].join('');
}
