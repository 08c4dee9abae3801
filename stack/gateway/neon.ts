import type { IncomingMessage } from 'node:http';
import { DatabaseError, Pool, type PoolClient, type QueryResult } from 'pg';
import { z } from 'zod';
import { describeError, logEveryMinute } from '@/lib/platform/log';
import { BadRequest, isSameSecret, type JsonAnswer, parseJson, readText } from './http';

const queryShape = z.object({ query: z.string(), params: z.array(z.unknown()).default([]) });
const requestShape = z.union([queryShape, z.object({ queries: z.array(queryShape) })]);
type Query = z.output<typeof queryShape>;

/** What the headers say about the shape of results. */
interface ResultShape {
  /** Every value as Postgres spells it; the client does the parsing. Its own client always asks for this. */
  readonly rawText: boolean;
  readonly asArrays: boolean;
}

const isolationLevels: Record<string, string> = {
  ReadUncommitted: 'READ UNCOMMITTED',
  ReadCommitted: 'READ COMMITTED',
  RepeatableRead: 'REPEATABLE READ',
  Serializable: 'SERIALIZABLE',
};

/** The fields of a database error that cross the wire, as @neondatabase/serverless reads them. */
const errorFields = [
  'severity',
  'code',
  'detail',
  'hint',
  'position',
  'internalPosition',
  'internalQuery',
  'where',
  'schema',
  'table',
  'column',
  'dataType',
  'constraint',
  'file',
  'line',
  'routine',
] as const;

/** bool, int2, int4, float4, float8, json, jsonb: what JSON can say as well. */
const jsonTypes = new Set([16, 21, 23, 700, 701, 114, 3802]);

