import assert from 'node:assert/strict';
import type { z } from 'zod';
import { type CallOptions, call, read } from './client';
import { pageOf } from './shapes';

/**
 * Every item of a list, page by page to the end. Expects full pages before the last and no endless list.
 * `query` is the list's own query string without limit and cursor.
 */
export async function collectPages<Item extends z.ZodType>(
  path: string,
  item: Item,
  options: CallOptions & { query?: Record<string, string>; limit: number },
): Promise<z.infer<Item>[]> {
  const { query = {}, limit, ...rest } = options;
  const items: z.infer<Item>[] = [];
  let cursor: string | null = null;
  do {
    const search = new URLSearchParams({
      ...query,
      limit: String(limit),
      ...(cursor === null ? {} : { cursor }),
    });
    const page: { items: z.infer<Item>[]; nextCursor: string | null } = read(
      await call('GET', `${path}?${search}`, rest),
      200,
      pageOf(item),
    );
    if (page.nextCursor !== null) assert.equal(page.items.length, limit, 'a page before the last is full');
    assert.notEqual(page.nextCursor, cursor ?? '', 'the list goes on');
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}
