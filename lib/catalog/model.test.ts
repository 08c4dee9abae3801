import { expect, test } from 'vitest';
import { groupOptions, optionKey, optionOf } from './model';

test('values of one option are alternatives, different options stand apart', () => {
  expect(groupOptions(['Size:A3', 'Frame:Oak', 'Size:A2', 'Size:A3'])).toEqual([
    ['Size:A3', 'Size:A2'],
    ['Frame:Oak'],
  ]);
  expect(optionOf(optionKey('Size', '2:1'))).toBe('Size');
});
