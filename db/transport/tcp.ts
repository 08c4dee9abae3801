import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { StoreUnavailable } from '@/lib/kernel/faults';
import { env } from '@/lib/platform/env';
import { isConnectionUsable, translatePostgresError } from './faults';
import type { Database, Row, Statement, Transport } from './transport';

/** Waiting for a turn in the pool counts too: a crowd on a small machine is served late rather than sent away. */
const CONNECT_TIMEOUT_MS = 3_500;
const STATEMENT_TIMEOUT_MS = 5_000;
/** Past the server's own limit: only a server that no longer answers at all is given up by this side. */
const SILENCE_TIMEOUT_MS = STATEMENT_TIMEOUT_MS + 1_000;
const IDLE_IN_TRANSACTION_MS = 5_000;

let pool: pg.Pool | undefined;

/** Made at first use: importing this file needs no environment, so a build needs no database. */
function openPool(): pg.Pool {
  if (pool !== undefined) return pool;
  const { POSTGRES_URL, POSTGRES_POOL_MAX } = env();
  pool = new pg.Pool({
    connectionString: POSTGRES_URL,
    max: POSTGRES_POOL_MAX,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: 30_000,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    query_timeout: SILENCE_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    application_name: 'doorbuster',
    allowExitOnIdle: true,
  });
  // An idle connection that the server closes is replaced at the next use; unheard, the event would end the process.
  pool.on('error', () => undefined);
  // One that breaks in the middle of a statement tells the statement, and says it once more as an event.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** Whatever fails before there is a connection had no effect. */
async function acquire(): Promise<pg.PoolClient> {
  try {
    return await openPool().connect();
  } catch (error) {
    throw new StoreUnavailable('postgres', error);
  }
}

type Query = { text: string; name?: string | undefined; rowMode?: 'array' };

/** One statement on one connection, released whatever happens. pg's own pool.query drops a connection at every refused row. */
async function runQuery(query: Query, values: readonly unknown[]): Promise<pg.QueryResult<Row>> {
  const client = await acquire();
  try {
    const result = await client.query<Row>(query as pg.QueryConfig, values as unknown[]);
    client.release();
    return result;
  } catch (error) {
    client.release(!isConnectionUsable(error));
    throw translatePostgresError(error, true);
  }
}

async function run(statement: Statement): Promise<Row[]> {
  return (await runQuery(statement, statement.values)).rows;
}

async function runTogether(statements: readonly Statement[]): Promise<Row[][]> {
  const client = await acquire();
  let isCommitSent = false;
  try {
    const results: Row[][] = [];
    await client.query('begin');
    for (const { text, values } of statements)
      results.push((await client.query<Row>(text, [...values])).rows);
    isCommitSent = true;
    await client.query('commit');
    client.release();
    return results;
  } catch (error) {
    client.release(!(isConnectionUsable(error) && (await rollBack(client))));
    throw translatePostgresError(error, isCommitSent);
  }
}

/** Ends a failed transaction; false if not even that went through. */
async function rollBack(client: pg.PoolClient): Promise<boolean> {
  try {
    await client.query('rollback');
    return true;
  } catch {
    return false;
  }
}

// Drizzle asks its client for query() alone as long as nobody begins a transaction, which our type does not offer.
const database: Database = drizzle({ query: runQuery } as unknown as pg.Pool);

async function close(): Promise<void> {
  const closing = pool;
  pool = undefined;
  await closing?.end();
}

/** Postgres over TCP, for Node processes: pooled connections, named statements prepared once per connection. */
export const transport: Transport = { database, run, runTogether, close };
