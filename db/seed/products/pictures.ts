import type { DemoImage } from '../demo-product';

const size = { width: 1600, height: 2000 };

/** The picture of a print and the view that goes with it. */
export function views(
  name: string,
  alt: string,
  second: 'room' | 'detail' | 'set',
  secondAlt: string,
): DemoImage[] {
  return [
    { path: `/art/${name}`, alt, ...size },
    { path: `/art/${name}-${second}`, alt: secondAlt, ...size },
  ];
}

/** A thing, and the print that is on it. */
export function thingViews(name: string, alt: string, print: string, printAlt: string): DemoImage[] {
  return [
    { path: `/art/${name}`, alt, ...size },
    { path: `/art/${print}`, alt: printAlt, ...size },
  ];
}

/** Where a print hangs: the room that its picture shows, the frame, and the colour of what stands there. */
export type Hanging = readonly [
  room: 'sideboard' | 'armchair' | 'ledge' | 'bench' | 'floor' | 'bed' | 'desk' | 'kitchen',
  frame: 'oak' | 'black',
  colour: string,
];

/** A room's picture in words. */
export function hung([room, frame, colour]: Hanging): string {
  const print = `The print in ${frame === 'oak' ? 'an oak' : 'a black'} frame`;
  switch (room) {
    case 'sideboard':
      return `${print} above a walnut sideboard with a vase of leaves and three books.`;
    case 'armchair':
      return `${print} above a ${colour} armchair and a standing lamp.`;
    case 'ledge':
      return `${print} on an oak picture ledge, with books on one side and a potted plant on the other.`;
    case 'bench':
      return `${print} above a wooden bench with a ${colour} cushion and a pair of boots beneath.`;
    case 'floor':
      return `${print}, standing on a wooden floor beside a tall plant in a ${colour} pot.`;
    case 'bed':
      return `${print} above a bed with a ${colour} cover and a lamp beside it.`;
    case 'desk':
      return `${print} above a desk with a ${colour} lamp, a cup of pens and a chair.`;
    case 'kitchen':
      return `${print} above a kitchen worktop with a kettle, a row of cups and a pot of basil.`;
  }
}
