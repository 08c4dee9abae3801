import { type Outcome, ok } from '@/lib/kernel/outcome';
import { errorAt, type ImportMessage, noteAt } from '../model';
import { type ColumnKey, type Columns, findColumns } from './columns';
import { decodeText, LOST_CHARACTER, type UnreadableFile, unreadable } from './decode-text';
import { type CsvRecord, readRecords } from './read-records';

/** A row of products: its physical line and its cells by what they mean, trimmed. */
export type Row = {
  readonly line: number;
  /** The trimmed text of a cell ('' when it is empty), or undefined when the file has no such column. */
  readonly cell: (key: ColumnKey) => string | undefined;
};

export type Rows = { readonly rows: readonly Row[]; readonly messages: readonly ImportMessage[] };

const DELIMITERS = [',', ';', '\t', '|'];
const EXCEL_HINT = /^sep=(.)\r?\n/i;
/** As many as 25 MiB of an export can have; a file of shorter ones would need gigabytes of memory. */
const MAX_ROWS = 250_000;
const SHOWN_COLUMNS = 5;
const MAX_HEADER_CHARACTERS = 64 * 1024;

/**
 * Reads a product CSV: encoding, delimiter and columns are found out, blank rows are left out, rows that cannot be
 * trusted become errors. Refuses, in one sentence, what is not such a file.
 */
export async function readRows(bytes: Uint8Array): Promise<Outcome<Rows, UnreadableFile>> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const { text, note, isLossy } = decoded.value;
  const messages: ImportMessage[] = note === null ? [] : [noteAt(1, note)];

  const hint = EXCEL_HINT.exec(text);
  const delimiter = hint?.[1] ?? (await detectDelimiter(text));
  let columns: Columns | undefined;
  let width = 0;
  const rows: Row[] = [];
  for await (const record of readRecords(text, delimiter)) {
    const isBlank = record.cells.every((cell) => cell.trim() === '');
    if ((isBlank && record.problem === null) || (hint && record.line === 1)) continue;
    if (columns === undefined) {
      columns = findColumns(record.cells);
      width = record.cells.length;
      const missing = describeMissing(columns, record.cells);
      if (missing !== null) return unreadable(missing);
      continue;
    }
    if (rows.length + messages.length >= MAX_ROWS)
      return unreadable(
        `The file has more than ${MAX_ROWS.toLocaleString('en')} rows: split it into several.`,
      );
    const problem = record.problem ?? findProblem(record, width, isLossy);
    if (problem === null) rows.push(toRow(record, columns));
    else messages.push(errorAt(record.line, problem));
  }
  if (rows.length === 0 && messages.every(({ severity }) => severity === 'note'))
    return unreadable('The file has a header and no products below it.');
  return ok({ rows, messages });
}

/** The delimiter with which the header names most columns that we know. */
async function detectDelimiter(text: string): Promise<string> {
  const head = text.slice(0, MAX_HEADER_CHARACTERS);
  let best = { delimiter: ',', known: 0 };
  for (const delimiter of DELIMITERS) {
    for await (const record of readRecords(head, delimiter)) {
      if (record.cells.every((cell) => cell.trim() === '')) continue;
      const known = findColumns(record.cells).size;
      if (known > best.known) best = { delimiter, known };
      break;
    }
  }
  return best.delimiter;
}

function describeMissing(columns: Columns, header: readonly string[]): string | null {
  const missing = [
    columns.has('handle') ? [] : ['"Handle" (or "URL handle")'],
    columns.has('title') ? [] : ['"Title"'],
  ].flat();
  if (missing.length === 0) return null;
  const named = header.slice(0, SHOWN_COLUMNS).map((cell) => `"${cell.trim().slice(0, 30)}"`);
  const more = header.length > SHOWN_COLUMNS ? ', …' : '';
  return `The file is not a product CSV: its first row has no column ${missing.join(' and no column ')}, but ${named.join(', ')}${more}.`;
}

function findProblem({ cells }: CsvRecord, width: number, isLossy: boolean): string | null {
  if (cells.slice(width).some((cell) => cell.trim() !== '')) {
    return `The row has ${cells.length} cells where the header has ${width}: a cell with the delimiter in it must be quoted.`;
  }
  if (isLossy && cells.some((cell) => cell.includes(LOST_CHARACTER)))
    return 'The row has bytes that are not UTF-8: save the file as "CSV UTF-8".';
  if (cells.some((cell) => cell.includes('\0')))
    return 'The row has a NUL character, which no text may have.';
  return null;
}

function toRow({ line, cells }: CsvRecord, columns: Columns): Row {
  return {
    line,
    cell: (key) => {
      const index = columns.get(key);
      return index === undefined ? undefined : (cells[index] ?? '').trim();
    },
  };
}
