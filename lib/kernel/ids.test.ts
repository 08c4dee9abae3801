import { describe, expect, test } from 'vitest';
import { fromUuid, newId, newOrderId, parseId, shardOf, toUuid } from './ids';

describe('an id', () => {
  test('is its family and the 32 hex digits of a UUIDv7', () => {
    expect(newId('prod')).toMatch(/^prod_[0-9a-f]{12}7[0-9a-f]{3}[89ab][0-9a-f]{15}$/);
  });

  test('carries the time it was made', () => {
    const later = Date.now() + 60_000;
    expect(Number.parseInt(newId('prod', later).slice(5, 17), 16)).toBe(later);
  });

  test('sorts as it was made: within a millisecond, past its counter, and when the clock steps back', () => {
    const start = Date.now() + 120_000;
    const ids = [
      ...Array.from({ length: 10_000 }, () => newId('ord', start)),
      newId('ord', start - 5_000),
      newId('ord', start + 60_000),
    ];
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('is the same as the uuid in the database', () => {
    const id = newId('cart');
    expect(toUuid(id)).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(fromUuid('cart', toUuid(id))).toBe(id);
    expect(() => fromUuid('cart', 'not a uuid')).toThrow(TypeError);
  });

  test('of one family is none of another', () => {
    const id = newId('var');
    expect(parseId('var', id)).toBe(id);
    expect(parseId('prod', id)).toBeNull();
  });

  test.each([
    '',
    'var_',
    'var_1',
    `var_${'G'.repeat(32)}`,
    `var_${'A'.repeat(32)}`,
    ` var_${'a'.repeat(32)}`,
    `var_${'a'.repeat(33)}`,
    `var_${'a'.repeat(32)}\n`,
    null,
    7,
    {},
  ])('is not %j', (text) => {
    expect(parseId('var', text)).toBeNull();
  });
});

test('an order id names its shard in its last two digits, and still sorts by time', () => {
  const now = Date.now() + 600_000;
  const ids = [255, 0, 7, 254].map((shard, index) => newOrderId(shard, now + index));
  expect(ids.map(shardOf)).toEqual([255, 0, 7, 254]);
  expect(ids[2]?.slice(-2)).toBe('07');
  expect(ids.toSorted()).toEqual(ids);
  expect(() => newOrderId(256)).toThrow(RangeError);
});
