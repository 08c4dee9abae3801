import { neon, neonConfig } from '@neondatabase/serverless';
import { createPool, type VercelPool } from '@vercel/postgres';
import { drizzle } from 'drizzle-orm/vercel-postgres';
import { env } from '@/lib/platform/env';
import { translatePostgresError } from './faults';
import type { Database, Row, Statement, Transport } from './transport';

/** The one file that knows @vercel/postgres and the driver below it. */

/** Longer than the server's statement_timeout (5 s), so that it is the server that says how a slow statement ended. */
const FETCH_TIMEOUT_MS = 6_000;

type Stores = { pool: VercelPool; batch: ReturnType<typeof openBatch> };
const openBatch = (url: string) => neon<false, true>(url, { fullResults: true });

let stores: Stores | undefined;

/** Made at first use: importing this file needs no environment, so a build needs no database. */
function open(): Stores {
  if (stores !== undefined) return stores;
  const { POSTGRES_URL, NEON_HTTP_URL } = env();
  neonConfig.poolQueryViaFetch = true;
  if (NEON_HTTP_URL !== undefined) neonConfig.fetchEndpoint = NEON_HTTP_URL;
  neonConfig.fetchFunction = (url: string, init: RequestInit) =>
    fetch(url, { ...init, cache: 'no-store', signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
  stores = { pool: createPool({ connectionString: POSTGRES_URL }), batch: openBatch(POSTGRES_URL) };
  return stores;
}

type Query = { text: string; rowMode?: 'array' };

async function runQuery(query: Query, values: readonly unknown[]) {
  const { pool } = open();
  try {
    return await pool.query<Row>(query, [...values]);
  } catch (error) {
    throw translatePostgresError(error, true);
  }
}

async function run(statement: Statement): Promise<Row[]> {
  return (await runQuery({ text: statement.text }, statement.values)).rows;
}

async function runTogether(statements: readonly Statement[]): Promise<Row[][]> {
  const { batch } = open();
  try {
    const results = await batch.transaction(statements.map(({ text, values }) => batch(text, [...values])));
    return results.map((result) => result.rows);
  } catch (error) {
    throw translatePostgresError(error, true);
  }
}

// Drizzle asks its client for query() alone as long as nobody begins a transaction, which our type does not offer.
const database: Database = drizzle({ query: runQuery } as unknown as VercelPool);

async function close(): Promise<void> {
  stores = undefined;
}

/** Postgres over HTTP, for edge functions: each statement or batch is one request, nothing is kept open. */
export const transport: Transport = { database, run, runTogether, close };
