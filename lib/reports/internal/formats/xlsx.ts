import { currencyDecimals } from '@/lib/kernel/currency';
import { formatDecimal } from '@/lib/kernel/money';
import type { Column, Value } from '../table';
import type { Format, Heading } from './format';
import {
  HEADING_STYLE,
  SHEET_TAIL,
  sheetHead,
  sheetPath,
  styleOfDecimals,
  workbookParts,
} from './xlsx-parts';
import { EMPTY_ZIP, type ZipState, ZipWriter } from './zip';

/** `row` is the last one that the present sheet has. */
export type XlsxState = { readonly zip: ZipState; readonly sheet: number; readonly row: number };

/** What Excel opens: rows of a sheet, the heading among them, and characters of a cell. */
const MAX_ROWS = 1_048_576;
const MAX_CHARACTERS = 32_767;

/** What XML 1.0 cannot hold: control characters, halves of surrogate pairs, and two that are none. */
const NOT_XML = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function escapeText(text: string): string {
  return (
    text
      .slice(0, MAX_CHARACTERS)
      .replace(NOT_XML, '')
      .replace(/[&<>]/g, (char) => ENTITIES[char] ?? '')
      // Excel reads _x0041_ as A: the underscore itself is told that way.
      .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
  );
}

/** A, B … Z, AA: enough for every report. */
const letters = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : letters(Math.floor(at / 26) - 1) + letters(at % 26);

/** Text as text: whatever it begins with, a spreadsheet does not run it. */
const textCell = (place: string, text: string, style = '') =>
  `<c r="${place}"${style} t="inlineStr"><is><t xml:space="preserve">${escapeText(text)}</t></is></c>`;

function cell(place: string, { kind }: Column, value: Value, currency: string, heading: Heading): string {
  if (value === null) return '';
  if (typeof value === 'string') return textCell(place, value);
  if (kind === 'time') return textCell(place, heading.writeTime(value));
  if (kind !== 'money') return `<c r="${place}"><v>${value}</v></c>`;
  const style = styleOfDecimals(currencyDecimals(currency));
  return `<c r="${place}" s="${style}"><v>${formatDecimal({ amount: value, currency })}</v></c>`;
}

function openSheet(zip: ZipWriter, number: number, { columns }: Heading): void {
  const names = columns.map(({ key }, at) => textCell(`${letters(at)}1`, key, ` s="${HEADING_STYLE}"`));
  zip.open(sheetPath(number)).write(`${sheetHead(columns)}<row r="1">${names.join('')}</row>`);
}

/**
 * A workbook whose sheets are as long as Excel allows. Written by hand because it must be written in steps: write-excel-file holds
 * every row until the last, and other writers keep a stream open that no other process can go on with.
 */
export const xlsx: Format<XlsxState> = {
  begin: (heading) => {
    const zip = new ZipWriter(EMPTY_ZIP);
    openSheet(zip, 1, heading);
    return { bytes: zip.take(), state: { zip: zip.state, sheet: 1, row: 1 } };
  },
  add: (heading, rows, state) => {
    const zip = new ZipWriter(state.zip);
    const names = heading.columns.map((_, at) => letters(at));
    let { sheet, row } = state;
    let text = '';
    for (const { values, currency } of rows) {
      if (row === MAX_ROWS) {
        zip.write(text + SHEET_TAIL).close();
        sheet += 1;
        row = 1;
        text = '';
        openSheet(zip, sheet, heading);
      }
      row += 1;
      const cells = heading.columns.map((column, at) =>
        cell(`${names[at]}${row}`, column, values[at] ?? null, currency, heading),
      );
      text += `<row r="${row}">${cells.join('')}</row>`;
    }
    if (text !== '') zip.write(text);
    return { bytes: zip.take(), state: { zip: zip.state, sheet, row } };
  },
  end: async ({ title }, state) => {
    const zip = new ZipWriter(state.zip).write(SHEET_TAIL).close();
    for (const [path, xml] of workbookParts(title, state.sheet)) zip.open(path).write(xml).close();
    return zip.end().take();
  },
};
