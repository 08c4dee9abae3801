import { colourFieldEditions } from './editions/colour-fields';
import type { Edition } from './editions/edition';
import { fieldGuideEditions } from './editions/field-guide';
import { foundingEditions } from './editions/founding';
import { lineWorkEditions } from './editions/line-work';
import { nightSheetEditions } from './editions/night-sheets';
import { pendulum } from './generators/pendulum';
import { type Cards, cards } from './scenes/cards';
import { detail } from './scenes/detail';
import { goods, type Ware } from './scenes/goods';
import { room } from './scenes/room';

/**
 * A picture file: `name` is its stem below /art, `draw` makes its SVG, the same bytes each time; a view shows a print in
 * its place and stands behind the print's own picture.
 */
export type Picture = { name: string; draw: () => string; isView?: true };

/** Each print with the view that goes with it. A new edition is a row there and a product in the catalog. */
export const editions: readonly Edition[] = [
  ...foundingEditions,
  ...fieldGuideEditions,
  ...colourFieldEditions,
  ...lineWorkEditions,
  ...nightSheetEditions,
];

const night = {
  paper: '#f4f0e6',
  ground: '#17233b',
  ink: '#0f1626',
  inks: ['#f2d8a0', '#e88d67', '#7fb2c4'],
} as const;
const brick = {
  paper: '#f4f0e6',
  ground: '#8f3b2a',
  ink: '#4a1a12',
  inks: ['#f7e3c2', '#f0b27c', '#2a1712'],
} as const;
const fern = {
  paper: '#f4f0e6',
  ground: '#24463c',
  ink: '#12241f',
  inks: ['#f1e2b4', '#d9a24c', '#8fc0a4'],
} as const;
const postcards = ([night, brick, fern, brick, fern, night] as const).map((palette, i) => ({
  seed: 4 + i,
  palette,
}));

const postcardViews: readonly (Cards & { name: string })[] = [
  { name: 'pendulum-postcards', layout: 'rows', table: '#c9b99e', envelope: '#c9a878' },
  { name: 'pendulum-postcards-set', layout: 'stack', table: '#5f6f6a', envelope: '#c9a878' },
];

/** The goods: which print is on what. A new one is a row here and a product in the catalog. */
const printedGoods: readonly { name: string; print: string; ware: Ware }[] = [
  { name: 'lemons-mug', print: 'lemons-counted', ware: { on: 'mug', ground: '#d9cbb0', accent: '#2c5c8a' } },
  { name: 'meeting-tote', print: 'the-meeting', ware: { on: 'tote', ground: '#b9c2bd', accent: '#e9dfc9' } },
  {
    name: 'kitchen-floor-tea-towel',
    print: 'kitchen-floor',
    ware: { on: 'towel', ground: '#c9d2cd', accent: '#1f3f5b' },
  },
  {
    name: 'endpaper-notebook',
    print: 'endpaper',
    ware: { on: 'notebook', ground: '#cdbfa8', accent: '#b6503a' },
  },
  { name: 'undertow-scarf', print: 'undertow', ware: { on: 'scarf', ground: '#d8cfc2', accent: '#1f4b6e' } },
  {
    name: 'cut-leaves-wrapping-paper',
    print: 'cut-leaves',
    ware: { on: 'wrap', ground: '#e2d8c4', accent: '#e5593b' },
  },
  {
    name: 'rose-agate-cushion',
    print: 'rose-agate',
    ware: { on: 'cushion', ground: '#b7bdb6', accent: '#8d3b56' },
  },
  {
    name: 'half-a-city-jigsaw',
    print: 'half-a-city',
    ware: { on: 'jigsaw', ground: '#7f9894', accent: '#6d8581' },
  },
  {
    name: 'four-arches-coasters',
    print: 'four-arches',
    ware: { on: 'coasters', ground: '#8a9a94', accent: '#d9704a' },
  },
  {
    name: 'length-forty-beach-towel',
    print: 'length-forty',
    ware: { on: 'beach', ground: '#e3cfa6', accent: '#e4572e' },
  },
  { name: 'oak-hanger', print: 'long-grass', ware: { on: 'hanger', ground: '#cfd3c9', accent: '#5f4a38' } },
];

const fieldGuideCards = [
  'cabinet-of-moths',
  'twelve-eggs',
  'edible-probably',
  'five-feathers',
  'windowsill',
  'seven-stones',
];

/** The sheet of an edition, by its name. */
function sheetOf(name: string): string {
  const edition = editions.find((known) => known.name === name);
  if (!edition) throw new Error(`No edition is called ${name}.`);
  return edition.generator(edition.seed, edition.palette);
}

/** Every picture of the house, in the order they are rendered. */
export const pictures: readonly Picture[] = [
  ...editions.flatMap((edition): Picture[] => {
    const { name, generator, seed, palette } = edition;
    const print = () => generator(seed, palette);
    const second: Picture =
      'room' in edition
        ? { name: `${name}-room`, draw: () => room(seed, print(), edition.room), isView: true }
        : { name: `${name}-detail`, draw: () => detail(print(), edition.detail), isView: true };
    return [{ name, draw: print }, second];
  }),
  ...postcardViews.map(({ name, ...view }) => ({
    name,
    draw: () =>
      cards(
        4,
        postcards.map(({ seed, palette }) => pendulum(seed, palette)),
        view,
      ),
  })),
  ...printedGoods.map(({ name, print, ware }) => ({ name, draw: () => goods(sheetOf(print), ware) })),
  {
    name: 'field-guide-cards',
    draw: () =>
      cards(7, fieldGuideCards.map(sheetOf), {
        layout: 'rows',
        table: '#8fa193',
        envelope: '#c9a878',
      }),
  },
];
