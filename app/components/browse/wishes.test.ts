import { expect, test } from 'vitest';
import * as wishes from './wishes';

const parse = (search: string) => wishes.parseWishes(new URLSearchParams(search));

test('an address and its wishes say the same', () => {
  const search =
    'query=sea+view&options=Size%3AA3&options=Frame%3AOak&min=20&max=99.50&available=true&sort=price-asc&cursor=abc';
  expect(wishes.formatWishes(parse(search))).toBe(search);
  expect(wishes.formatWishes(wishes.NO_WISHES)).toBe('');
});

test('what is no wish of ours is passed over', () => {
  const search = `utm_source=x&sort=cheapest&available=yes&options=&options=Size&options=:A&query=%00&min=${'9'.repeat(30)}`;
  expect(parse(search)).toEqual({ ...wishes.NO_WISHES, min: '9'.repeat(20) });
  expect(parse(search.replaceAll('&', '&a=')).options).toEqual([]);
});

test('other wishes begin at the first page', () => {
  const before = parse('options=Size:A3&cursor=abc&sort=newest');
  expect(wishes.formatWishes(wishes.toggleOption(before, 'Size:A2'))).toBe(
    'options=Size%3AA3&options=Size%3AA2&sort=newest',
  );
  expect(wishes.formatWishes(wishes.toggleOption(before, 'Size:A3'))).toBe('sort=newest');
  expect(wishes.formatWishes(wishes.clearFilters(before))).toBe('sort=newest');
});

test('filters are counted as people see them: a price is one', () => {
  expect(wishes.countFilters(parse('min=1&max=2&available=true&options=A:1&options=A:2&query=x'))).toBe(4);
});

test('prices are asked for in minor units, and what is no price is not asked for', () => {
  const asked = (search: string, currency: string) => wishes.apiQuery(parse(search), currency).toString();
  expect(asked('min=20&max=99.50&query=x', 'USD')).toBe('currency=USD&query=x&minPrice=2000&maxPrice=9950');
  expect(asked('min=2000', 'JPY')).toBe('currency=JPY&minPrice=2000');
  expect(asked('min=cheap&max=-3', 'USD')).toBe('currency=USD');
  expect(asked('options=Size:A3&options=Size:A2&available=true', 'USD')).toBe(
    'currency=USD&options=Size%3AA3&options=Size%3AA2&available=true',
  );
});
