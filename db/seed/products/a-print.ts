import type { DemoProduct } from '../demo-product';
import { type Hanging, hung, views } from './pictures';

type Print = Pick<
  DemoProduct,
  'slug' | 'title' | 'productType' | 'tags' | 'collections' | 'options' | 'variants'
> & {
  artist: string;
  /** Paragraphs: what it shows and how it came about. */
  story: readonly string[];
  made: string;
  paper: string;
  edition: number;
  alt: string;
  /** The room of its second picture; without one it lies on the printer's table. */
  hangs?: Hanging;
};

/** A print as the catalog tells of it: story, then what it is made of and how many there are. */
export function aPrint({ artist, story, made, paper, edition, alt, hangs, ...rest }: Print): DemoProduct {
  const sizes = rest.options.some(({ name }) => name === 'Size') ? ' in each size' : '';
  const hand = rest.productType === 'Pigment print' ? 'numbered and signed' : 'signed in pencil';
  const facts = [made, paper, `Edition of ${edition}${sizes}, ${hand}`];
  const second = hangs
    ? hung(hangs)
    : 'Close view of the sheet on a dark table: the edge of the image, the white margin, a signature and a pencil.';
  return {
    ...rest,
    vendor: artist,
    descriptionHtml: `${story.map((text) => `<p>${text}</p>`).join('')}<ul>${facts.map((fact) => `<li>${fact}</li>`).join('')}</ul>`,
    images: views(rest.slug, alt, hangs ? 'room' : 'detail', second),
  };
}
