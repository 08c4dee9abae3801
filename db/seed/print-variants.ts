import type { DemoProduct, DemoVariant } from './demo-product';

/** The house's paper sizes, with the weight of the sheet in its tube or folder. */
const sizes = [
  { label: '30×40 cm', code: '3040', priceMinor: 4800, weightGrams: 280 },
  { label: '50×70 cm', code: '5070', priceMinor: 8900, weightGrams: 420 },
  { label: '70×100 cm', code: '70100', priceMinor: 14500, weightGrams: 640 },
] as const;

/** What a frame adds, for each size. */
const frames = [
  { label: 'Unframed', code: 'U', priceMinor: [0, 0, 0], weightGrams: [0, 0, 0] },
  { label: 'Oak', code: 'O', priceMinor: [6500, 9800, 15500], weightGrams: [1150, 2900, 5400] },
  { label: 'Black', code: 'B', priceMinor: [6500, 9800, 15500], weightGrams: [1150, 2900, 5400] },
] as const;

type Stock = number | null;

/**
 * Options and variants of a print in all sizes and frames. `stock` has a row a size, smallest first, and in it a
 * number a frame: unframed, oak, black. `extraMinor` is added to each price.
 */
export function inSizesAndFrames(
  code: string,
  stock: readonly (readonly [Stock, Stock, Stock])[],
  extraMinor = 0,
): Pick<DemoProduct, 'options' | 'variants'> {
  const variants = sizes.flatMap((size, row) =>
    frames.map(
      (frame, column): DemoVariant => ({
        sku: `MQ-${code}-${size.code}-${frame.code}`,
        optionValues: [size.label, frame.label],
        priceMinor: size.priceMinor + (frame.priceMinor[row] ?? 0) + extraMinor,
        weightGrams: size.weightGrams + (frame.weightGrams[row] ?? 0),
        stock: stock[row]?.[column] ?? 0,
      }),
    ),
  );
  return {
    options: [
      { name: 'Size', values: sizes.map(({ label }) => label) },
      { name: 'Frame', values: frames.map(({ label }) => label) },
    ],
    variants,
  };
}

/** Options and variants of a print that is sold without a frame; `wasMinor` is what each size cost before. */
export function inSizes(
  code: string,
  stock: readonly [Stock, Stock, Stock],
  wasMinor: readonly number[] = [],
): Pick<DemoProduct, 'options' | 'variants'> {
  const variants = sizes.map((size, row): DemoVariant => {
    const was = wasMinor[row];
    return {
      sku: `MQ-${code}-${size.code}`,
      optionValues: [size.label],
      priceMinor: size.priceMinor,
      ...(was === undefined ? {} : { compareAtMinor: was }),
      weightGrams: size.weightGrams,
      stock: stock[row] ?? 0,
    };
  });
  return { options: [{ name: 'Size', values: sizes.map(({ label }) => label) }], variants };
}

/** The one variant of a product without options. */
export function single(
  sku: string,
  priceMinor: number,
  weightGrams: number,
  stock: Stock,
): Pick<DemoProduct, 'options' | 'variants'> {
  return { options: [], variants: [{ sku, optionValues: [], priceMinor, weightGrams, stock }] };
}

/** The papers that a pigment print comes on, and what the better one adds for each size. */
const papers = [
  { label: 'Cotton rag', code: 'C', priceMinor: [0, 0, 0] },
  { label: 'Kozo', code: 'K', priceMinor: [1200, 1800, 2600] },
] as const;

/** Options and variants of a print on two papers. `stock` has a row a size, smallest first: cotton rag, Kozo. */
export function inSizesAndPapers(
  code: string,
  stock: readonly (readonly [Stock, Stock])[],
): Pick<DemoProduct, 'options' | 'variants'> {
  return {
    options: [
      { name: 'Size', values: sizes.map(({ label }) => label) },
      { name: 'Paper', values: papers.map(({ label }) => label) },
    ],
    variants: sizes.flatMap((size, row) =>
      papers.map(
        (paper, column): DemoVariant => ({
          sku: `MQ-${code}-${size.code}-${paper.code}`,
          optionValues: [size.label, paper.label],
          priceMinor: size.priceMinor + (paper.priceMinor[row] ?? 0),
          weightGrams: size.weightGrams,
          stock: stock[row]?.[column] ?? 0,
        }),
      ),
    ),
  };
}

/** Options and variants of a thing that comes in kinds of one option: a label, a code for the sku, and how many there are. */
export function inKinds(
  code: string,
  option: string,
  priceMinor: number,
  weightGrams: number,
  kinds: readonly (readonly [label: string, code: string, stock: Stock, extraMinor?: number])[],
): Pick<DemoProduct, 'options' | 'variants'> {
  return {
    options: [{ name: option, values: kinds.map(([label]) => label) }],
    variants: kinds.map(([label, kind, stock, extraMinor = 0]) => ({
      sku: `MQ-${code}-${kind}`,
      optionValues: [label],
      priceMinor: priceMinor + extraMinor,
      weightGrams,
      stock,
    })),
  };
}
