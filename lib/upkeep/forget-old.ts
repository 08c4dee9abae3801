import { query } from '@/db/client';

/** What is forgotten, and after how long: see forget_old.sql. */
export const FORGOTTEN = [
  'provider-events',
  'idempotency-keys',
  'mail-bodies',
  'webhook-deliveries',
  'lock-fences',
] as const;

export type Forgotten = (typeof FORGOTTEN)[number];

const BATCH = 5_000;
/** A step stays under 20 seconds; what is left then waits for the next night. */
const AT_MOST_MS = 12_000;

/** Takes away what nobody will ask for again, in batches that hold no locks for long. Gives how many rows it was. */
export async function forgetOld(what: Forgotten): Promise<number> {
  const deadline = performance.now() + AT_MOST_MS;
  let total = 0;
  for (;;) {
    const [row] = await query<{ count: number }>('forget_old', 'select forget_old($1)::int as count', [what]);
    const count = row?.count ?? 0;
    total += count;
    if (count < BATCH || performance.now() > deadline) return total;
  }
}
