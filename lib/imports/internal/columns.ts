/** What the import reads of a row, by the names that both generations of the export gave it. */
const NAMES = {
  handle: ['handle', 'url handle'],
  title: ['title'],
  description: ['body (html)', 'body html', 'body', 'description'],
  vendor: ['vendor'],
  type: ['type', 'product type', 'custom product type'],
  tags: ['tags'],
  published: ['published', 'published on online store'],
  status: ['status'],
  sku: ['variant sku', 'sku'],
  barcode: ['variant barcode', 'barcode'],
  price: ['variant price', 'price'],
  compareAtPrice: [
    'variant compare at price',
    'variant compare-at price',
    'compare-at price',
    'compare at price',
  ],
  taxable: ['variant taxable', 'charge tax', 'taxable'],
  tracker: ['variant inventory tracker', 'inventory tracker'],
  quantity: ['variant inventory qty', 'variant inventory quantity', 'inventory quantity', 'inventory qty'],
  policy: ['variant inventory policy', 'continue selling when out of stock'],
  grams: ['variant grams', 'weight value (grams)'],
  weight: ['variant weight'],
  weightUnit: ['variant weight unit', 'weight unit for display', 'weight unit'],
  requiresShipping: ['variant requires shipping', 'requires shipping'],
  variantImage: ['variant image', 'variant image url'],
  imageSource: ['image src', 'product image url'],
  imagePosition: ['image position'],
  imageAlt: ['image alt text'],
  giftCard: ['gift card'],
} as const satisfies Record<string, readonly string[]>;

export type ColumnKey = keyof typeof NAMES | `option${number}Name` | `option${number}Value`;

const KEY_BY_NAME = new Map<string, ColumnKey>(
  Object.entries(NAMES).flatMap(([key, names]) => names.map((name) => [name, key as ColumnKey] as const)),
);
const OPTION = /^option ?([1-9]\d?) (name|value)$/;

/** Which cell of a record holds what. Where a header names a column twice, the first one counts. */
export type Columns = ReadonlyMap<ColumnKey, number>;

/** Finds the columns in a header record, whatever their case and spacing; unknown ones are ignored. */
export function findColumns(header: readonly string[]): Columns {
  const columns = new Map<ColumnKey, number>();
  header.forEach((cell, index) => {
    const key = keyOf(cell);
    if (key !== undefined && !columns.has(key)) columns.set(key, index);
  });
  return columns;
}

function keyOf(cell: string): ColumnKey | undefined {
  const name = cell
    .replace(/[\u200b\ufeff]/g, '')
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase();
  const option = OPTION.exec(name);
  if (option)
    return option[2] === 'name' ? `option${Number(option[1])}Name` : `option${Number(option[1])}Value`;
  return KEY_BY_NAME.get(name);
}
