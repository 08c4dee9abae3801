import { query } from '@/db/client';
import type { ProductId } from '@/lib/kernel/ids';
import { slugify } from '../slug';

const NUMBERED = 20;

/**
 * An address for a product without one: its title's words, with a number when they are taken, with digits of its id
 * when many are or when the title has no word that fits an address. It may be taken again by the time it is used.
 */
export async function findFreeSlug(title: string, id: ProductId): Promise<string> {
  const base = slugify(title);
  const unique = `${base || 'product'}-${id.slice(-8)}`;
  if (base === '') return unique;
  const candidates = [
    base,
    ...Array.from({ length: NUMBERED - 1 }, (_, index) => `${base}-${index + 2}`),
    unique,
  ];
  const rows = await query<{ slug: string }>(
    'find_taken_slugs',
    `select p.slug from jsonb_array_elements_text($1::jsonb) as asked(slug)
     cross join lateral (select slug from products where products.slug = asked.slug limit 1) p`,
    [JSON.stringify(candidates)],
  );
  const taken = new Set(rows.map(({ slug }) => slug));
  return candidates.find((candidate) => !taken.has(candidate)) ?? unique;
}
