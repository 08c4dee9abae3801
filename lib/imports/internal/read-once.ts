import { errorAt, type ImportMessage, noteAt } from '../model';
import { parseText } from './cells';
import type { ColumnKey } from './columns';
import type { Row } from './read-rows';

/** The rows of one product, in the order of the file, wherever they stand in it. */
export type ProductRows = readonly [Row, ...Row[]];

/**
 * What a product says once, on whichever of its rows: the first that says anything counts, and a row that says
 * something else is noted under `name`. Undefined when the file has no such column.
 */
export function readOnce(
  rows: ProductRows,
  key: ColumnKey,
  name: string | null,
  messages: ImportMessage[],
): string | undefined {
  const first = rows.find((row) => row.cell(key));
  if (first === undefined) return rows[0].cell(key);
  const text = first.cell(key);
  const other = rows.find((row) => row.cell(key) && row.cell(key) !== text);
  if (other !== undefined && name !== null) {
    messages.push(
      noteAt(other.line, `Another ${name} than on line ${first.line}, which counts, was left out.`),
    );
  }
  return text;
}

/** Complains about a text that is longer than it may be. */
export function checkLength(
  what: string,
  text: string | undefined,
  maxLength: number,
  line: number,
  messages: ImportMessage[],
): void {
  const checked = parseText(text ?? '', maxLength);
  if (!checked.ok) messages.push(errorAt(line, `The ${what} ${checked.message}.`));
}
