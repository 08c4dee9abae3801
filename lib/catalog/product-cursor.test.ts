import { expect, test } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { formatProductCursor, parseProductCursor, productSort } from './product-cursor';

const id = newId('prod');

test('a cursor comes back as it was', () => {
  for (const cursor of [
    { sort: 'newest', id, key: 0 },
    { sort: 'price-asc', id, key: 99_999_999_999 },
    { sort: 'relevance', id, key: 0.6079271 },
  ] as const) {
    const text = formatProductCursor(cursor);
    expect(text).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(parseProductCursor(text, cursor.sort)).toEqual(cursor);
  }
});

test('a cursor of another sort is none', () => {
  expect(parseProductCursor(formatProductCursor({ sort: 'newest', id, key: 0 }), 'price-asc')).toBeNull();
});

test('what is no cursor is none', () => {
  const made = (value: unknown) => btoa(JSON.stringify(value)).replaceAll('=', '');
  for (const text of [
    ...['', 'nonsense', 'e30', 'W10', 'bnVsbA', '-1', '🎉', 'x'.repeat(3_000), '%00', `${id}`],
    ...[
      made(['newest', id]),
      made(['newest', 'prod_1', 0]),
      made(['newest', id, '0']),
      made(['newest', id, -1]),
      made(['newest', id, 0.5]),
      made(['newest', id, null]),
      made({ 0: 'newest', 1: id, 2: 0, length: 3 }),
    ],
  ]) {
    expect(parseProductCursor(text, 'newest'), text).toBeNull();
  }
});

test('a list is sorted by relevance when searching, else by age', () => {
  expect(productSort(undefined, 'ink')).toBe('relevance');
  expect(productSort(undefined, undefined)).toBe('newest');
  expect(productSort('relevance', undefined)).toBe('newest');
  expect(productSort('price-asc', 'ink')).toBe('price-asc');
});
