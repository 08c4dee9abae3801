import { describe, expect, test } from 'vitest';
import { createTagView } from './tag-view';

/** A store as Redis would be, and a clock. */
function stage() {
  const store = { epoch: 'one', versions: new Map<string, number>(), next: 100, isDown: false, reads: 0 };
  const clock = { ms: 1_000_000 };
  const view = createTagView(
    async (since) => {
      store.reads += 1;
      if (store.isDown) throw new Error('away');
      return { epoch: store.epoch, changes: [...store.versions].filter(([, version]) => version >= since) };
    },
    () => clock.ms,
  );
  const bump = (...tags: string[]) => {
    store.next += 1;
    for (const tag of tags) store.versions.set(tag, store.next);
  };
  return { store, clock, view, bump };
}

describe('what is known of tags', () => {
  test('a change makes what was made before it old, and nothing else', async () => {
    const { view, bump } = stage();
    await view.sync();
    const mark = view.mark();
    bump('product:a');
    expect(view.isCurrent(mark, ['product:a'])).toBe(true);
    await view.sync();
    expect(view.isCurrent(mark, ['product:a'])).toBe(false);
    expect(view.isCurrent(mark, ['product:b'])).toBe(true);
    expect(view.isCurrent(view.mark(), ['product:a'])).toBe(true);
  });

  test('a look that finds nothing new changes no mark', async () => {
    const { view, bump } = stage();
    bump('products');
    await view.sync();
    const mark = view.mark();
    await view.sync();
    await view.sync();
    expect(view.mark()).toBe(mark);
  });

  test('a tag that changes twice is old twice', async () => {
    const { view, bump } = stage();
    await view.sync();
    bump('products');
    await view.sync();
    const mark = view.mark();
    bump('products');
    await view.sync();
    expect(view.isCurrent(mark, ['products'])).toBe(false);
  });

  test('a store that lost everything counts as changed, though it came back between two looks', async () => {
    const { store, view, bump } = stage();
    bump('products');
    await view.sync();
    const mark = view.mark();
    store.versions.clear();
    store.epoch = 'two';
    await view.sync();
    expect(view.isCurrent(mark, ['product:a'])).toBe(false);
    expect(view.isCurrent(view.mark(), ['product:a'])).toBe(true);
  });

  test('a store that came back without its last change counts as changed', async () => {
    const { store, view, bump } = stage();
    bump('product:a');
    bump('product:b');
    await view.sync();
    const mark = view.mark();
    store.versions.delete('product:b');
    await view.sync();
    expect(view.isCurrent(mark, ['product:c'])).toBe(false);
  });

  test('what was known stays known while the store is away, and is live again afterwards', async () => {
    const { store, clock, view, bump } = stage();
    await view.sync();
    const mark = view.mark();
    store.isDown = true;
    clock.ms += 2_000;
    await view.sync();
    expect(view.isLive()).toBe(false);
    expect(view.isCurrent(mark, ['products'])).toBe(true);
    store.isDown = false;
    bump('product:a');
    clock.ms += 1_000;
    await view.sync();
    expect(view.isLive()).toBe(true);
    expect([view.isCurrent(mark, ['products']), view.isCurrent(mark, ['product:a'])]).toEqual([true, false]);
  });

  test('a failing store is not asked by every reader', async () => {
    const { store, view } = stage();
    store.isDown = true;
    await view.sync();
    await Promise.all(Array.from({ length: 50 }, () => view.sync()));
    expect(store.reads).toBe(1);
  });
});
