import { expect, test } from 'vitest';
import { eventIds } from './event-id';

test('a resend has the ids of the first send, and each event its own', () => {
  const seed = '1795307874967,X+9hmM+PYK1eBQ==';
  const [first, again] = [eventIds(seed, 1), eventIds(seed, 2)];
  expect([0, 1, 2].map(again)).toEqual([0, 1, 2].map(first));
  expect(new Set([0, 1, 2].map(first)).size).toBe(3);
  expect(first(0)).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
});

test('another seed has other ids, and none has ids that nobody else has', () => {
  expect(eventIds('1795307874967,AAAA', 1)(0)).not.toBe(eventIds('1795307874967,BBBB', 1)(0));
  expect(eventIds(undefined, 1)(0)).not.toBe(eventIds(undefined, 1)(0));
  expect(eventIds('nonsense', 1)(0)).not.toBe(eventIds('nonsense', 1)(0));
});