/** A statement of these leaves nothing behind in its session, so the next caller may have the connection. */
const tidyCommands = new Set(['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'MERGE', 'VALUES', 'SHOW', 'EXPLAIN']);

/**
 * Speaks Neon's SQL-over-HTTP protocol (`POST /sql`), as @neondatabase/serverless 0.9 speaks it, in front of a plain
 * Postgres. A request must bring the gateway's own user, password and database. One query, or several as one
 * transaction. No session outlives its request.
 */
export function createNeon(postgresUrl: string): {
  answer(incoming: IncomingMessage): Promise<JsonAnswer>;
  close(): Promise<void>;
} {
  const own = readCredentials(postgresUrl);
  const pool = new Pool({
    connectionString: postgresUrl,
    max: 16,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    // What the code that comes this way is given over TCP as well.
    statement_timeout: 5_000,
    application_name: 'doorbuster-gateway',
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', (error) =>
    logEveryMinute('warn', 'gateway-postgres-connection-lost', { error: describeError(error) }),
  );
  // One that breaks in the middle of a statement tells the statement, and says it once more as an event.
  pool.on('connect', (client) => client.on('error', () => undefined));

  async function answer(incoming: IncomingMessage): Promise<JsonAnswer> {
    let client: PoolClient | undefined;
    let isTidy = false;
    try {
      assertCredentials(incoming, own);
      const request = parseRequest(parseJson(await readText(incoming)));
      const shape = readShape(incoming);
      const begin = beginStatement(incoming);
      client = await pool.connect();
      const results = Array.isArray(request)
        ? await transact(client, request, begin, shape)
        : await run(client, request, shape);
      isTidy = [results].flat().every(({ command }) => tidyCommands.has(command));
      return { status: 200, text: JSON.stringify(Array.isArray(results) ? { results } : results) };
    } catch (error) {
      if (error instanceof BadRequest) return failure(error.status, { message: error.message });
      if (error instanceof DatabaseError) {
        isTidy = error.severity === 'ERROR' && client?.getTransactionStatus() === 'I';
        const fields = errorFields.map((name) => [name, error[name]]);
        return failure(400, { ...Object.fromEntries(fields), message: error.message });
      }
      logEveryMinute('warn', 'gateway-postgres-unavailable', { error: describeError(error) });
      // 503 promises that nothing happened; once a connection was there, nobody knows.
      return client === undefined
        ? failure(503, { message: 'the database does not answer' })
        : failure(502, { message: 'the connection to the database broke' });
    } finally {
      client?.release(!isTidy);
    }
  }

  return { answer, close: () => pool.end() };
}

function parseRequest(value: unknown): Query | Query[] {
  const request = requestShape.safeParse(value);
  if (!request.success) throw new BadRequest('the request is neither { query, params } nor { queries }');
  return 'queries' in request.data ? request.data.queries : request.data;
}

function readShape({ headers }: IncomingMessage): ResultShape {
  return {
    rawText: headers['neon-raw-text-output'] === 'true',
    asArrays: headers['neon-array-mode'] === 'true',
  };
}

function assertCredentials({ headers }: IncomingMessage, own: Credentials | null): void {
  const given = readCredentials(String(headers['neon-connection-string'] ?? ''));
  if (given === null) throw new BadRequest('Neon-Connection-String is missing or no address');
  // A database without a password has nothing that a caller could prove.
  if (own === null) throw new BadRequest('password authentication failed', 401);
  const same = [isSameSecret(given.user, own.user), isSameSecret(given.password, own.password)];
  if (same.includes(false)) throw new BadRequest('password authentication failed', 401);
  if (given.database !== own.database) throw new BadRequest('this gateway serves another database', 403);
}

async function run(client: PoolClient, { query, params }: Query, shape: ResultShape) {
  const config = {
    text: query,
    values: params,
    // Without values pg would use the simple protocol, which takes several statements at once; Neon never does.
    queryMode: 'extended',
    rowMode: 'array' as const,
    types: { getTypeParser: () => (text: string) => text },
  };
  const result: QueryResult<(string | null)[]> = await client.query(config);
  const { fields, command, rowCount } = result;
  const values = result.rows.map((row) => row.map((text, i) => toJson(text, fields[i]?.dataTypeID, shape)));
  const rows = shape.asArrays
    ? values
    : values.map((row) => Object.fromEntries(row.map((value, i) => [fields[i]?.name ?? String(i), value])));
  return { command, fields, rowAsArray: shape.asArrays, rowCount, rows };
}

function toJson(text: string | null, typeId: number | undefined, { rawText }: ResultShape): unknown {
  if (text === null || rawText || typeId === undefined || !jsonTypes.has(typeId)) return text;
  if (typeId === 16) return text === 't';
  return /^(?:NaN|-?Infinity)$/.test(text) ? text : JSON.parse(text);
}

async function transact(client: PoolClient, queries: readonly Query[], begin: string, shape: ResultShape) {
  await client.query(begin);
  try {
    const results = [];
    for (const query of queries) results.push(await run(client, query, shape));
    await client.query('COMMIT');
    return results;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  }
}

function beginStatement({ headers }: IncomingMessage): string {
  const level = headers['neon-batch-isolation-level'];
  const isolation = level === undefined ? undefined : isolationLevels[String(level)];
  if (level !== undefined && isolation === undefined)
    throw new BadRequest('Neon-Batch-Isolation-Level is unknown');
  return [
    'BEGIN',
    ...(isolation === undefined ? [] : [`ISOLATION LEVEL ${isolation}`]),
    ...(headers['neon-batch-read-only'] === 'true' ? ['READ ONLY'] : []),
    ...(headers['neon-batch-deferrable'] === 'true' ? ['DEFERRABLE'] : []),
  ].join(' ');
}

function failure(status: number, body: { message: string }): JsonAnswer {
  return { status, text: JSON.stringify(body) };
}

interface Credentials {
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

function readCredentials(text: string): Credentials | null {
  try {
    const url = new URL(text);
    if (!/^postgres(?:ql)?:$/.test(url.protocol)) return null;
    const [user, password, database] = [url.username, url.password, url.pathname.slice(1)].map(
      decodeURIComponent,
    );
    return user && password && database ? { user, password, database } : null;
  } catch {
    return null;
  }
}
