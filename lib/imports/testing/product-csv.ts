import type { ColumnKey } from '../internal/columns';

/** A row of an export by what its cells mean, whatever the generation calls them. */
export type CsvRow = Partial<Record<ColumnKey, string>>;

type Header = readonly [name: string, key: ColumnKey | null];

const OPTION_HEADERS_OLD: readonly Header[] = ([1, 2, 3] as const).flatMap((n): readonly Header[] => [
  [`Option${n} Name`, `option${n}Name`],
  [`Option${n} Value`, `option${n}Value`],
]);
const OPTION_HEADERS_CURRENT: readonly Header[] = ([1, 2, 3] as const).flatMap((n): readonly Header[] => [
  [`Option${n} name`, `option${n}Name`],
  [`Option${n} value`, `option${n}Value`],
  [`Option${n} Linked To`, null],
]);

/** The columns of Shopify's product export, as they were until 2024 and as they are since. */
export const GENERATIONS = {
  old: [
    ['Handle', 'handle'],
    ['Title', 'title'],
    ['Body (HTML)', 'description'],
    ['Vendor', 'vendor'],
    ['Type', 'type'],
    ['Tags', 'tags'],
    ['Published', 'published'],
    ...OPTION_HEADERS_OLD,
    ['Variant SKU', 'sku'],
    ['Variant Grams', 'grams'],
    ['Variant Inventory Tracker', 'tracker'],
    ['Variant Inventory Qty', 'quantity'],
    ['Variant Inventory Policy', 'policy'],
    ['Variant Fulfillment Service', null],
    ['Variant Price', 'price'],
    ['Variant Compare At Price', 'compareAtPrice'],
    ['Variant Requires Shipping', 'requiresShipping'],
    ['Variant Taxable', 'taxable'],
    ['Variant Barcode', 'barcode'],
    ['Image Src', 'imageSource'],
    ['Image Position', 'imagePosition'],
    ['Image Alt Text', 'imageAlt'],
    ['Gift Card', 'giftCard'],
    ['SEO Title', null],
    ['SEO Description', null],
    ['Google Shopping / Google Product Category', null],
    ['Variant Image', 'variantImage'],
    ['Variant Weight Unit', 'weightUnit'],
    ['Variant Tax Code', null],
    ['Cost per item', null],
    ['Status', 'status'],
  ],
  current: [
    ['Title', 'title'],
    ['URL handle', 'handle'],
    ['Description', 'description'],
    ['Vendor', 'vendor'],
    ['Product category', null],
    ['Type', 'type'],
    ['Tags', 'tags'],
    ['Published on online store', 'published'],
    ['Status', 'status'],
    ['SKU', 'sku'],
    ['Barcode', 'barcode'],
    ...OPTION_HEADERS_CURRENT,
    ['Price', 'price'],
    ['Price / International', null],
    ['Compare-at price', 'compareAtPrice'],
    ['Compare-at price / International', null],
    ['Cost per item', null],
    ['Charge tax', 'taxable'],
    ['Tax code', null],
    ['Unit price total measure', null],
    ['Inventory tracker', 'tracker'],
    ['Inventory quantity', 'quantity'],
    ['Continue selling when out of stock', 'policy'],
    ['Weight value (grams)', 'grams'],
    ['Weight unit for display', 'weightUnit'],
    ['Requires shipping', 'requiresShipping'],
    ['Fulfillment service', null],
    ['Product image URL', 'imageSource'],
    ['Image position', 'imagePosition'],
    ['Image alt text', 'imageAlt'],
    ['Variant image URL', 'variantImage'],
    ['Gift card', 'giftCard'],
    ['SEO title', null],
    ['SEO description', null],
    ['Google Shopping / Gender', null],
  ],
} as const satisfies Record<string, readonly Header[]>;

export type CsvFormat = {
  readonly generation?: keyof typeof GENERATIONS;
  readonly delimiter?: string;
  readonly lineEnd?: string;
};

/** Writes rows as the export of a generation would: quoted where it must be, every column there. */
export function writeProductCsv(rows: readonly CsvRow[], format: CsvFormat = {}): string {
  const { generation = 'old', delimiter = ',', lineEnd = '\n' } = format;
  const headers: readonly Header[] = GENERATIONS[generation];
  const quote = (text: string) =>
    /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  const lines = [
    headers.map(([name]) => name),
    ...rows.map((row) => headers.map(([, key]) => (key === null ? '' : (row[key] ?? '')))),
  ];
  return lines.map((cells) => cells.map(quote).join(delimiter) + lineEnd).join('');
}

const SIZES = ['XS', 'S', 'M', 'L', 'XL', 'XXL', '3XL'];
/** Variants of ten products in a row: 37, as shops with sizes have them. */
const VARIANT_COUNTS = [1, 1, 2, 3, 4, 4, 4, 5, 6, 7];
const WORDS = ['linen', 'morning', 'copper', 'field', 'slow', 'harbour', 'paper', 'north', 'quiet', 'ember'];

const word = (n: number) => WORDS[n % WORDS.length] ?? '';

/** The rows of a made-up catalog, always the same: 3.7 variants and 2 further images a product, descriptions of several lines. */
export function makeCatalogRows(productCount: number, prefix = 'catalog'): CsvRow[] {
  return Array.from({ length: productCount }, (_, n) => makeProductRows(n, `${prefix}-${n}`)).flat();
}

function makeProductRows(n: number, handle: string): CsvRow[] {
  const sizes = SIZES.slice(0, VARIANT_COUNTS[n % VARIANT_COUNTS.length]);
  const image = (at: number) => `https://images.example.com/${handle}/${at}.jpg?v=${n}`;
  const rows = sizes.map(
    (size, at): CsvRow => ({
      handle,
      option1Value: sizes.length === 1 ? 'Default Title' : size,
      sku: `${handle}-${size}`.toUpperCase(),
      grams: String(100 + (n % 40) * 10),
      tracker: n % 4 === 0 ? '' : 'shopify',
      quantity: String((n * 7 + at * 3) % 50),
      policy: 'deny',
      price: `${10 + (n % 90)}.${at === 0 ? '00' : '50'}`,
      compareAtPrice: n % 5 === 0 ? `${120 + (n % 90)}.00` : '',
      requiresShipping: 'true',
      taxable: 'true',
      weightUnit: 'kg',
    }),
  );
  const [first = {}, ...others] = rows;
  return [
    {
      ...first,
      title: `${word(n)} ${word(n + 3)} no. ${n}`,
      description: `<p>A ${word(n)} thing, "${word(n + 1)}",\nmade by hand.</p>\n<ul>\n<li>${word(n + 2)}</li>\n</ul>`,
      vendor: `House of ${word(n)}`,
      type: word(n + 5),
      tags: `${word(n)}, ${word(n + 1)}, no-${n % 17}`,
      published: 'true',
      status: n % 20 === 19 ? 'draft' : 'active',
      option1Name: sizes.length === 1 ? 'Title' : 'Size',
      imageSource: image(1),
      imagePosition: '1',
      imageAlt: `The ${word(n)} thing`,
      giftCard: 'false',
    },
    ...others,
    { handle, imageSource: image(2), imagePosition: '2' },
    { handle, imageSource: image(3), imagePosition: '3' },
  ];
}
