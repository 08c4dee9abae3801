import type { DemoProduct } from '../demo-product';
import { inSizes, inSizesAndFrames, single } from '../print-variants';
import { views } from './pictures';

/** What the house began with, newest first. */
export const foundingPrints: readonly DemoProduct[] = [
  {
    slug: 'before-the-visitors',
    title: 'Before the Visitors',
    descriptionHtml:
      '<p>A gravel garden at six in the morning, raked once and not yet walked on. Five stones, four of them dark; nobody at the studio agrees about what the red one is doing.</p><p>Each furrow is a path that water would take around the stones, so no two of them ever cross.</p><ul><li>Four-colour screenprint, water-based inks</li><li>300 gsm cotton paper, warm white</li><li>Edition of 60 in each size, signed in pencil</li></ul>',
    vendor: 'Hollis Fenwater',
    productType: 'Screenprint',
    tags: ['garden', 'lines', 'calm', 'neutral'],
    collections: ['line-work', 'small-walls'],
    ...inSizesAndFrames('BTV', [
      [24, 11, 9],
      [18, 8, 6],
      [9, 4, 3],
    ]),
    images: views(
      'before-the-visitors',
      'Fine grey lines flowing like raked gravel around five rounded stones, the largest black, one brick red.',
      'room',
      'The print in a black frame, leaning on an oak picture ledge between a few books and a potted plant.',
    ),
  },
  {
    slug: 'two-bells',
    title: 'Two Bells',
    descriptionHtml:
      '<p>Two bells, struck a little apart. Twenty-two rings in vermilion, twenty-two in blue, and in the middle a third pattern that nobody drew: it is only there because the other two are.</p><p>It moves when you walk past. We hung one in the corridor and had to put it somewhere else.</p><ul><li>Two-colour screenprint, the blue overprinted wet on dry</li><li>270 gsm mould-made paper, bright white</li><li>Edition of 75 in each size, signed in pencil</li></ul>',
    vendor: 'Odo Pendry',
    productType: 'Screenprint',
    tags: ['moire', 'circles', 'lines', 'overprint'],
    collections: ['line-work'],
    ...inSizesAndFrames('BEL', [
      [31, 14, 12],
      [22, 9, 10],
      [12, 5, 4],
    ]),
    images: views(
      'two-bells',
      'A disc of vermilion rings and a disc of blue rings overlap; where they cross, dark bands fan out from both centres.',
      'room',
      'The print in an oak frame above a blue armchair and a standing lamp.',
    ),
  },
  {
    slug: 'market-noon',
    title: 'Market, Noon',
    descriptionHtml:
      '<p>The square as the swifts see it: every parasol open, the shadows gone short, and the people too busy to look up. The dark dots are hats.</p><p>Six colours, which Mirela matched to a bag of fruit. She ate the swatches.</p><ul><li>Pigment print, twelve-ink press</li><li>310 gsm cotton rag, matt</li><li>Edition of 100 in each size, numbered and signed</li></ul>',
    vendor: 'Mirela Coss',
    productType: 'Pigment print',
    tags: ['summer', 'circles', 'colourful', 'city'],
    collections: ['colour-fields', 'small-walls'],
    ...inSizesAndFrames('MKT', [
      [42, 16, 13],
      [30, 12, 9],
      [14, 6, 5],
    ]),
    images: views(
      'market-noon',
      'Dozens of striped parasols in red, yellow, green and blue, seen from straight above on sandy ground.',
      'room',
      'The print in an oak frame above a walnut sideboard with a vase of leaves and three books.',
    ),
  },
  {
    slug: 'wrong-turnings',
    title: 'Wrong Turnings',
    descriptionHtml:
      '<p>A map of a town with no straight way through. Every tile is one of four, turned or not, and still each road finds the next. The red dots are where the artist stopped for tea.</p><p>Sold as a sheet only: the ink runs to the very edge of the image and it likes a deep mount.</p><ul><li>Two-colour screenprint, carbon black and vermilion</li><li>300 gsm cotton paper, cream</li><li>Edition of 80 in each size, signed in pencil</li></ul>',
    vendor: 'T. Lindgaard',
    productType: 'Screenprint',
    tags: ['tiles', 'black-and-white', 'graphic'],
    collections: ['line-work', 'small-walls'],
    ...inSizes('WRT', [38, 21, 2]),
    images: views(
      'wrong-turnings',
      'Thick and thin black bands loop and branch like a maze over cream paper, with three red dots.',
      'room',
      'The print in a black frame, standing on a wooden floor beside a tall plant in a terracotta pot.',
    ),
  },
  {
    slug: 'no-such-island',
    title: 'No Such Island',
    descriptionHtml:
      '<p>Surveyed in full, from the soundings offshore to the snow on the ridge, and found on no chart. There is a good anchorage on the east side. You will not need it.</p><p>Nine layers of land, each printed with its own thin shadow, so the hill seems cut from card.</p><ul><li>Pigment print, twelve-ink press</li><li>310 gsm cotton rag, matt</li><li>Edition of 50 in each size, numbered and signed</li></ul>',
    vendor: 'Hollis Fenwater',
    productType: 'Pigment print',
    tags: ['map', 'sea', 'landscape', 'green'],
    collections: ['colour-fields'],
    ...inSizesAndFrames(
      'NSI',
      [
        [15, 6, 0],
        [11, 2, 4],
        [5, 0, 1],
      ],
      600,
    ),
    images: views(
      'no-such-island',
      'A map of an island in layers from sand to green to pale summit, set in a deep teal sea with fine depth lines.',
      'detail',
      'Close view of the sheet on a wooden table: the coast, the white margin, a signature and a yellow pencil.',
    ),
  },
  {
    slug: 'east-window',
    title: 'East Window, 7 a.m.',
    descriptionHtml:
      '<p>More than a hundred panes and one sun. Wren spent a winter in a cold chapel working out which pieces of glass light up first; this is the answer, minus the cold.</p><p>One size, unframed. The lead lines stand a hair above the paper, so ask your framer for a spacer under the glass.</p><ul><li>Nine-colour screenprint with a leaded black</li><li>350 gsm cotton paper, 50×70 cm</li><li>Edition of 40, signed in pencil</li></ul>',
    vendor: 'Wren Achterby',
    productType: 'Screenprint',
    tags: ['window', 'sun', 'glass', 'colourful'],
    collections: ['colour-fields'],
    ...single('MQ-EAW-5070', 12000, 440, 2),
    images: views(
      'east-window',
      'An arched stained-glass window: a pale sun among orange and red panes that deepen to violet and blue at the foot.',
      'room',
      'The print in a black frame above a wooden bench with a plum cushion and a pair of boots beneath.',
    ),
  },
  {
    slug: 'selvedge',
    title: 'Selvedge',
    descriptionHtml:
      '<p>A blanket that will not keep you warm. Warp and weft follow one order of stripes, over two and under two, and repeat backwards from the middle as a weaver would do it.</p><p>Hold it at arm’s length and it is cloth. Closer, it is some twenty-six hundred small rectangles.</p><ul><li>Six-colour screenprint</li><li>300 gsm cotton paper, 50×70 cm</li><li>Edition of 45, signed in pencil</li></ul>',
    vendor: 'T. Lindgaard',
    productType: 'Screenprint',
    tags: ['textile', 'grid', 'warm'],
    collections: ['colour-fields'],
    options: [{ name: 'Frame', values: ['Unframed', 'Oak', 'Black'] }],
    variants: [
      { sku: 'MQ-SEL-U', optionValues: ['Unframed'], priceMinor: 9500, weightGrams: 420, stock: 17 },
      { sku: 'MQ-SEL-O', optionValues: ['Oak'], priceMinor: 19300, weightGrams: 3320, stock: 6 },
      { sku: 'MQ-SEL-B', optionValues: ['Black'], priceMinor: 19300, weightGrams: 3320, stock: 5 },
    ],
    images: views(
      'selvedge',
      'A woven check of blue, cream, rust and ochre strips passing over and under each other in a diagonal twill.',
      'detail',
      'Close view of the sheet on a dark table: the woven strips, the white margin, a signature and a rust pencil.',
    ),
  },
  {
    slug: 'the-last-ferry',
    title: 'The Last Ferry',
    descriptionHtml:
      '<p>You missed it by a minute, which is how you came to see the sky in eleven bands. Each was sprayed through a worn stencil, and the edges crumble into each other the way evening does.</p><p>The edition is sold. We keep the page up because people ask what it was called.</p><ul><li>Stencil and screenprint, thirteen colours</li><li>350 gsm cotton paper, 50×70 cm</li><li>Edition of 30, signed in pencil</li></ul>',
    vendor: 'Wren Achterby',
    productType: 'Screenprint',
    tags: ['sea', 'sunset', 'warm', 'landscape'],
    collections: ['colour-fields'],
    ...single('MQ-FER-5070', 14000, 440, 0),
    images: views(
      'the-last-ferry',
      'A large pale sun setting under bands of blue, violet and orange; a small dark ferry on the horizon.',
      'room',
      'The print in an oak frame above a walnut sideboard with a vase of leaves and three books.',
    ),
  },
  {
    slug: 'three-seedheads',
    title: 'Three Seedheads',
    descriptionHtml:
      '<p>Nine hundred and thirty-seven seeds on three stems, each set one golden angle on from the one before. Juno counted them so that you do not have to; plants never do.</p><p>The green is close to black until the light comes round.</p><ul><li>Six-colour screenprint on a printed ground</li><li>300 gsm cotton paper, buff</li><li>Edition of 70 in each size, signed in pencil</li></ul>',
    vendor: 'Juno Pellam',
    productType: 'Screenprint',
    tags: ['botanical', 'green', 'spiral'],
    collections: ['colour-fields', 'small-walls'],
    ...inSizesAndFrames('SEE', [
      [27, 13, 8],
      [19, 9, 7],
      [8, 3, 4],
    ]),
    images: views(
      'three-seedheads',
      'Three round seedheads on thin stems, their seeds spiralling from ochre to pale green on a dark green ground.',
      'room',
      'The print in an oak frame on an oak picture ledge, with a small plant on the left and books on the right.',
    ),
  },
  {
    slug: 'brain-coral',
    title: 'Brain Coral',
    descriptionHtml:
      '<p>Start with noise. Let every spot follow its neighbours and argue with everyone further off, fourteen times over. What settles is coral, or fingerprints, or the inside of a zebra.</p><p>This printing was trimmed four millimetres short at the foot. We took that off the price; behind a mount you will never see it.</p><ul><li>Four-colour screenprint</li><li>270 gsm mould-made paper, blush white</li><li>Edition of 90 in each size, signed in pencil</li></ul>',
    vendor: 'Juno Pellam',
    productType: 'Screenprint',
    tags: ['organic', 'sea', 'pink', 'graphic'],
    collections: ['colour-fields', 'small-walls'],
    ...inSizes('COR', [33, 25, 11], [5800, 10500, 17000]),
    images: views(
      'brain-coral',
      'Winding terracotta bands on pale pink; inside a large circle the same bands turn aubergine on apricot.',
      'room',
      'The print in a black frame above a green armchair and a standing lamp.',
    ),
  },
  {
    slug: 'stairs-for-pigeons',
    title: 'Stairs for Pigeons',
    descriptionHtml:
      '<p>A hill town with more steps than streets. Nobody is about at this hour except the pigeons, who do not need the stairs and use them anyway. There are nine.</p><p>Mirela lived on the third floor of the yellow house. She says it was the fourth.</p><ul><li>Pigment print, twelve-ink press</li><li>310 gsm cotton rag, matt</li><li>Edition of 100 in each size, numbered and signed</li></ul>',
    vendor: 'Mirela Coss',
    productType: 'Pigment print',
    tags: ['city', 'birds', 'architecture', 'warm'],
    collections: ['colour-fields', 'small-walls'],
    ...inSizesAndFrames('STP', [
      [45, 18, 15],
      [33, 14, 11],
      [16, 7, 6],
    ]),
    images: views(
      'stairs-for-pigeons',
      'A hill town of terracotta, cream and yellow cube houses with stairs and nine pigeons, under a pale moon in a teal sky.',
      'room',
      'The print in an oak frame above a wooden bench with a teal cushion and a pair of boots beneath.',
    ),
  },
  {
    slug: 'pendulum-postcards',
    title: 'Pendulum Postcards',
    descriptionHtml:
      '<p>Six drawings by two weights and a pen: we set them swinging, the paper turned underneath, and nobody touched anything until they stopped. Blue, brick and fern, two of each.</p><p>An open edition, printed as we need them. They are postcards. Post them.</p><ul><li>Letterpress on 600 gsm cotton board, 10.5×14.8 cm</li><li>Set of six in a kraft envelope</li><li>Open edition, unsigned</li></ul>',
    vendor: 'Odo Pendry',
    productType: 'Postcards',
    tags: ['lines', 'gift', 'open-edition'],
    collections: ['line-work', 'small-walls'],
    ...single('MQ-PEN-SET', 1800, 110, null),
    images: views(
      'pendulum-postcards',
      'Six postcards in two rows, blue, brick red and green, each with a looping pendulum drawing in fine pale lines.',
      'set',
      'The six postcards fanned out in a stack on their kraft envelope, a blue one on top.',
    ),
  },
];
