import pg from 'pg';
import type { Client } from './load';

/** What stands for HTTP's 200 where there is no HTTP. */
export const SQL_OK = 200;

/** One connection to Postgres that runs a named prepared statement with the values that `nextValues` gives. */
export function sqlClient(
  url: string,
  statement: { readonly name: string; readonly text: string },
  nextValues: () => readonly unknown[],
): Client {
  const client = new pg.Client({ connectionString: url, application_name: 'bench' });
  client.on('error', () => undefined);
  const connected = client.connect();
  return {
    async send() {
      await connected;
      const { rows } = await client.query({ ...statement, values: [...nextValues()] });
      return rows.length === 1 ? SQL_OK : 500;
    },
    close: () => void client.end(),
  };
}
