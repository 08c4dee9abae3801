import { expect, it } from 'vitest';
import { cellOf, grouped, headOf, roundUp } from './paper-words';

const writeTime = () => '2026-11-01T00:23:20+05:45';
const column = (key: string, kind: 'text' | 'count' | 'money' | 'time', isSummed = false) => ({
  key,
  kind,
  width: 8,
  isSummed,
});

it('columns are called as people call them', () => {
  expect(['placed_at', 'tax_included', 'sku', 'email', 'total'].map(headOf)).toEqual([
    'Placed',
    'Tax included',
    'SKU',
    'E-mail',
    'Total',
  ]);
});

it('figures are written to be read, and numbers that count nothing are left whole', () => {
  expect(cellOf(column('total', 'money'), -1_234_567, 'USD', writeTime)).toBe('-12,345.67');
  expect(cellOf(column('total', 'money'), 1_234_567, 'JPY', writeTime)).toBe('1,234,567');
  expect(cellOf(column('total', 'money'), 1_234_567, 'KWD', writeTime)).toBe('1,234.567');
  expect(cellOf(column('units', 'count', true), 12_345, 'USD', writeTime)).toBe('12,345');
  expect(cellOf(column('number', 'count'), 203_840, 'USD', writeTime)).toBe('203840');
  expect(cellOf(column('placed_at', 'time'), 0, 'USD', writeTime)).toBe('2026-11-01 00:23');
  expect(cellOf(column('status', 'text'), 'partially_refunded', 'USD', writeTime)).toBe('partially refunded');
  expect(cellOf(column('available', 'count', true), null, 'USD', writeTime)).toBe('');
  expect(grouped('999')).toBe('999');
});

it('an axis ends at a round figure, never below what is drawn', () => {
  expect([0, 1, 7, 41, 372_862, 500].map(roundUp)).toEqual([1, 1, 10, 50, 400_000, 500]);
});
