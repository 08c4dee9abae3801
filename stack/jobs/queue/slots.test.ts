import { describe, expect, test } from 'vitest';
import type { RegisteredFunction } from '../sync/registry';
import { createSlots } from './slots';

const fn = (id: string, limit?: number): RegisteredFunction => ({
  id,
  name: id,
  url: 'http://app',
  maxAttempts: 1,
  events: [],
  crons: [],
  cancelOn: [],
  concurrency: limit === undefined ? [] : [{ limit, key: 'event.data.id', scope: 'fn' }],
  active: true,
  appId: 'app',
});
const key = (id: string, value: string) => `fn:${id}:event.data.id=${value}`;

describe('slots', () => {
  test('a crowd of one function leaves room for another', () => {
    const slots = createSlots({ total: 10, perFunction: 8, reserved: 4 });
    const room = slots.room('crowd', 0, 0);
    for (let index = 0; index < room; index += 1) slots.take(String(index), { fnId: 'crowd', keys: [] });
    expect(slots.room('crowd', 0, 0)).toBe(0);
    expect(slots.room('urgent', 0, 0)).toBeGreaterThan(0);
    expect(slots.size).toBeLessThan(10);
  });

  test('are never more than there are', () => {
    const slots = createSlots({ total: 3, perFunction: 3, reserved: 1 });
    for (const id of ['a', 'b', 'c']) {
      expect(slots.room(id, 0, 0)).toBeGreaterThan(0);
      slots.take(id, { fnId: id, keys: [] });
    }
    expect(slots.room('d', 0, 0)).toBe(0);
  });

  test('a key that is full admits nobody until one is released, another key does', () => {
    const slots = createSlots({ total: 9, perFunction: 9, reserved: 0 });
    const limited = fn('f', 1);
    slots.take('1', { fnId: 'f', keys: [key('f', '"a"')] });
    expect(slots.admits(limited, [key('f', '"a"')], new Map())).toBe(false);
    expect(slots.admits(limited, [key('f', '"b"')], new Map())).toBe(true);
    expect(slots.saturated([limited])).toEqual([key('f', '"a"')]);
    slots.release('1');
    expect(slots.admits(limited, [key('f', '"a"')], new Map())).toBe(true);
  });

  test('an answer that has landed frees its slot, and its call stays known until it is applied', () => {
    const slots = createSlots({ total: 1, perFunction: 1, reserved: 0 });
    const limited = fn('f', 1);
    slots.take('1', { fnId: 'f', keys: [key('f', '"a"')] });
    slots.land('1');
    expect(slots.room('f', 0, 0)).toBe(1);
    expect(slots.admits(limited, [key('f', '"a"')], new Map())).toBe(true);
    expect(slots.ids()).toEqual(['1']);
    slots.release('1');
    slots.release('1');
    expect([slots.ids(), slots.size, slots.room('f', 0, 0)]).toEqual([[], 0, 1]);
  });

  test('what another engine holds counts, until it is known to be an own call', () => {
    const slots = createSlots({ total: 9, perFunction: 9, reserved: 0 });
    const limited = fn('f', 1);
    const held = new Map([['1', { fnId: 'f', keys: [key('f', '"a"')] }]]);
    slots.setForeign(held);
    expect(slots.admits(limited, [key('f', '"a"')], new Map())).toBe(false);
    slots.take('1', { fnId: 'f', keys: [key('f', '"a"')] });
    slots.setForeign(held);
    slots.release('1');
    expect(slots.admits(limited, [key('f', '"a"')], new Map())).toBe(true);
  });
});
