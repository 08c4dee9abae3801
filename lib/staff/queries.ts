import { query } from '@/db/client';
import { type ApiKeyId, fromUuid, toUuid } from '@/lib/kernel/ids';
import type { ApiKey } from './model';
import type { Role } from './permissions';

type ApiKeyRow = {
  id: string;
  name: string;
  role: Role;
  preview: string;
  created_ms: string;
  used_ms: string | null;
};

/** A page of the API keys that are not revoked, newest first. One statement. `nextCursor` is a key's id. */
export async function listApiKeys(filter: {
  readonly limit: number;
  /** The last key of the page before. */
  readonly after?: ApiKeyId | undefined;
}): Promise<{ readonly items: readonly ApiKey[]; readonly nextCursor: ApiKeyId | null }> {
  const rows = await query<ApiKeyRow>(
    'list_api_keys',
    `select id::text, name, role, preview, (extract(epoch from created_at) * 1000)::float8::text as created_ms,
       (extract(epoch from last_used_at) * 1000)::float8::text as used_ms
     from api_keys where revoked_at is null and ($2::uuid is null or id < $2::uuid)
     order by api_keys.id desc limit $1::int`,
    [filter.limit + 1, filter.after === undefined ? null : toUuid(filter.after)],
  );
  const keys = rows.map(({ id, created_ms, used_ms, ...row }) => ({
    ...row,
    id: fromUuid('key', id),
    createdAt: new Date(Number(created_ms)).toISOString(),
    lastUsedAt: used_ms === null ? null : new Date(Number(used_ms)).toISOString(),
  }));
  const items = keys.slice(0, filter.limit);
  return { items, nextCursor: keys.length > filter.limit ? (items.at(-1)?.id ?? null) : null };
}
