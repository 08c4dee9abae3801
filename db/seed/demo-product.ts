/** A picture below public/: `path` is the stem, its files are `${path}-${width}.webp` and `.avif`. */
export type DemoImage = { path: string; alt: string; width: number; height: number };

/** `optionValues`: one a product option, in their order. `stock` null: not counted, always sellable. */
export type DemoVariant = {
  sku: string;
  optionValues: readonly string[];
  priceMinor: number;
  compareAtMinor?: number;
  weightGrams: number;
  stock: number | null;
};

export type DemoProduct = {
  slug: string;
  title: string;
  descriptionHtml: string;
  /** The artist's name on the sheet. */
  vendor: string;
  productType: string;
  tags: readonly string[];
  /** Slugs of the collections it hangs in. */
  collections: readonly string[];
  options: readonly { name: string; values: readonly string[] }[];
  variants: readonly DemoVariant[];
  images: readonly DemoImage[];
};

export type DemoCollection = {
  slug: string;
  title: string;
  descriptionHtml: string;
  /** Opens so many days after the shop was filled; until then what is in it are drafts. */
  opensInDays?: number;
};
