import type { Outcome } from '@/lib/kernel/outcome';
import { errorAt, type ImportMessage, noteAt } from '../model';
import {
  parseCode,
  parseFlag,
  parseImageUrl,
  parsePolicy,
  parsePrice,
  parseQuantity,
  parseWeight,
  type UnreadableCell,
} from './cells';
import type { VariantInFile } from './product-in-file';
import type { Row } from './read-rows';

export type MappedVariant = {
  /** Null when an error among the messages says why the row is no variant. */
  readonly variant: VariantInFile | null;
  readonly messages: readonly ImportMessage[];
};

/** Collects what one row has to complain about, so that a merchant learns all of it at once. */
type Complaints = { readonly error: (message: string) => void; readonly note: (message: string) => void };

/** Reads the variant of a row; `optionValues` are its values, already found. Prices are in the shop's currency. */
export function mapVariant(row: Row, optionValues: readonly string[], currency: string): MappedVariant {
  const messages: ImportMessage[] = [];
  const say: Complaints = {
    error: (message) => messages.push(errorAt(row.line, message)),
    note: (message) => messages.push(noteAt(row.line, message)),
  };
  const priceMinor = readPrice(row, currency, say);
  const variant = {
    line: row.line,
    optionValues,
    priceMinor: priceMinor ?? 0,
    compareAtMinor: readCompareAt(row, priceMinor, currency, say),
    sku: mapCell(row.cell('sku'), (text) => take(parseCode(text), 'The SKU', say.error)),
    barcode: readBarcode(row, say),
    weightGrams: readWeight(row, say),
    requiresShipping: readFlag(row, 'requiresShipping', 'Requires shipping', say),
    taxClass: mapCell(readFlag(row, 'taxable', 'Taxable', say), (isTaxed) =>
      isTaxed ? ('standard' as const) : ('exempt' as const),
    ),
    stock: readStock(row, say),
    imageUrl: readImage(row, say),
  };
  const isRefused = messages.some(({ severity }) => severity === 'error');
  return { variant: isRefused ? null : variant, messages };
}

function mapCell<T, U>(value: T | undefined, map: (value: T) => U): U | undefined {
  return value === undefined ? undefined : map(value);
}

function take<T>(
  outcome: Outcome<T, UnreadableCell>,
  what: string,
  say: (message: string) => void,
): T | undefined {
  if (outcome.ok) return outcome.value;
  say(`${what} ${outcome.message}.`);
  return undefined;
}

function readPrice(row: Row, currency: string, say: Complaints): number | undefined {
  const text = row.cell('price') ?? '';
  if (text !== '') return take(parsePrice(text, currency), 'The price', say.error);
  say.error('The variant has no price.');
  return undefined;
}

function readCompareAt(
  row: Row,
  priceMinor: number | undefined,
  currency: string,
  say: Complaints,
): number | null | undefined {
  const text = row.cell('compareAtPrice');
  if (text === undefined || text === '') return text === undefined ? undefined : null;
  const compareAt = take(parsePrice(text, currency), 'The compare-at price', say.error);
  if (compareAt === undefined || priceMinor === undefined || compareAt === 0) return null;
  if (compareAt > priceMinor) return compareAt;
  say.note(`The compare-at price "${text}" is not above the price and was left out.`);
  return null;
}

function readBarcode(row: Row, say: Complaints): string | null | undefined {
  const text = row.cell('barcode');
  if (text === undefined || text === '') return text === undefined ? undefined : null;
  if (/^\d([.,]\d+)?E\+\d+$/i.test(text))
    say.note(`The barcode "${text}" looks as if a spreadsheet had rounded it.`);
  return take(parseCode(text), 'The barcode', say.error);
}

function readWeight(row: Row, say: Complaints): number | undefined {
  const grams = row.cell('grams');
  if (grams) return take(parseWeight(grams, 'g'), 'The weight', say.error);
  const weight = row.cell('weight');
  if (!weight) return grams === undefined && weight === undefined ? undefined : 0;
  const unit = row.cell('weightUnit') ?? '';
  if (unit === '') {
    say.error(`The weight "${weight}" has no unit (g, kg, lb or oz).`);
    return undefined;
  }
  return take(parseWeight(weight, unit), 'The weight', say.error);
}

function readFlag(
  row: Row,
  key: 'requiresShipping' | 'taxable',
  what: string,
  say: Complaints,
): boolean | undefined {
  const text = row.cell(key);
  return text ? take(parseFlag(text), what, say.error) : undefined;
}

function readStock(row: Row, say: Complaints): VariantInFile['stock'] {
  const tracker = row.cell('tracker');
  const quantityText = row.cell('quantity');
  const policyText = row.cell('policy');
  const quantity = quantityText ? take(parseQuantity(quantityText), 'The quantity', say.error) : undefined;
  const policy = policyText ? take(parsePolicy(policyText), 'The inventory policy', say.error) : undefined;

  // A file without trackers counts what it gives a quantity for.
  const isTracked = tracker === undefined ? Boolean(quantityText) : tracker !== '';
  if (isTracked && policy === 'continue') {
    say.note('Goes on selling at zero (policy "continue"), so its stock is not counted.');
    return null;
  }
  if (!isTracked) {
    if (quantity !== undefined && quantity < 0)
      say.note(`The quantity ${quantity} is below zero; without an inventory tracker stock is not counted.`);
    return tracker === undefined && policy !== 'continue' ? undefined : null;
  }
  if (quantityText === '')
    say.note('Tracked, but without a quantity: its stock stays as it is, 0 when it is new.');
  if (quantity === undefined) return 'counted';
  if (quantity >= 0) return quantity;
  say.note(`The quantity ${quantity} is below zero and became 0.`);
  return 0;
}

function readImage(row: Row, say: Complaints): string | undefined {
  const text = row.cell('variantImage');
  return text ? take(parseImageUrl(text), 'The variant image was left out:', say.note) : undefined;
}
