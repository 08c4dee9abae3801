import type { NodePgQueryResultHKT } from 'drizzle-orm/node-postgres';
import type { PgDatabase } from 'drizzle-orm/pg-core';

/** One row as the driver parsed it: int8 and numeric are text, timestamptz is a Date. */
export type Row = Record<string, unknown>;

/** A statement with its `$1`, `$2` … values; with a name it is prepared once per connection where there are connections. */
export type Statement = {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly name?: string;
};

/** Drizzle without `transaction`: nothing that serves requests may hold a transaction open over round trips. */
export type Database = Omit<PgDatabase<NodePgQueryResultHKT, Record<string, never>>, 'transaction'>;

/** What a transport to Postgres offers; `#transport/postgres` is one of the modules that do. */
export type Transport = {
  readonly database: Database;
  /** One statement. */
  readonly run: (statement: Statement) => Promise<Row[]>;
  /** Several statements, all or none, without a say in between. */
  readonly runTogether: (statements: readonly Statement[]) => Promise<Row[][]>;
  readonly close: () => Promise<void>;
};
