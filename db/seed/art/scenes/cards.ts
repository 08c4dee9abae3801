import { blend } from '../palette';
import { random } from '../random';
import { plate } from '../sheet';
import { el, num, sheetHeight, sheetWidth } from '../svg';
import { inset, scene } from './inset';

/** Six cards to a scene: laid out in rows on a table, or as a loose stack on their envelope. */
export type Cards = { layout: 'rows' | 'stack'; table: string; envelope: string };

const edge = 26;

/** `prints` are sheets as a generator returns them; each card shows the printed part with a narrow border. */
export function cards(seed: number, prints: readonly string[], { layout, table, envelope }: Cards): string {
  const rnd = random(seed ^ 0xca2d);
  const width = layout === 'rows' ? 440 : 680;
  const height = (width * 5) / 4;
  const places = prints.map((_, i) =>
    layout === 'rows'
      ? { x: 305 + (i % 3) * 495, y: 690 + Math.floor(i / 3) * 620, turn: rnd.bell() * 2.2 }
      : { x: 800 + (i - 2.5) * 34, y: 1050 - (i - 2.5) * 26, turn: -16 + i * 6.4 + rnd.bell() * 1.5 },
  );
  const drawn = prints.map((print, i) => {
    const at = places[i] ?? { x: 0, y: 0, turn: 0 };
    const paper = { x: -width / 2, y: -height / 2, width, height };
    const printed = {
      x: paper.x + edge,
      y: paper.y + edge,
      width: width - 2 * edge,
      height: height - 2 * edge,
    };
    return el(
      'g',
      { transform: `translate(${num(at.x)} ${num(at.y)}) rotate(${num(at.turn)})` },
      el('rect', {
        ...paper,
        x: paper.x + 7,
        y: paper.y + 11,
        fill: '#17100c',
        opacity: '0.5',
        filter: 'url(#near)',
      }) +
        el('rect', { ...paper, fill: '#f6f1e6' }) +
        inset(print, printed, plate),
    );
  });
  const cover = layout === 'stack' ? envelopeAt(envelope) : '';
  return scene(el('rect', { width: sheetWidth, height: sheetHeight, fill: table }) + cover + drawn.join(''));
}

function envelopeAt(colour: string): string {
  const parts = [
    el('rect', {
      x: -590,
      y: -420,
      width: 1200,
      height: 860,
      fill: '#17100c',
      opacity: '0.45',
      filter: 'url(#soft)',
    }),
    el('rect', { x: -600, y: -440, width: 1200, height: 860, fill: colour }),
    el('path', {
      d: 'M-600 -440L0 60L600 -440',
      fill: blend(colour, '#ffffff', 0.1),
      stroke: blend(colour, '#000000', 0.22),
      'stroke-width': 3,
    }),
  ];
  return el('g', { transform: 'translate(800 1060) rotate(-6)' }, parts.join(''));
}
