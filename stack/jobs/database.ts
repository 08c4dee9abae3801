import { setTimeout as sleep } from 'node:timers/promises';
import pg, { type Pool, type PoolClient } from 'pg';
import { log } from './log';

/** What runs a statement: the pool, or one transaction. */
export interface Queryable {
  query<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

export interface Database extends Queryable {
  readonly pool: Pool;
  /** Runs `work` in a transaction, again when Postgres had to choose between two. */
  inTransaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const RETRYABLE = new Set(['40001', '40P01']);
const ATTEMPTS = 4;
const STATEMENT_TIMEOUT_MS = 20_000;

/** A pool on the engine's database. Lost connections are reported and replaced, they end nothing. */
export function openDatabase(url: string): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: 6,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    query_timeout: STATEMENT_TIMEOUT_MS + 5_000,
    keepAlive: true,
    application_name: 'jobs',
  });
  // Without a listener Node ends the process when Postgres goes away.
  pool.on('error', (error) => log('warn', 'database-connection-lost', { error: error.message }));
  pool.on('connect', (client) => {
    client.on('error', () => {});
  });
  return {
    pool,
    query: (text, values) => rowsOf(pool, text, values),
    async inTransaction(work) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await transact(pool, work);
        } catch (error) {
          if (attempt === ATTEMPTS || !RETRYABLE.has(codeOf(error))) throw error;
          await sleep(attempt * 10 * Math.random());
        }
      }
    },
    close: () => pool.end(),
  };
}

async function transact<T>(pool: Pool, work: (tx: Queryable) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(`begin; set local statement_timeout = ${STATEMENT_TIMEOUT_MS}`);
    const result = await work({ query: (text, values) => rowsOf(client, text, values) });
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => {
      broken = lost;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

async function rowsOf<Row extends pg.QueryResultRow>(
  client: Pool | PoolClient,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  return (await client.query<Row>(text, [...values])).rows;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
