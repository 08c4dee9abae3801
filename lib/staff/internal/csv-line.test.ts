import { expect, test } from 'vitest';
import { csvLine } from './csv-line';

test('what has a separator, a quote or a break in it is quoted', () => {
  expect(csvLine(['a', 'b,c', 'say "x"', 'two\nlines', ''])).toBe('a,"b,c","say ""x""","two\nlines",\r\n');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx'])('a spreadsheet does not run %j', (text) => {
  expect(csvLine([text])).toBe(`'${text}\r\n`);
});
