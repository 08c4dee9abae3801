import { expect, test } from 'vitest';
import { readByteRange } from './byte-range';

const ask = (range: string | null, known?: string) =>
  readByteRange(
    new Headers([...(range ? [['range', range]] : []), ...(known ? [['if-range', known]] : [])] as [
      string,
      string,
    ][]),
    { size: 100, etag: '"a"' },
  );

test.each([
  ['bytes=0-', { first: 0, last: 99 }],
  ['bytes=10-19', { first: 10, last: 19 }],
  ['bytes=90-1000', { first: 90, last: 99 }],
  ['bytes=-5', { first: 95, last: 99 }],
  ['bytes=-500', { first: 0, last: 99 }],
  ['bytes=100-', 'not-satisfiable'],
  ['bytes=-0', 'not-satisfiable'],
  ['bytes=99999999999999999999-', 'not-satisfiable'],
  ['bytes=20-10', null],
  ['bytes=-', null],
  ['bytes=0-1,5-6', null],
  ['lines=0-1', null],
  [null, null],
])('%s of 100 bytes', (range, expected) => {
  expect(ask(range)).toEqual(expected);
});

test('of a file that the client does not know it is the whole', () => {
  expect(ask('bytes=1-2', '"a"')).toEqual({ first: 1, last: 2 });
  expect(ask('bytes=1-2', '"b"')).toBeNull();
  expect(ask('bytes=1-2', 'W/"a"')).toBeNull();
});
