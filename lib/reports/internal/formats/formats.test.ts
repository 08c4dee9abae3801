import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { readSheet, readZip } from '../../testing/read-zip';
import type { Column, Row, Value } from '../table';
import { csv } from './csv';
import type { Format, Heading } from './format';
import { pdf } from './pdf';
import { xlsx } from './xlsx';

const columns: Column[] = [
  { key: 'what', kind: 'text', width: 20 },
  { key: 'count', kind: 'count', width: 8, isSummed: true },
  { key: 'amount', kind: 'money', width: 12, isSummed: true },
  { key: 'at', kind: 'time', width: 26 },
];
const heading: Heading = {
  title: 'Things',
  facts: [['Shop', 'Ünïcode 商店']],
  columns,
  writeTime: (ms) => new Date(ms).toISOString(),
};
const row = (currency: string, ...values: Value[]): Row => ({ currency, values });
const HOSTILE = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  'a,b',
  'say "hi"',
  'two\nlines',
  "it's",
  '',
  '<b>&amp;</b>',
  '_x0041_',
  '  spaces  ',
  '字 😀',
];

/** A whole file, written in as many pieces as there are lists of rows, state going through JSON between them. */
async function write<State>(format: Format<State>, ...pieces: Row[][]): Promise<Buffer> {
  const first = format.begin(heading);
  const written = [first.bytes];
  let state = first.state;
  for (const rows of pieces) {
    const next = format.add(heading, rows, JSON.parse(JSON.stringify(state)) as State);
    written.push(next.bytes);
    state = next.state;
  }
  written.push(await format.end(heading, state, async (count) => pieces.flat().slice(0, count)));
  return Buffer.concat(written);
}

test('CSV keeps every text, and none of it is a formula', async () => {
  const bytes = await write(
    csv,
    HOSTILE.map((text, n) => row('USD', text, n, null, null)),
  );
  const [names, ...rows] = parse(bytes) as string[][];
  expect(names).toEqual(columns.map(({ key }) => key));
  expect(rows.map(([text]) => text)).toEqual(
    HOSTILE.map((text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)),
  );
});

test.each([
  ['USD', -5, '-0.05'],
  ['USD', 123_456, '1234.56'],
  ['JPY', 1_999, '1999'],
  ['KWD', 1_999, '1.999'],
])('%s %i is written %s', async (currency, amount, expected) => {
  const rows = [row(currency, 'x', -3, amount, 0)];
  const cells = ['x', '-3', expected, '1970-01-01T00:00:00.000Z'];
  expect((parse(await write(csv, rows)) as string[][])[1]).toEqual(cells);
  const sheet = readZip(await write(xlsx, rows)).get('xl/worksheets/sheet1.xml') ?? '';
  expect(readSheet(sheet)[1]).toEqual(cells);
  const digits = expected.split('.')[1]?.length ?? 0;
  expect(sheet).toContain(`<c r="C2" s="${2 + digits}"><v>${expected}</v></c>`);
});

test('XLSX keeps every text as text, but for what XML cannot hold', async () => {
  const texts = [...HOSTILE, 'a\u0000b\u0008\ud800c\ufffe'];
  const bytes = await write(xlsx, ...texts.map((text) => [row('USD', text, 1, null, null)]));
  const sheet = readZip(bytes).get('xl/worksheets/sheet1.xml') ?? '';
  expect(
    readSheet(sheet)
      .slice(1)
      .map(([text]) => text),
  ).toEqual([...HOSTILE, 'abc']);
  expect(sheet).not.toContain('<f>');
});

test('XLSX goes on in another sheet where Excel ends', async () => {
  const begun = xlsx.begin(heading);
  const almost = { ...begun.state, row: 1_048_574 };
  const rows = Array.from({ length: 5 }, (_, n) => row('USD', `row ${n}`, n, n, n));
  const added = xlsx.add(heading, rows, almost);
  const end = await xlsx.end(heading, added.state, async () => []);
  const parts = readZip(Buffer.concat([begun.bytes, added.bytes, end]));
  const texts = [1, 2].map((number) =>
    readSheet(parts.get(`xl/worksheets/sheet${number}.xml`) ?? '').map(([text]) => text),
  );
  expect(texts).toEqual([
    ['what', 'row 0', 'row 1'],
    ['what', 'row 2', 'row 3', 'row 4'],
  ]);
  expect(parts.get('xl/workbook.xml')).toContain('<sheet name="Things 2" sheetId="2" r:id="rId2"/>');
  expect(parts.get('[Content_Types].xml')).toContain('/xl/worksheets/sheet2.xml');
});

test('PDF sums each currency apart, and draws no more than it should', async () => {
  const rows = Array.from({ length: 1_200 }, (_, n) => row(n % 2 === 0 ? 'USD' : 'JPY', `字 ${n}`, 1, 10, n));
  let { state } = pdf.begin(heading);
  for (let at = 0; at < rows.length; at += 500)
    state = pdf.add(heading, rows.slice(at, at + 500), state).state;
  expect(state).toEqual({
    rows: 1_200,
    sums: { USD: [0, 600, 6_000, 0], JPY: [0, 600, 6_000, 0] },
    series: {},
  });
  const asked: number[] = [];
  const bytes = await pdf.end(heading, state, async (count) => {
    asked.push(count);
    return rows.slice(0, count);
  });
  expect(asked).toEqual([1_000]);
  expect(Buffer.from(bytes).toString('latin1', 0, 5)).toBe('%PDF-');
});

test('PDF draws the days of the currency that sold most, those without anything too', async () => {
  const chart = { kind: 'days', title: 'By day', label: 'what', value: 'money' } as const;
  const moneyKey = heading.columns.find(({ kind }) => kind === 'money')?.key ?? '';
  const drawn = { ...heading, chart: { ...chart, value: moneyKey } };
  const rows = ['2026-01-01', '2026-01-03', '2026-01-03'].map((day) => row('USD', day, 1, 250, 0));
  const { state } = pdf.add(drawn, [...rows, row('EUR', '2026-01-01', 1, 1, 0)], pdf.begin(drawn).state);
  expect(state.series?.USD).toEqual({ '2026-01-01': 250, '2026-01-03': 500 });
  const plain = Buffer.from(await pdf.end(heading, { ...state, series: {} }, async () => []));
  const bytes = Buffer.from(await pdf.end(drawn, state, async () => []));
  expect(bytes.length).toBeGreaterThan(plain.length);
});
