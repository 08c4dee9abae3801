import type { Schema } from '@/app/(merchant)/_api/client';
import { formatDecimal, parseDecimalToMinor } from '@/lib/kernel/money';

type Product = Schema<'MerchantProduct'>;
type Variant = Product['variants'][number];

export const MAX_ROWS = 100;

/** A variant as it stands in the sheet: what was typed, before it is read. */
export type Row = {
  readonly key: string;
  readonly id?: string;
  readonly optionValues: readonly string[];
  readonly sku: string;
  readonly price: string;
  readonly compareAt: string;
  /** By currency, besides the shop's own; empty: not sold in it. */
  readonly others: Readonly<Record<string, string>>;
  readonly weight: string;
  /** Empty: not counted. */
  readonly stock: string;
};

/** An option as it is typed: its values joined by commas. */
export type OptionText = { readonly key: string; readonly name: string; readonly values: string };

export function toRows({ variants }: Product): Row[] {
  return variants.map((variant) => ({
    key: variant.id,
    id: variant.id,
    optionValues: variant.optionValues,
    sku: variant.sku,
    price: formatDecimal(variant.price),
    compareAt: variant.compareAtPrice ? formatDecimal(variant.compareAtPrice) : '',
    others: Object.fromEntries(variant.prices.map((price) => [price.currency, formatDecimal(price)])),
    weight: variant.weightGrams === 0 ? '' : String(variant.weightGrams),
    stock: variant.stock === null ? '' : String(variant.stock),
  }));
}

export function toOptionTexts({ options }: Product): OptionText[] {
  return options.map(({ name, values }) => ({ key: name, name, values: values.join(', ') }));
}

export const valuesOf = ({ values }: OptionText): string[] => [
  ...new Set(
    values
      .split(',')
      .map((value) => value.trim())
      .filter((value) => value !== ''),
  ),
];

/** A row for each combination of the options' values: those that are there stay, new ones are like the first. */
export function arrangeRows(rows: readonly Row[], options: readonly OptionText[]): Row[] {
  const combinations = options
    .map(valuesOf)
    .filter((values) => values.length > 0)
    .reduce<string[][]>((all, values) => all.flatMap((one) => values.map((value) => [...one, value])), [[]]);
  const left = new Map(rows.map((row) => [JSON.stringify(row.optionValues), row]));
  const [model] = rows;
  // The only variant of a product that gets its first option is the first of the new ones.
  const isFirst = rows.length === 1 && rows[0]?.optionValues.length !== combinations[0]?.length;
  return combinations.slice(0, MAX_ROWS).map((optionValues, index) => {
    const known = left.get(JSON.stringify(optionValues));
    if (known) return known;
    if (isFirst && index === 0 && model) return { ...model, optionValues };
    return {
      key: optionValues.join(' / '),
      optionValues,
      sku: '',
      price: model?.price ?? '',
      compareAt: model?.compareAt ?? '',
      others: model?.others ?? {},
      weight: model?.weight ?? '',
      stock: '0',
    };
  });
}

/** What is wrong with what was typed, by `row/column`. */
export type CellFaults = Readonly<Record<string, string>>;

/** The variants as the API takes them. Stock is told only where it was changed: it moves while one types. */
export function readRows(
  rows: readonly Row[],
  product: Product,
  currency: string,
): { readonly variants: readonly object[]; readonly faults: CellFaults } {
  const known = new Map(product.variants.map((variant) => [variant.id, variant]));
  const faults: Record<string, string> = {};
  const variants = rows.map((row, index) => {
    const money = (text: string, of: string, column: string) => {
      const parsed = parseDecimalToMinor(text, of);
      if (!parsed.ok) faults[`${index}/${column}`] = 'Write the price as 19.90.';
      return parsed.ok ? parsed.value : 0;
    };
    const whole = (text: string, column: string) => {
      if (!/^\d{1,9}$/.test(text)) faults[`${index}/${column}`] = 'Must be a whole number.';
      return Number(text);
    };
    const before = row.id === undefined ? undefined : known.get(row.id);
    const stock = row.stock === '' ? null : whole(row.stock, 'stock');
    return {
      ...(row.id === undefined ? {} : { id: row.id }),
      optionValues: row.optionValues,
      sku: row.sku.trim(),
      price: { amount: money(row.price, currency, 'price'), currency },
      compareAtPrice:
        row.compareAt === '' ? null : { amount: money(row.compareAt, currency, 'compareAt'), currency },
      prices: Object.entries(row.others)
        .filter(([, text]) => text !== '')
        .map(([of, text]) => ({
          currency: of,
          amount: money(text, of, of),
          ...compareAtOf(before, of),
        })),
      weightGrams: row.weight === '' ? 0 : whole(row.weight, 'weight'),
      ...(stock === before?.stock && before !== undefined ? {} : { stock }),
    };
  });
  return { variants, faults };
}

/** What it cost before in another currency has no cell, and stays. */
function compareAtOf(before: Variant | undefined, currency: string) {
  const old = before?.prices.find((price) => price.currency === currency)?.compareAtAmount;
  return old === undefined ? {} : { compareAtAmount: old };
}
