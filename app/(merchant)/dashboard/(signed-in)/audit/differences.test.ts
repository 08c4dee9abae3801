import { expect, test } from 'vitest';
import { differences } from './differences';

test('only what differs is told, member by member', () => {
  expect(
    differences(
      { name: 'A', taxDisplay: 'included', same: 1 },
      { name: 'B', taxDisplay: 'excluded', same: 1 },
    ),
  ).toEqual([
    { path: 'name', was: 'A', is: 'B' },
    { path: 'tax display', was: 'included', is: 'excluded' },
  ]);
});

test('what is new has no before, what is gone no after, at any depth', () => {
  expect(differences(null, { rates: [{ price: { amount: 490 } }], tags: ['a', 'b'] })).toEqual([
    { path: 'rates, 1, price, amount', was: null, is: '490' },
    { path: 'tags', was: null, is: 'a, b' },
  ]);
  expect(differences({ min_subtotal: 5 }, null)).toEqual([{ path: 'min subtotal', was: '5', is: null }]);
});

test('a state that is a word is told as one', () => {
  expect(differences('draft', 'active')).toEqual([{ path: 'value', was: 'draft', is: 'active' }]);
  expect(differences(null, null)).toEqual([]);
});
