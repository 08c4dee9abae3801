import { expect, test } from 'vitest';
import { applyBasisPoints, divideRounded } from './rounding';

test.each([
  [5, 2, 3],
  [-5, 2, -3],
  [5, -2, -3],
  [4, 3, 1],
  [-4, 3, -1],
  [1, 3, 0],
  [-1, 3, 0],
  [0, 7, 0],
])('%i / %i is %i', (numerator, denominator, rounded) => {
  expect(divideRounded(numerator, denominator)).toBe(rounded);
});

test('a share of an amount is exact where floats are not', () => {
  expect(applyBasisPoints(1005, 1000)).toBe(101);
  expect(applyBasisPoints(9_007_199_254_740_991, 1)).toBe(900_719_925_474);
});

test('nothing is divided by zero', () => {
  expect(() => divideRounded(1, 0)).toThrow(RangeError);
});
