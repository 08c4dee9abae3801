import { afterEach, expect, test, vi } from 'vitest';
import { fromBase64, toBase64 } from './base64';

const bytes = Uint8Array.from({ length: 100_003 }, (_, at) => (at * 7 + (at >> 8)) % 256);

afterEach(() => void vi.unstubAllGlobals());

test.each([bytes, bytes.subarray(5, 9), new Uint8Array(0)])('bytes come back as they were', (given) => {
  const text = toBase64(given);
  expect(text).toBe(Buffer.from(given).toString('base64'));
  expect(fromBase64(text)).toEqual(Uint8Array.from(given));
});

test('white space, as Postgres puts it after 76 characters, is not part of it', () => {
  expect(fromBase64('AQ\nID\n')).toEqual(Uint8Array.of(1, 2, 3));
});

test('and the same where there is no Buffer', () => {
  const expected = toBase64(bytes);
  const { Buffer: kept } = globalThis;
  Reflect.deleteProperty(globalThis, 'Buffer');
  try {
    expect(toBase64(bytes)).toBe(expected);
    expect(fromBase64(`${expected.slice(0, 76)}\n${expected.slice(76)}`).length).toBe(bytes.length);
  } finally {
    globalThis.Buffer = kept;
  }
});
