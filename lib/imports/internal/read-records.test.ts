import { describe, expect, test } from 'vitest';
import { type CsvRecord, readRecords } from './read-records';

async function read(text: string, delimiter = ','): Promise<CsvRecord[]> {
  const records: CsvRecord[] = [];
  for await (const record of readRecords(text, delimiter)) records.push(record);
  return records;
}

const cellsOf = (records: readonly CsvRecord[]) => records.map(({ line, cells }) => [line, ...cells]);

/** A generator of its own, so that a failure can be repeated. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}

describe('whatever is written as CSV is read as it was, with the lines an editor shows', () => {
  const PIECES = [
    'a',
    'é',
    '🎨',
    ' ',
    '"',
    ',',
    ';',
    '\t',
    '\n',
    '\r\n',
    'x'.repeat(40),
    '13"',
    '<p class="x">',
  ];

  test.each([
    { lineEnds: ['\n'], delimiter: ',', rows: 30 },
    { lineEnds: ['\r\n'], delimiter: ';', rows: 30 },
    { lineEnds: ['\n', '\r\n'], delimiter: '\t', rows: 30 },
    { lineEnds: ['\r'], delimiter: ',', rows: 30 },
    // Large enough for chunk borders to fall anywhere.
    { lineEnds: ['\r\n', '\n'], delimiter: ',', rows: 6_000 },
  ])(
    '%j',
    async ({ lineEnds, delimiter, rows }) => {
      for (let seed = 1; seed <= (rows > 1_000 ? 2 : 40); seed += 1) {
        const random = randomFrom(seed);
        const pick = <T>(from: readonly T[], fallback: T): T =>
          from[Math.floor(random() * from.length)] ?? fallback;
        const expected: (string | number)[][] = [[1, 'handle', 'title']];
        let text = `handle${delimiter}title${pick(lineEnds, '\n')}`;
        let line = 2;
        for (let row = 0; row < rows; row += 1) {
          const cells = Array.from({ length: 1 + Math.floor(random() * 5) }, () =>
            Array.from({ length: Math.floor(random() * 6) }, () => pick(PIECES, '')).join(''),
          );
          const raw = cells.map((cell) =>
            /["\r\n]/.test(cell) || cell.includes(delimiter) || random() < 0.2
              ? `"${cell.replaceAll('"', '""')}"`
              : cell,
          );
          const written = raw.join(delimiter) + pick(lineEnds, '\n');
          expected.push([line, ...cells]);
          text += written;
          line += written.split(lineEnds.includes('\r') ? /\r\n|\n|\r/ : /\n/).length - 1;
        }
        const records = await read(text, delimiter);
        expect(cellsOf(records)).toEqual(expected);
        expect(records.every(({ problem }) => problem === null)).toBe(true);
      }
    },
    30_000,
  );
});

describe('quotes that do not match', () => {
  test('inside an unquoted cell a quote is a character', async () => {
    expect(cellsOf(await read('a,13" screen\n'))).toEqual([[1, 'a', '13" screen']]);
  });

  test('a quoted cell may begin with a quote', async () => {
    const [record] = await read('a,"""Best"" of all"\n');
    expect(record).toMatchObject({ cells: ['a', '"Best" of all'], problem: null });
  });

  test('text after a closing quote spoils its row and no other', async () => {
    const records = await read('h,t\na,"b"c\nd,e\n');
    expect(records.map(({ line, problem }) => [line, problem === null])).toEqual([
      [1, true],
      [2, false],
      [3, true],
    ]);
  });

  test('a forgotten closing quote that swallows the next row says how far it reached', async () => {
    const records = await read('h,t\na,"b\nc,"d"\ne,f\n');
    expect(records[1]).toMatchObject({ line: 2, lastLine: 3 });
    expect(records[1]?.problem).toContain('line 3');
    expect(cellsOf(records.slice(2))).toEqual([[4, 'e', 'f']]);
  });

  test('a quote that is never closed spoils its row; those before and after it are read', async () => {
    const before = 'x,y\n'.repeat(30_000);
    // More than a record may be long, so that the parser gives up before the end.
    const after = `${'x'.repeat(1_000)},y\n`.repeat(5_000);
    const records = await read(`h,t\n${before}a,"b\nc,d\n${after}`);
    expect(records).toHaveLength(35_003);
    expect(records.filter(({ problem }) => problem !== null)).toMatchObject([{ line: 30_002 }]);
    expect(records.at(30_002)).toMatchObject({ line: 30_003, cells: ['c', 'd'] });
  }, 30_000);

  test('forgotten quotes without end end', async () => {
    const records = await read(`h,t\n${'a,"""\n'.repeat(501)}`);
    expect(records.filter(({ problem }) => problem !== null).length).toBeLessThan(30);
  }, 30_000);
});

test('nothing gives nothing', async () => {
  expect(await read('')).toEqual([]);
});
