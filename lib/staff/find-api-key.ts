import { query } from '@/db/client';
import { fromUuid } from '@/lib/kernel/ids';
import { sha256Hex } from '@/lib/kernel/sha256';
import { cached } from '@/lib/platform/cache';
import type { Actor } from './actor';
import type { Role } from './permissions';

/** A revoked key goes on working this long on an instance that has just seen it; the contract allows 2 s. */
const MEMORY_MS = 1_000;
const PLAUSIBLE_KEY = /^[\x21-\x7e]{20,200}$/;

/** The actor behind an API key, or null if there is no such key or it was revoked. Remembered for a second by its hash. */
export async function findApiKey(secret: string): Promise<Actor | null> {
  if (!PLAUSIBLE_KEY.test(secret)) return null;
  const hash = await sha256Hex(secret);
  return cached(`staff:${hash}:api-key`, MEMORY_MS, async () => {
    const [row] = await query<{ id: string; role: Role }>(
      'find_api_key',
      // When it was used last is told to some minutes: most looks write nothing, and none waits for another's writing.
      `with found as (
         select id, role, last_used_at from api_keys where key_hash = decode($1, 'hex') and revoked_at is null
       ), stale as (
         select k.id from api_keys k join found f on f.id = k.id
         where f.last_used_at is null or f.last_used_at < now() - interval '5 minutes' for update of k skip locked
       ), noted as (
         update api_keys set last_used_at = now() where id in (select id from stale)
       )
       select id::text, role::text from found`,
      [hash],
    );
    return row === undefined ? null : { kind: 'api-key', id: fromUuid('key', row.id), role: row.role };
  });
}
