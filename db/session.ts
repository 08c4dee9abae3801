import { drizzle, type NodePgQueryResultHKT } from 'drizzle-orm/node-postgres';
import type { PgDatabase } from 'drizzle-orm/pg-core';
import pg from 'pg';
import { StoreUnavailable } from '@/lib/kernel/faults';
import { env } from '@/lib/platform/env';
import { translatePostgresError } from './transport/faults';

/** Drizzle inside one open transaction. */
export type Session = Omit<PgDatabase<NodePgQueryResultHKT, Record<string, never>>, 'transaction'>;

/**
 * Runs `work` inside one interactive transaction on a connection of its own (the direct address): committed when it
 * returns, rolled back when it throws. For jobs, commands and the stack only: a request that held a transaction
 * open between round trips would be everybody's bottleneck.
 */
export async function inSession<T>(work: (session: Session) => Promise<T>): Promise<T> {
  const { POSTGRES_URL_NON_POOLING, POSTGRES_URL } = env();
  const client = new pg.Client({
    connectionString: POSTGRES_URL_NON_POOLING ?? POSTGRES_URL,
    connectionTimeoutMillis: 5_000,
    idle_in_transaction_session_timeout: 60_000,
    application_name: 'doorbuster-session',
  });
  // The error reaches us through the statement that it breaks; unheard, the event would end the process.
  client.on('error', () => undefined);
  let isCommitSent = false;
  try {
    await client.connect().catch((error: unknown) => {
      throw new StoreUnavailable('postgres', error);
    });
    await client.query('begin');
    const result = await work(drizzle(client));
    isCommitSent = true;
    await client.query('commit');
    return result;
  } catch (error) {
    throw translatePostgresError(error, isCommitSent);
  } finally {
    // Closing rolls back what was not committed.
    await client.end().catch(() => undefined);
  }
}
