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
  | { readonly kind: 'took-effect'; readonly status: number; readonly body: string };

/** What an earlier attempt with this key left behind; only one that took effect leaves anything. */
export async function findEarlierAttempt({ id, fingerprint }: Idempotency): Promise<EarlierAttempt> {
  const [row] = await query<{ fingerprint: string; status: number; body: string }>(
    'find_earlier_attempt',
    `select encode(fingerprint, 'hex') as fingerprint, status::int, body from idempotency_keys where id = $1`,
    [id],
  );
  if (row === undefined) return { kind: 'none' };
  return row.fingerprint === fingerprint
    ? { kind: 'took-effect', status: row.status, body: row.body }
    : { kind: 'other-body' };
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
