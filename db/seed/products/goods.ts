import type { DemoProduct } from '../demo-product';
import { inKinds, single } from '../print-variants';
import { thingViews } from './pictures';

type Thing = Pick<DemoProduct, 'slug' | 'title' | 'productType' | 'tags' | 'options' | 'variants'> & {
  artist: string;
  story: string;
  facts: readonly string[];
  alt: string;
  print: readonly [slug: string, alt: string];
  collections?: readonly string[];
};

function aThing({ artist, story, facts, alt, print, collections = [], ...rest }: Thing): DemoProduct {
  return {
    ...rest,
    vendor: artist,
    collections: ['useful-things', ...collections],
    descriptionHtml: `<p>${story}</p><ul>${facts.map((fact) => `<li>${fact}</li>`).join('')}</ul>`,
    images: thingViews(rest.slug, alt, ...print),
  };
}

/** What the prints are on besides paper; newest first. */
export const goodsOfTheHouse: readonly DemoProduct[] = [
  aThing({
    slug: 'lemons-mug',
    title: 'Lemons Mug',
    artist: 'Ines Quarrier',
    story: 'The lemons go all the way round and meet behind the handle, which took four tries and a ruler.',
    facts: ['Stoneware, 350 ml, glazed by hand', 'Dishwasher and microwave safe', 'Thrown in runs of 120'],
    productType: 'Mug',
    tags: ['kitchen', 'gift', 'lemons'],
    ...inKinds('LMG', 'Rim', 2400, 420, [
      ['Blue', 'BLU', 58],
      ['Yellow', 'YEL', 23],
      ['White', 'WHI', 4],
    ]),
    alt: 'A mug of tea with a blue handle and rim, covered in lemons on a blue ground.',
    print: [
      'lemons-counted',
      'The print it comes from: whole and halved lemons with green leaves on a blue ground.',
    ],
    collections: ['small-walls'],
  }),
  aThing({
    slug: 'field-guide-cards',
    title: 'Field Guide Cards',
    artist: 'Juno Pellam',
    story:
      'Moths, eggs, mushrooms, feathers, cacti and stones, blank inside. For condolences, use the stones.',
    facts: ['Six cards with envelopes, 10.5×14.8 cm', '350 gsm recycled board', 'Open edition'],
    productType: 'Cards',
    tags: ['gift', 'open-edition', 'stationery'],
    ...single('MQ-FGC-SET', 1600, 150, null),
    alt: 'Six cards in two rows on a green table: moths, eggs, mushrooms, feathers, potted cacti and stacked stones.',
    print: ['cabinet-of-moths', 'One of the six: twelve moths in four rows on a sand ground.'],
    collections: ['field-guide', 'small-walls'],
  }),
  aThing({
    slug: 'meeting-tote',
    title: 'The Meeting Tote',
    artist: 'Hollis Fenwater',
    story: 'Carries a week of vegetables or eleven hardbacks. The birds face left, so wear it on the right.',
    facts: ['Organic cotton canvas, 340 gsm', '38×42 cm, long handles', 'Screenprinted one at a time'],
    productType: 'Tote bag',
    tags: ['bag', 'birds', 'gift'],
    ...inKinds('TOT', 'Colour', 2800, 260, [
      ['Natural', 'NAT', 74],
      ['Black', 'BLK', 41],
    ]),
    alt: 'A cream canvas bag with long handles, printed with birds on wires and one red bird.',
    print: [
      'the-meeting',
      'The print it comes from: dark birds and one red one on six wires between two poles.',
    ],
  }),
  aThing({
    slug: 'kitchen-floor-tea-towel',
    title: 'Kitchen Floor Tea Towel',
    artist: 'T. Lindgaard',
    story: 'It is not for the floor. It dries a wine glass without leaving hairs, from the second wash on.',
    facts: ['Half linen, half cotton', '50×75 cm, with a loop', 'Wash at 60 °C'],
    productType: 'Tea towel',
    tags: ['kitchen', 'gift', 'tiles'],
    ...inKinds('TEA', 'Set', 1900, 120, [
      ['One', 'ONE', 96],
      ['Three', 'THR', 18, 3100],
    ]),
    alt: 'A tea towel with a symmetrical tile pattern in navy, red and mustard, hanging by its loop from a wooden rail.',
    print: ['kitchen-floor', 'The print it comes from: patterned tiles in navy, red, mustard and cream.'],
    collections: ['small-walls'],
  }),
  aThing({
    slug: 'endpaper-notebook',
    title: 'Endpaper Notebook',
    artist: 'Hollis Fenwater',
    story:
      'Marbled on the outside for once. Sewn, so that it lies flat on whichever page you have stopped at.',
    facts: ['192 pages, 100 gsm, A5', 'Thread-sewn, cloth spine, ribbon', 'Takes fountain pen'],
    productType: 'Notebook',
    tags: ['stationery', 'books', 'gift'],
    ...inKinds('NOT', 'Pages', 2200, 380, [
      ['Plain', 'PLA', 52],
      ['Ruled', 'RUL', 37],
      ['Dotted', 'DOT', 0],
    ]),
    alt: 'A notebook with a marbled cover, brick-red spine, label, elastic band and ribbon.',
    print: ['endpaper', 'The print it comes from: combed waves of navy, brick, ochre and cream.'],
  }),
  aThing({
    slug: 'half-a-city-jigsaw',
    title: 'Half a City Jigsaw',
    artist: 'Odo Pendry',
    story:
      'A thousand pieces, of which about four hundred are the same terracotta roof. Allow an evening for the river and a weekend for the rest.',
    facts: ['1,000 pieces, 48×60 cm', 'Recycled board, linen finish', 'A street plan is in the lid'],
    productType: 'Jigsaw',
    tags: ['game', 'city', 'gift'],
    ...single('MQ-JIG-1000', 3600, 780, 27),
    alt: 'A nearly finished jigsaw of a city in brick and sand with a blue river; two loose pieces lie beside the last gap.',
    print: ['half-a-city', 'The print it comes from: a city from above, crossed by a broad blue river.'],
  }),
  aThing({
    slug: 'rose-agate-cushion',
    title: 'Rose Agate Cushion',
    artist: 'T. Lindgaard',
    story: 'A stone to lean on. The print of this one is sold; the cushion we can still have sewn.',
    facts: ['Printed linen, hidden zip, 50×45 cm', 'Filling of recycled wool', 'Sewn two streets away'],
    productType: 'Cushion',
    tags: ['home', 'pink', 'stone'],
    ...inKinds('CUS', 'Filling', 4600, 320, [
      ['Cover only', 'COV', 14],
      ['With filling', 'FIL', 9, 1800],
    ]),
    alt: 'A linen cushion printed with the rings of a rose-coloured agate, plum piping along its edges.',
    print: ['rose-agate', 'The print it comes from: a slice of agate in plum, rose and blush.'],
  }),
  aThing({
    slug: 'undertow-scarf',
    title: 'Undertow Scarf',
    artist: 'Odo Pendry',
    story:
      'In motion, which is the idea. Rolled by hand at the edge, and heavier than you expect silk to be.',
    facts: ['Silk twill, 16 momme', '70×70 cm, hand-rolled hem', 'Edition of 80'],
    productType: 'Scarf',
    tags: ['silk', 'blue', 'op-art'],
    ...single('MQ-SCA-7070', 9800, 90, 3),
    alt: 'A square silk scarf spread out on its corner, wavy navy and blue stripes inside a sea-blue border.',
    print: ['undertow', 'The print it comes from: upright navy and blue stripes that bend together.'],
  }),
  aThing({
    slug: 'four-arches-coasters',
    title: 'Four Arches Coasters',
    artist: 'Ines Quarrier',
    story: 'Six rounds cut from four arches, so no two match and all of them agree.',
    facts: ['Set of six, birch and cork, 10 cm', 'Heat-proof, wipe clean'],
    productType: 'Coasters',
    tags: ['kitchen', 'gift', 'arches'],
    ...single('MQ-COA-SET', 2600, 310, 33),
    alt: 'Three round coasters with pieces of coloured arches and a stack of three more with birch edges.',
    print: [
      'four-arches',
      'The print it comes from: four nested arches in terracotta, ochre, sage and blue.',
    ],
  }),
  aThing({
    slug: 'cut-leaves-wrapping-paper',
    title: 'Cut Leaves Wrapping Paper',
    artist: 'Ines Quarrier',
    story: 'We know that people frame it. That is why it comes rolled.',
    facts: ['Three sheets, 50×70 cm', '100 gsm uncoated, recyclable', 'Open edition'],
    productType: 'Wrapping paper',
    tags: ['gift', 'stationery', 'open-edition', 'leaves'],
    ...single('MQ-WRA-SET', 1200, 190, null),
    alt: 'Two rolls of paper with bold cut-out leaves, and a parcel wrapped in it with an orange bow.',
    print: [
      'cut-leaves',
      'The print it comes from: twelve tiles in bold colours, each with a paper-cut leaf.',
    ],
    collections: ['small-walls'],
  }),
  aThing({
    slug: 'length-forty-beach-towel',
    title: 'Length Forty Beach Towel',
    artist: 'Mirela Coss',
    story: 'Lie in lane two. The swimmers will go round you.',
    facts: [
      'Cotton terry, 500 gsm',
      '90×170 cm, knotted fringe',
      'Sold out until the mill reopens in spring',
    ],
    productType: 'Beach towel',
    tags: ['summer', 'pool', 'blue'],
    ...single('MQ-BEA-90170', 5400, 720, 0),
    alt: 'A fringed beach towel on sand, printed with swimmers in the lanes of a turquoise pool.',
    print: ['length-forty', 'The print it comes from: five swimmers in the lanes of a turquoise pool.'],
  }),
  aThing({
    slug: 'oak-hanger',
    title: 'Oak Hanger',
    artist: 'Moth & Quoin',
    story:
      'Two bars, four magnets, one cord. The quickest frame there is, and it leaves no mark on the paper.',
    facts: ['Oiled oak, magnets inside', 'Holds paper up to 350 gsm', 'The print is not included'],
    productType: 'Hanger',
    tags: ['home', 'oak', 'frame'],
    ...inKinds('HAN', 'Width', 2900, 240, [
      ['30 cm', '30', null],
      ['50 cm', '50', null, 700],
      ['70 cm', '70', null, 1500],
    ]),
    alt: 'A print of tall grass held between two oak bars, hanging from a cord on a pale wall.',
    print: [
      'long-grass',
      'The print in the picture: tall grass bending in the wind under a straw-coloured sky.',
    ],
  }),
];
