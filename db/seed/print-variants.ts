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
