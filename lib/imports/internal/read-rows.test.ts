import { describe, expect, test } from 'vitest';
import { writeProductCsv } from '../testing/product-csv';
import { readRows } from './read-rows';

const bytes = (text: string) => new TextEncoder().encode(text);

async function read(input: string | Uint8Array) {
  const outcome = await readRows(typeof input === 'string' ? bytes(input) : input);
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value;
}

async function refusal(input: string | Uint8Array): Promise<string> {
  const outcome = await readRows(typeof input === 'string' ? bytes(input) : input);
  if (outcome.ok) throw new Error('was read');
  return outcome.message;
}

const products = writeProductCsv([{ handle: 'a', title: 'Été', price: '1.00' }]);

describe('whatever the export went through, its rows are read', () => {
  test.each([
    ['UTF-8', bytes(products)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${products}`)],
    ['UTF-16 from Excel', Buffer.from(`\ufeff${products}`, 'utf16le')],
    ['CRLF', bytes(products.replaceAll('\n', '\r\n'))],
    ['CR of an old Mac', bytes(products.replaceAll('\n', '\r'))],
    ['semicolons', bytes(writeProductCsv([{ handle: 'a', title: 'Été' }], { delimiter: ';' }))],
    ['tabs', bytes(writeProductCsv([{ handle: 'a', title: 'Été' }], { delimiter: '\t' }))],
    [
      'the current columns',
      bytes(writeProductCsv([{ handle: 'a', title: 'Été' }], { generation: 'current' })),
    ],
    [
      'a hint for Excel',
      bytes(`sep=;\n${writeProductCsv([{ handle: 'a', title: 'Été' }], { delimiter: ';' })}`),
    ],
    ['blank lines around it', bytes(`\n\n${products}\n\n,,,\n`)],
  ])('%s', async (_, input) => {
    const { rows, messages } = await read(input);
    expect(rows.map((row) => [row.cell('handle'), row.cell('title')])).toEqual([['a', 'Été']]);
    expect(messages).toEqual([]);
  });

  test('columns are found whatever their case, spacing and order; unknown and missing ones do no harm', async () => {
    const { rows } = await read('  TITLE ,My notes,"handle"\nA,x,a\n');
    expect(rows[0]?.cell('title')).toBe('A');
    expect(rows[0]?.cell('handle')).toBe('a');
    expect(rows[0]?.cell('price')).toBeUndefined();
  });

  test('Windows-1252 is recognised, and noted', async () => {
    const { rows, messages } = await read(Buffer.from('Handle,Title\na,Caf\xe9 \x80 5\n', 'latin1'));
    expect(rows[0]?.cell('title')).toBe('Café € 5');
    expect(messages).toMatchObject([{ line: 1, severity: 'note' }]);
  });

  test('one broken character in a UTF-8 file spoils its row alone', async () => {
    const { rows, messages } = await read(
      Buffer.concat([
        Buffer.from('Handle,Title\na,Été\nb,'),
        Buffer.from([0xe9]),
        Buffer.from('\nc,Œuvre\n'),
      ]),
    );
    expect(rows.map((row) => row.cell('handle'))).toEqual(['a', 'c']);
    expect(messages).toMatchObject([{ line: 3, severity: 'error' }]);
  });
});

describe('ragged rows', () => {
  test('missing cells at the end are empty', async () => {
    const { rows } = await read('Handle,Title,Vendor\na,A\n');
    expect(rows[0]?.cell('vendor')).toBe('');
  });

  test('empty cells too many are nothing', async () => {
    expect((await read('Handle,Title\na,A,,,\n')).rows).toHaveLength(1);
  });

  test('content beyond the header is an error: what stands where cannot be known', async () => {
    const { rows, messages } = await read('Handle,Title,Vendor\na,Salt, pepper,V\nb,B,V\n');
    expect(rows.map((row) => row.cell('handle'))).toEqual(['b']);
    expect(messages).toMatchObject([{ line: 2, severity: 'error' }]);
  });
});

describe('what is no product CSV is refused in one sentence', () => {
  test.each([
    ['nothing', '', 'The file is empty.'],
    ['blanks', ' \n\n ', 'The file is empty.'],
    ['a header alone', products.split('\n')[0] ?? '', 'no products'],
    ['HTML', '<!DOCTYPE html><html><body>Sign in</body></html>', 'a web page'],
    ['JSON', '{"products":[]}', 'JSON'],
    ['a letter', 'Dear shop,\nhere are my products.\n', '"Handle"'],
    ['no handle', 'Title,Variant Price\nA,1\n', '"Handle"'],
    ['no title', 'Handle,Variant Price\na,1\n', 'no column "Title"'],
    ['rows without end', `Handle,Title\n${'a,A\n'.repeat(250_001)}`, 'more than 250,000 rows'],
    ['a customer export', 'First Name,Last Name,Email\nA,B,c@d.e\n', '"First Name"'],
  ])(
    '%s',
    async (_, text, words) => {
      const message = await refusal(text);
      expect(message).toContain(words);
      expect(message.match(/\.(\s|$)/g)).toHaveLength(1);
    },
    30_000,
  );

  test.each([
    ['an Excel workbook', Buffer.from('PK\x03\x04\x14\0\x06\0[Content_Types].xml'), 'Excel'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]), 'picture'],
    ['noise', Buffer.from(Array.from({ length: 500 }, (_, n) => (n * 7) % 5)), 'binary'],
  ])('%s', async (_, input, words) => {
    expect(await refusal(input)).toContain(words);
  });
});

test('a NUL spoils its row', async () => {
  const { rows, messages } = await read(`Handle,Title\n${'a,A\n'.repeat(200)}b,B\0\n`);
  expect(rows).toHaveLength(200);
  expect(messages).toMatchObject([{ line: 202, severity: 'error' }]);
});
