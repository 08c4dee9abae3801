import { describe, expect, test } from 'vitest';
import { createMemoryCache } from './cache';

function counting() {
  let loads = 0;
  return { load: async () => ++loads, loads: () => loads };
}

describe('the memory of an instance', () => {
  test('answers from memory until the time is over', async () => {
    let now = 0;
    const { cached } = createMemoryCache(10, () => now);
    const { load } = counting();
    expect(await cached('a', 1_000, load)).toBe(1);
    now = 999;
    expect(await cached('a', 1_000, load)).toBe(1);
    now = 1_000;
    expect(await cached('a', 1_000, load)).toBe(2);
  });

  test('loads a value once for all who ask at the same time', async () => {
    const { cached } = createMemoryCache(10);
    const { load, loads } = counting();
    await Promise.all(Array.from({ length: 50 }, () => cached('a', 1_000, load)));
    expect(loads()).toBe(1);
  });

  test('never keeps an error', async () => {
    const { cached } = createMemoryCache(10);
    const fail = () => Promise.reject(new Error('gone'));
    await expect(Promise.all([cached('a', 1_000, fail), cached('a', 1_000, fail)])).rejects.toThrow('gone');
    expect(await cached('a', 1_000, async () => 'back')).toBe('back');
  });

  test('forgets the least recently used first, and never grows past its bound', async () => {
    const { cached } = createMemoryCache(2);
    const of = (key: string) => cached(key, 60_000, async () => key);
    await of('a');
    await of('b');
    await of('a');
    await of('c');
    const { load, loads } = counting();
    await cached('a', 60_000, load);
    expect(loads()).toBe(0);
    await cached('b', 60_000, load);
    expect(loads()).toBe(1);
  });

  test('a load under way is not kept once it was forgotten', async () => {
    const { cached, forget } = createMemoryCache(10);
    let finish: (value: string) => void = () => undefined;
    const slow = cached('a', 60_000, () => new Promise<string>((resolve) => (finish = resolve)));
    forget('a');
    finish('old');
    expect(await slow).toBe('old');
    expect(await cached('a', 60_000, async () => 'new')).toBe('new');
  });
});
