import { expect, test } from 'vitest';
import { parseRetryAfterMs } from './retry-after';

const now = Date.parse('2026-01-01T00:00:00Z');

test.each([
  ['2', 2_000],
  ['0', 1_000],
  ['999999999', 86_400_000],
  ['2026-01-01T00:00:30.000Z', 30_000],
  ['Thu, 01 Jan 2026 00:01:00 GMT', 60_000],
  ['2025-01-01T00:00:00Z', 1_000],
  ['soon', null],
  ['', null],
  [undefined, null],
])('Retry-After: %s', (header, ms) => {
  expect(parseRetryAfterMs(header, now)).toBe(ms);
});
