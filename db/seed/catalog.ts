import type { DemoCollection, DemoProduct } from './demo-product';
import { colourFieldPrints } from './products/colour-fields';
import { fieldGuidePrints } from './products/field-guide';
import { foundingPrints } from './products/founding';
import { goodsOfTheHouse } from './products/goods';
import { lineWorkPrints } from './products/line-work';
import { nightSheetPrints } from './products/night-sheets';

/** The demo house: an invented print studio. */
export const demoShop = {
  name: 'Moth & Quoin',
  currency: 'USD',
  /** What it sells in besides; each price is a row. */
  currencies: ['EUR', 'GBP'],
  country: 'US',
  timeZone: 'UTC',
  taxDisplay: 'excluded',
  mailSender: 'Moth & Quoin <hello@moth-and-quoin.example>',
} as const;

export const demoCollections: readonly DemoCollection[] = [
  {
    slug: 'line-work',
    title: 'Line work',
    descriptionHtml:
      '<p>Two inks, sometimes three, and nothing to hide behind. Prints that hold a wall from across the room and get quieter the closer you stand.</p>',
  },
  {
    slug: 'colour-fields',
    title: 'Colour fields',
    descriptionHtml:
      '<p>Where we let the ink cupboard win. Flat colour, laid down one screen at a time and left to dry overnight between each.</p>',
  },
  {
    slug: 'field-guide',
    title: 'Field guide',
    descriptionHtml:
      '<p>Things that grow, hatch, shed and are washed up, drawn from rules of growth instead of from life. Accurate in every respect except that none of them exist.</p>',
  },
  {
    slug: 'small-walls',
    title: 'Small walls',
    descriptionHtml:
      '<p>For the bit beside the door, the landing, the kitchen you rent. Everything here starts at under fifty dollars.</p>',
  },
  {
    slug: 'useful-things',
    title: 'Useful things',
    descriptionHtml:
      '<p>The same drawings, on things that get wet, folded, sat on and posted. Made in short runs by people whose names we know.</p>',
  },
  {
    slug: 'night-sheets',
    title: 'Night sheets',
    descriptionHtml:
      '<p>Seven prints on dark grounds, for rooms that are used after ten. They are drying now. All seven go on sale at the same moment, and there are forty of each size.</p>',
    opensInDays: 24,
  },
];

/**
 * What the house sells, newest first. What is in a collection that is still to open is a draft until then. French, or any
 * other language, stands beside this by slug: nothing here but titles and descriptions is words.
 */
export const demoProducts: readonly DemoProduct[] = [...nightSheetPrints, ...shuffledShelf()];

/** New prints came out in turns, not collection by collection. */
function shuffledShelf(): DemoProduct[] {
  const shelves = [colourFieldPrints, fieldGuidePrints, lineWorkPrints, goodsOfTheHouse];
  const longest = Math.max(...shelves.map(({ length }) => length));
  const turns = Array.from({ length: longest }, (_, turn) => shelves.flatMap((shelf) => shelf[turn] ?? []));
  return [...turns.flat(), ...foundingPrints];
}
