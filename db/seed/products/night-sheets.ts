import type { DemoProduct } from '../demo-product';
import { inSizesAndFrames } from '../print-variants';
import { aPrint } from './a-print';

type Grid = Parameters<typeof inSizesAndFrames>[1];

/** Forty of each size, all of them still here: nobody can buy one yet. */
const forty: Grid = [
  [24, 8, 8],
  [24, 8, 8],
  [24, 8, 8],
];

const paper = '300 gsm cotton paper, warm white';

/** The collection that is still to open. */
export const nightSheetPrints: readonly DemoProduct[] = [
  aPrint({
    slug: 'late-shift',
    title: 'Late Shift',
    artist: 'Wren Achterby',
    story: [
      'Ten past two, three blocks of flats. Who is still up was drawn by lot, and so was what they are doing. A few of them are cats.',
    ],
    made: 'Six-colour screenprint on a printed ground',
    paper,
    edition: 40,
    productType: 'Screenprint',
    tags: ['city', 'night', 'windows', 'dark'],
    collections: ['night-sheets'],
    ...inSizesAndFrames('LAT', forty),
    alt: 'Dark blocks of flats under a crescent moon, a few windows lit in yellow and coral with small figures, plants and blinds.',
    hangs: ['desk', 'black', 'navy'],
  }),
  aPrint({
    slug: 'a-sky-for-the-ninth',
    title: 'A Sky for the Ninth',
    artist: 'Odo Pendry',
    story: [
      'An invented sky, joined into figures by always going on to the nearest star that was not yet spoken for. You are welcome to name them.',
    ],
    made: 'Four-colour screenprint with gold on a printed ground',
    paper,
    edition: 40,
    productType: 'Screenprint',
    tags: ['stars', 'map', 'night', 'gold'],
    collections: ['night-sheets'],
    ...inSizesAndFrames('SKY', forty, 800),
    alt: 'A round star chart on midnight blue: white and coral stars joined by thin gold lines inside rings marked with ticks.',
    hangs: ['armchair', 'oak', 'blue'],
  }),
  aPrint({
    slug: 'twenty-eight-nights',
    title: 'Twenty-Eight Nights',
    artist: 'Juno Pellam',
    story: [
      'One month of moons, four to a row. The seas stay where they are; only the shadow is busy. Start reading at the top left, on a night when there is nothing to see.',
    ],
    made: 'Three-colour screenprint on a printed ground',
    paper,
    edition: 40,
    productType: 'Screenprint',
    tags: ['moon', 'night', 'calm', 'dark'],
    collections: ['night-sheets'],
    ...inSizesAndFrames('NIG', forty),
    alt: 'Twenty-eight moons in seven rows on near-black, waxing from dark to full and waning again, cream to amber.',
    hangs: ['bed', 'black', 'amber'],
  }),
  aPrint({
    slug: 'flashing-twice',
    title: 'Flashing Twice',
    artist: 'Hollis Fenwater',
    story: [
      'Every ten seconds, visible at eighteen miles. The keeper has left the light on in the hut as well, which is not in the almanac.',
    ],
    made: 'Seven-colour screenprint',
    paper,
    edition: 40,
    productType: 'Screenprint',
    tags: ['lighthouse', 'sea', 'night', 'blue'],
    collections: ['night-sheets'],
    ...inSizesAndFrames('FLA', forty),
    alt: 'A red and white lighthouse at night, its beam falling left across a starry blue sky, a small lit hut and a boat on dark water.',
    hangs: ['ledge', 'oak', 'red'],
  }),
  aPrint({
    slug: 'small-orrery',
    title: 'A Small Orrery',
    artist: 'T. Lindgaard',
    story: [
      'Eight worlds that do not exist, each with weather of its own, going round a sun that has been put in the corner to make room.',
    ],
    made: 'Eight-colour screenprint on a printed ground',
    paper,
    edition: 40,
    productType: 'Screenprint',
    tags: ['planets', 'night', 'violet', 'nursery'],
    collections: ['night-sheets'],
    ...inSizesAndFrames('ORR', forty),
    alt: 'Eight small planets on thin orbits across a deep violet sky, one of them ringed, with half a yellow sun in the lower left corner.',
    hangs: ['floor', 'black', 'violet'],
  }),
  aPrint({
    slug: 'bonfire-night',
    title: 'Bonfire Night',
    artist: 'Mirela Coss',
    story: [
      'Six rockets, over the roofs of people who had meant to be asleep. Each spark falls a little as it goes out; the paper knows by how much.',
    ],
    made: 'Six-colour screenprint on a printed ground',
    paper,
    edition: 40,
    productType: 'Screenprint',
    tags: ['fireworks', 'night', 'colourful', 'city'],
    collections: ['night-sheets'],
    ...inSizesAndFrames('BON', forty),
    alt: 'Six fireworks in gold, coral, mint and pink bursting over a row of dark roofs with a few lit windows.',
    hangs: ['sideboard', 'oak', 'coral'],
  }),
  aPrint({
    slug: 'green-hour',
    title: 'Green Hour',
    artist: 'Ines Quarrier',
    story: [
      'Curtains of light hung from a line that would not hold still. Ines saw them once, from a night bus, and the driver stopped without being asked.',
    ],
    made: 'Pigment print, twelve-ink press',
    paper: '310 gsm cotton rag, matt',
    edition: 40,
    productType: 'Pigment print',
    tags: ['aurora', 'night', 'green', 'landscape'],
    collections: ['night-sheets'],
    ...inSizesAndFrames('GRE', forty),
    alt: 'Green and violet northern lights in folded curtains above dark hills and spruces, faintly reflected in a lake.',
  }),
];
