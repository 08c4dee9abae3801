import { query } from '@/db/client';
import { type ApiKeyId, newId, toUuid } from '@/lib/kernel/ids';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';

/** Ends an API key: within a second no instance takes it any more. One that was revoked before is not there. */
export async function revokeApiKey(
  id: ApiKeyId,
  context: { readonly actor: string; readonly requestId?: string | undefined },
): Promise<Outcome<undefined, 'api-key-not-found'>> {
  const rows = await query(
    'revoke_api_key',
    `with revoked as (
       update api_keys set revoked_at = now() where id = $1::uuid and revoked_at is null returning name, role
     ), audited as (
       insert into audit_log (id, actor, action, subject, before, request_id)
       select $2::uuid, $3, 'api-key.revoked', $4, jsonb_build_object('name', name, 'role', role), $5 from revoked
     )
     select name from revoked`,
    [toUuid(id), toUuid(newId('aud')), context.actor, id, context.requestId ?? null],
  );
  return rows.length === 0 ? no('api-key-not-found') : ok();
}
