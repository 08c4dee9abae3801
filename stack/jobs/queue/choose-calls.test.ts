import { expect, test } from 'vitest';
import type { RegisteredFunction } from '../sync/registry';
import { chooseCalls } from './choose-calls';
import type { DueCall } from './look';
import { createSlots } from './slots';

const functions = new Map(
  ['crowd', 'urgent', 'one'].map((id): [string, RegisteredFunction] => [
    id,
    {
      id,
      name: id,
      url: 'http://app',
      maxAttempts: 1,
      events: [],
      crons: [],
      cancelOn: [],
      concurrency: id === 'one' ? [{ limit: 1, scope: 'fn' }] : [],
      active: true,
      appId: 'app',
    },
  ]),
);
const find = (id: string) => functions.get(id);
const due = (fnId: string, count: number, keys: string[] = []): DueCall[] =>
  Array.from({ length: count }, (_, index) => ({ id: `${fnId}-${index}`, fnId, keys }));
const slots = () => createSlots({ total: 96, perFunction: 32, reserved: 16 });

test('what stands behind a crowd is called in the same look', () => {
  const chosen = chooseCalls([...due('crowd', 96), ...due('urgent', 1)], find, slots());
  expect(chosen.slice(0, 2)).toEqual(['crowd-0', 'urgent-0']);
  expect(chosen.filter((id) => id.startsWith('crowd'))).toHaveLength(32);
});

test('a crowd that has all its slots leaves the reserved ones to others', () => {
  const full = slots();
  for (const { id } of due('crowd', 80)) full.take(id, { fnId: 'crowd', keys: [] });
  expect(chooseCalls([...due('crowd', 5), ...due('urgent', 3)], find, full)).toEqual(['urgent-0']);
});

test('two calls of a key with a limit of one are not chosen together', () => {
  const chosen = chooseCalls(due('one', 5, ['fn:one:=']), find, slots());
  expect(chosen).toEqual(['one-0']);
});
