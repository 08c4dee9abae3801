import { sql } from 'drizzle-orm';
import { atomically } from '@/db/client';
import { newId, toUuid } from '@/lib/kernel/ids';
import { sha256Hex } from '@/lib/kernel/sha256';
import { type Idempotency, rememberAnswer } from '@/lib/platform/idempotency';
import { newSecret } from './internal/new-secret';
import type { NewApiKey } from './model';
import type { Role } from './permissions';

/** Enough to tell keys apart, far too little to guess one. */
const PREVIEW_LENGTH = 8;

export type CreateApiKeyContext = {
  readonly actor: string;
  readonly requestId?: string | undefined;
  /** Keeps the id of what was made, not the key: it is shown once. */
  readonly idempotency?: Idempotency | null;
};

/** Makes an API key. Only its SHA-256 is kept, so this is the one time that anybody sees it. */
export async function createApiKey(
  input: { readonly name: string; readonly role: Role },
  context: CreateApiKeyContext,
): Promise<NewApiKey> {
  const id = newId('key');
  const key = newSecret();
  const preview = key.slice(0, PREVIEW_LENGTH);
  const hash = await sha256Hex(key);
  const results = await atomically([
    ...(context.idempotency ? [rememberAnswer(context.idempotency, 201, JSON.stringify({ id }))] : []),
    sql`insert into audit_log (id, actor, action, subject, after, request_id)
      values (${toUuid(newId('aud'))}::uuid, ${context.actor}, 'api-key.created', ${id},
              ${JSON.stringify({ name: input.name, role: input.role, preview })}::jsonb, ${context.requestId ?? null})`,
    sql`insert into api_keys (id, name, role, preview, key_hash, created_by)
      values (${toUuid(id)}::uuid, ${input.name}, ${input.role}, ${preview}, decode(${hash}, 'hex'), ${context.actor})
      returning (extract(epoch from created_at) * 1000)::float8::text as created_ms`,
  ]);
  const createdMs = Number(results.at(-1)?.at(0)?.created_ms);
  return {
    id,
    name: input.name,
    role: input.role,
    key,
    preview,
    createdAt: new Date(createdMs).toISOString(),
    lastUsedAt: null,
  };
}
