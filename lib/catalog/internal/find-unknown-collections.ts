import { query } from '@/db/client';
import { type CollectionId, toUuid } from '@/lib/kernel/ids';

/** Those of the collections a product is to be in that there are none of, as faults of what was asked for. */
export async function findUnknownCollections(
  ids: readonly CollectionId[] | undefined,
): Promise<{ readonly path: string; readonly message: string }[]> {
  if (ids === undefined || ids.length === 0) return [];
  const rows = await query<{ at: number }>(
    'find_unknown_collections',
    `select at::int - 1 as at from unnest($1::uuid[]) with ordinality as asked (id, at)
     where not exists (select from collections c where c.id = asked.id) order by at`,
    [`{${ids.map(toUuid).join(',')}}`],
  );
  return rows.map(({ at }) => ({ path: `collectionIds/${at}`, message: 'There is no such collection.' }));
}
