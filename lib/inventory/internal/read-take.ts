import { parse } from 'csv-parse/sync';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { MAX_STOCK } from '../input';
import { MAX_TAKE_LINES } from '../model';

/** A line of a count, as it stands in the file. `message`: what is wrong with it by itself. */
export type TakenLine = {
  readonly line: number;
  readonly sku: string;
  readonly counted: number | null;
  readonly message?: string;
};

type Unreadable = { readonly reason: 'unreadable-file'; readonly message: string };
type CsvRecord = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

const SKU_NAMES = ['sku', 'variant sku'];
const COUNT_NAMES = [
  'counted',
  'count',
  'quantity',
  'on hand',
  'variant inventory qty',
  'inventory quantity',
];
const MAX_SKU = 255;

const unreadable = (message: string) => no('unreadable-file', { message });

/** Reads a count: a CSV with a column for the SKU and one for the units. Refuses what is none, in one sentence. */
export function readTake(bytes: Uint8Array): Outcome<readonly TakenLine[], Unreadable> {
  let records: CsvRecord[];
  try {
    records = parse(decode(bytes), {
      delimiter: [',', ';', '\t'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      info: true,
      to: MAX_TAKE_LINES + 2,
    }) as unknown as CsvRecord[];
  } catch {
    return unreadable('The file cannot be read as CSV: a quote is opened and never closed.');
  }
  const header = (records[0]?.record ?? []).map((cell) => cell.trim().toLowerCase());
  const sku = header.findIndex((name) => SKU_NAMES.includes(name));
  const counted = header.findIndex((name) => COUNT_NAMES.includes(name));
  if (sku < 0 || counted < 0) return unreadable('The first line must name the columns: sku and counted.');
  const rows = records.slice(1);
  if (rows.length > MAX_TAKE_LINES)
    return unreadable(`The file has more than ${MAX_TAKE_LINES.toLocaleString('en')} lines: split it.`);
  if (rows.length === 0) return unreadable('The file has a header and nothing below it.');
  const seen = new Map<string, number>();
  return ok(
    rows.map(({ record, info }) =>
      readLine(info.lines, (record[sku] ?? '').trim(), (record[counted] ?? '').trim(), seen),
    ),
  );
}

function readLine(line: number, sku: string, text: string, seen: Map<string, number>): TakenLine {
  const count = readCount(text);
  const earlier = seen.get(sku);
  seen.set(sku, earlier ?? line);
  // What no text of the database may have.
  const shown = sku.replaceAll('\0', '').slice(0, MAX_SKU);
  const wrong = (message: string): TakenLine => ({ line, sku: shown, counted: count, message });
  if (sku === '') return wrong('The line has no SKU.');
  if (shown !== sku) return wrong('This is no SKU of ours.');
  if (earlier !== undefined) return wrong(`The SKU stands on line ${earlier} already.`);
  return count === null
    ? wrong('The count must be a whole number, 0 or more.')
    : { line, sku, counted: count };
}

/** Digits; spreadsheets write 12 as 12.0. */
function readCount(text: string): number | null {
  const digits = /^(\d{1,10})(?:[.,]0+)?$/.exec(text)?.[1];
  const count = digits === undefined ? Number.NaN : Number(digits);
  return count <= MAX_STOCK ? count : null;
}

/** UTF-8, UTF-16 with its mark, else what Excel writes in the West. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}
