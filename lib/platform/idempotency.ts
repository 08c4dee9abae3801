import { type SQL, sql } from 'drizzle-orm';
import { query } from '@/db/client';

/** One intent of one client: which call (with which key and credential), and what was asked. */
export type Idempotency = {
  /** The first 128 bits of SHA-256 over method, path, credential and key, as a uuid. */
  readonly id: string;
  /** SHA-256 of the canonical JSON of the body, 64 hex digits. */
  readonly fingerprint: string;
};

export type EarlierAttempt =
  | { readonly kind: 'none' }
  | { readonly kind: 'other-body' }
  | { readonly kind: 'took-effect'; readonly status: number; readonly body: string }
  /** It took effect this long ago, and its answer is not kept yet: it is on its way, or its process died. */
  | { readonly kind: 'unanswered'; readonly ageMs: number };

/** What an earlier attempt with this key left behind; only one that took effect leaves anything. */
export async function findEarlierAttempt({ id, fingerprint }: Idempotency): Promise<EarlierAttempt> {
  const [row] = await query<{ fingerprint: string; status: number; body: string; age_ms: string }>(
    'find_earlier_attempt',
    `select encode(fingerprint, 'hex') as fingerprint, status::int, body,
            (extract(epoch from now() - created_at) * 1000)::float8::text as age_ms
     from idempotency_keys where id = $1`,
    [id],
  );
  if (row === undefined) return { kind: 'none' };
  if (row.fingerprint !== fingerprint) return { kind: 'other-body' };
  return row.body === ''
    ? { kind: 'unanswered', ageMs: Number(row.age_ms) }
    : { kind: 'took-effect', status: row.status, body: row.body };
}

/**
 * Keeps the answer of an attempt that took effect before anybody knew what to answer (keep_move in SQL). The first one
 * that is kept stays: gives the body that counts from now on.
 */
export async function keepAnswer({ id }: Idempotency, status: number, body: string): Promise<string> {
  const [row] = await query<{ body: string }>(
    'keep_answer',
    `update idempotency_keys
     set body = case body when '' then $3 else body end, status = case body when '' then $2::smallint else status end
     where id = $1 returning body`,
    [id, status, body],
  );
  return row?.body ?? body;
}

/**
 * The statement that keeps an answer for its repetitions; put it into the same `atomically` as the change, first, so
 * that an equal attempt waits for this one before it does anything. `body` is the answer's JSON, byte for byte.
 */
export function rememberAnswer({ id, fingerprint }: Idempotency, status: number, body: string): SQL {
  return sql`insert into idempotency_keys (id, fingerprint, status, body)
    values (${id}::uuid, decode(${fingerprint}, 'hex'), ${status}, ${body})`;
}

/** What an attempt that lost the race against an equal one violates. */
export const IDEMPOTENCY_CONSTRAINT = 'idempotency_keys_pkey';
