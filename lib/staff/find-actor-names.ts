import { query } from '@/db/client';
import { fromUuid, parseId, toUuid } from '@/lib/kernel/ids';

/**
 * What the people and API keys behind these ids are called; actors that are neither (`buyer`, `system`) and those that are gone are not in
 * it. One statement, and none where nobody of the shop acted.
 */
export async function findActorNames(actors: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const idsOf = (prefix: 'staff' | 'key') =>
    [...new Set(actors)].flatMap((actor) => {
      const id = parseId(prefix, actor);
      return id === null ? [] : [toUuid(id)];
    });
  const [people, keys] = [idsOf('staff'), idsOf('key')];
  if (people.length + keys.length === 0) return new Map();
  const rows = await query<{ id: string; name: string; is_key: string }>(
    'find_actor_names',
    `select id::text, name, 'no' as is_key from staff where id = any ($1::uuid[])
     union all
     select id::text, name, 'yes' from api_keys where id = any ($2::uuid[])`,
    [`{${people.join(',')}}`, `{${keys.join(',')}}`],
  );
  return new Map(
    rows.map(({ id, name, is_key }) => [fromUuid(is_key === 'yes' ? 'key' : 'staff', id), name] as const),
  );
}
