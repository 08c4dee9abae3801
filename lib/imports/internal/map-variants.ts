import { MAX_VARIANTS } from '@/lib/catalog/model';
import { errorAt, type ImportMessage, noteAt } from '../model';
import { MAX_LINE } from './cells';
import type { ColumnKey } from './columns';
import { nameOf, OPTION_VALUE_KEYS, type OptionInFile, valueKey } from './find-options';
import { mapVariant } from './map-variant';
import type { VariantInFile } from './product-in-file';
import { checkLength, type ProductRows } from './read-once';
import type { Row } from './read-rows';

/** A row with any of these is a variant; one without only adds an image. */
const VARIANT_KEYS: readonly ColumnKey[] = [
  'price',
  'sku',
  'barcode',
  'compareAtPrice',
  ...OPTION_VALUE_KEYS,
];

/**
 * The variants of a product's rows, each combination of option values once. None when none is sound or there are too
 * many; an error among the messages says so.
 */
export function mapVariants(
  rows: ProductRows,
  options: readonly OptionInFile[],
  currency: string,
  messages: ImportMessage[],
): VariantInFile[] {
  const found = new Map<string, VariantInFile | null>();
  for (const row of findVariantRows(rows)) {
    const values = options.map(({ position }) => row.cell(valueKey(position)) ?? '');
    const complaints = checkValues(row, options, values);
    if (complaints.length > 0) {
      messages.push(...complaints);
      continue;
    }
    const combination = JSON.stringify(values);
    const earlier = found.get(combination);
    const { variant, messages: said } = mapVariant(row, values, currency);
    if (earlier) {
      messages.push(describeRepeat(row, variant, earlier));
    } else {
      found.set(combination, variant);
      messages.push(...said);
    }
  }
  const { line } = rows[0];
  if (found.size > MAX_VARIANTS) {
    messages.push(
      errorAt(line, `The product has ${found.size} variants; at most ${MAX_VARIANTS} are possible.`),
    );
    return [];
  }
  const variants = [...found.values()].flatMap((variant) => variant ?? []);
  if (variants.length === 0)
    messages.push(errorAt(line, 'No variant of the product could be imported, so it was skipped.'));
  return variants;
}

/**
 * A product whose rows name neither options nor prices is its own first row, so that its missing price is told. A row
 * that only names the product, above rows that are its variants, is none.
 */
function findVariantRows(rows: ProductRows): readonly Row[] {
  const variantRows = rows.filter((row) => VARIANT_KEYS.some((key) => row.cell(key)));
  return variantRows.length > 0 ? variantRows : [rows.find((row) => row.cell('title')) ?? rows[0]];
}

function checkValues(
  row: Row,
  options: readonly OptionInFile[],
  values: readonly string[],
): readonly ImportMessage[] {
  const messages: ImportMessage[] = [];
  options.forEach((option, at) => {
    if (values[at] === '')
      messages.push(errorAt(row.line, `The row has no value for the option "${nameOf(option)}".`));
    checkLength(`value of the option "${nameOf(option)}"`, values[at], MAX_LINE, row.line, messages);
  });
  return messages;
}

function describeRepeat(row: Row, variant: VariantInFile | null, earlier: VariantInFile): ImportMessage {
  const values = earlier.optionValues.join(' / ');
  const which = values === '' ? 'the variant' : `the variant ${values}`;
  const isSame = JSON.stringify({ ...variant, line: 0 }) === JSON.stringify({ ...earlier, line: 0 });
  return isSame
    ? noteAt(row.line, `Repeats ${which} of line ${earlier.line} and was skipped.`)
    : errorAt(row.line, `Says something else of ${which} than line ${earlier.line}, which was taken.`);
}
