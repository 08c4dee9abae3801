import { stringify } from 'csv-stringify/sync';
import { formatDecimal } from '@/lib/kernel/money';
import type { Column, Row } from '../table';
import { type Format, type Heading, NOTHING } from './format';

const FORMULA = /^[=+\-@\t\r]/;

/** Text that a spreadsheet would run as a formula gets an apostrophe in front, which shows that it is text. */
const asText = (text: string) => (FORMULA.test(text) ? `'${text}` : text);

function cell(
  { kind }: Column,
  value: Row['values'][number],
  currency: string,
  { writeTime }: Heading,
): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return asText(value);
  if (kind === 'money') return formatDecimal({ amount: value, currency });
  return kind === 'time' ? writeTime(value) : String(value);
}

const encoder = new TextEncoder();

/** RFC 4180 in UTF-8, a line for the names of the columns first. */
export const csv: Format<null> = {
  begin: ({ columns }) => ({
    bytes: encoder.encode(stringify([columns.map(({ key }) => key)])),
    state: null,
  }),
  add: (heading, rows) => {
    const { columns } = heading;
    const records = rows.map(({ values, currency }) =>
      columns.map((column, at) => cell(column, values[at] ?? null, currency, heading)),
    );
    return { bytes: encoder.encode(stringify(records)), state: null };
  },
  end: async () => NOTHING,
};
