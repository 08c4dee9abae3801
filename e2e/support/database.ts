import pg from 'pg';
import { shop } from './shop';

/** Whether the run told the address of the shop's database. */
export const databaseKnown = shop.stack.POSTGRES_URL_NON_POOLING !== undefined;

/**
 * Rows of one query on the shop's own database: only for promises about the database itself
 * (statements counted, sums that must agree), never for what the API can tell.
 */
export async function queryDatabase(
  text: string,
  values: unknown[] = [],
): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: shop.stack.POSTGRES_URL_NON_POOLING });
  await client.connect();
  try {
    return (await client.query(text, values)).rows;
  } finally {
    await client.end();
  }
}
