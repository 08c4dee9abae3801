import type { SQLWrapper } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import { transport } from '#transport/postgres';
import type { Database, Row, Statement } from './transport/transport';

export type { Database, Row } from './transport/transport';

/** Drizzle over whichever transport this runtime has. Without `transaction`: use {@link atomically}, or a SQL function. */
export const db: Database = transport.database;

const dialect = new PgDialect();

function toStatement(part: SQLWrapper): Statement {
  const { sql, params } = dialect.sqlToQuery(part.getSQL());
  return { text: sql, values: params };
}

/**
 * Runs statements (`sql` templates or Drizzle's insert/update/delete builders) as one transaction, all or none,
 * without a say in between. Gives the rows of each, by column name. Throws StoreUnavailable (nothing happened),
 * OutcomeUnknown (the commit may have gone through) or ConstraintViolation.
 */
export async function atomically(statements: readonly SQLWrapper[]): Promise<Row[][]> {
  const [only, ...others] = statements.map(toStatement);
  if (only === undefined) return [];
  // A single statement is its own transaction: one round trip instead of three.
  if (others.length === 0) return [await transport.run(only)];
  return transport.runTogether([only, ...others]);
}

const FUNCTION_NAME = /^[a-z][a-z0-9_]{0,62}$/;

/**
 * Calls a SQL function that takes and gives jsonb, as one statement: `callFunction<Placed>('place_order', request)`.
 * The function's own errors are thrown as they come; its refusals are part of what it returns.
 */
export async function callFunction<T>(name: string, payload: unknown): Promise<T> {
  if (!FUNCTION_NAME.test(name)) throw new TypeError(`${name} is not the name of a SQL function of ours.`);
  const [row] = await transport.run({
    name,
    text: `select ${name}($1::jsonb)::text as result`,
    values: [JSON.stringify(payload)],
  });
  // As text, so that JSON is parsed once, here: the drivers would parse jsonb, and differently.
  return JSON.parse(String(row?.result ?? null)) as T;
}

/**
 * One hot read, prepared once per connection under `name` (unique per text; an empty one is planned with its values each time). Columns come as the driver parses them;
 * cast in SQL (`::text`, `::int`) what should not depend on a driver.
 */
export async function query<T extends object>(
  name: string,
  text: string,
  values: readonly unknown[],
): Promise<T[]> {
  return (await transport.run({ name, text, values })) as T[];
}

/** Closes what is open, for commands and tests that end; the next use opens anew. */
export async function closeDatabase(): Promise<void> {
  await transport.close();
}
