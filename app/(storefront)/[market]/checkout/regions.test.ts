import { expect, test } from 'vitest';
import { regionsOf } from './regions';

test('every region has a code of two letters, once, and a name', () => {
  for (const [country, count] of [
    ['US', 56],
    ['CA', 13],
  ] as const) {
    const regions = regionsOf(country);
    expect(new Set(regions.map(({ code }) => code)).size).toBe(count);
    expect(regions.every(({ code, name }) => /^[A-Z]{2}$/.test(code) && name.length > 3)).toBe(true);
  }
});

test('elsewhere the region is free text', () => {
  expect(regionsOf('FR')).toEqual([]);
});
