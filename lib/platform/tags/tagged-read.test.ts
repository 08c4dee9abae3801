import { expect, test } from 'vitest';
import type { Tag } from './tag';
import { createTaggedMemory } from './tagged-read';

function stage() {
  const state = { ms: 0, mark: 1, changed: new Map<string, number>(), live: true, loads: 0, value: 'first' };
  const memory = createTaggedMemory(
    {
      mark: () => state.mark,
      isCurrent: (mark, tags) => tags.every((tag) => (state.changed.get(tag) ?? 0) <= mark),
      isLive: () => state.live,
      sync: async () => {},
    },
    2,
    () => state.ms,
  );
  const bump = (tag: Tag) => {
    state.mark += 1;
    state.changed.set(tag, state.mark);
  };
  const load = async () => {
    state.loads += 1;
    return state.value;
  };
  const read = (key = 'k', tag: Tag = 'products') => memory(key, () => [tag], load);
  return { state, bump, read, memory };
}

test('a value is kept until one of its tags changes, a minute at most', async () => {
  const { state, bump, read } = stage();
  await read();
  state.ms = 59_000;
  bump('shop');
  await read();
  expect(state.loads).toBe(1);
  bump('products');
  state.value = 'second';
  expect(await read()).toBe('second');
  state.ms = 120_000;
  await read();
  expect(state.loads).toBe(3);
});

test('while tags cannot be known a value is kept for a second', async () => {
  const { state, read } = stage();
  await read();
  state.live = false;
  state.ms = 900;
  await read();
  expect(state.loads).toBe(1);
  state.ms = 1_100;
  await read();
  expect(state.loads).toBe(2);
});

test('a load that was under way when something changed is not shared with who asks afterwards', async () => {
  const { bump, memory } = stage();
  let finish = (_: string) => {};
  const slow = memory(
    'k',
    () => ['products'],
    () => new Promise<string>((resolve) => (finish = resolve)),
  );
  const same = memory(
    'k',
    () => ['products'],
    async () => 'not asked for',
  );
  bump('products');
  const later = memory(
    'k',
    () => ['products'],
    async () => 'new',
  );
  finish('old');
  expect([await slow, await same, await later]).toEqual(['old', 'old', 'new']);
  expect(
    await memory(
      'k',
      () => ['products'],
      async () => 'newer',
    ),
  ).toBe('new');
});

test('an error is told to whoever waited, and not kept; the least recently used leaves first', async () => {
  const { state, read, memory } = stage();
  const broken = () => Promise.reject(new Error('broken'));
  await expect(memory('a', () => ['products'], broken)).rejects.toThrow('broken');
  await read('a');
  await read('b');
  await read('a');
  await read('c');
  await read('a');
  expect(state.loads).toBe(3);
  await read('b');
  expect(state.loads).toBe(4);
});
