import pg from 'pg';
import { Refusal } from '@/stack/refusal';

/** The shop's own role and database. */
export const shopName = 'doorbuster';

/**
 * Makes the role and the database on the first start, and brings the role's password in line with the stack's
 * secrets. `admin` signs in as the superuser; the connection is opened to the database it names.
 */
export async function prepareShopDatabase(admin: pg.ClientConfig, password: string): Promise<void> {
  await withClient({ ...admin, database: 'postgres' }, async (client) => {
    const { rows } = await client.query<{ role: boolean; database: boolean }>(
      `select exists (select from pg_roles where rolname = $1) as role,
              exists (select from pg_database where datname = $1) as database`,
      [shopName],
    );
    const [found] = rows;
    if (!found?.role) await client.query(`create role ${shopName} login createdb`);
    await client.query(`alter role ${shopName} password ${client.escapeLiteral(password)}`);
    // What a hosted service gives its customers: statistics of all, ending own sessions, checkpoints.
    await client.query(`grant pg_monitor, pg_signal_backend, pg_checkpoint to ${shopName}`);
    if (!found?.database) await client.query(`create database ${shopName} owner ${shopName}`);
  });
  await withClient({ ...admin, database: shopName }, async (client) => {
    // pg_trgm is for any database owner to create; this one is not.
    await client.query('create extension if not exists pg_stat_statements');
    await client.query(
      `grant execute on function pg_stat_statements_reset(oid, oid, bigint, boolean) to ${shopName}`,
    );
  });
}

async function withClient(
  config: pg.ClientConfig,
  work: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const client = new pg.Client(config);
  // Without a listener a lost connection would end the whole process.
  client.on('error', () => {});
  try {
    await client.connect();
    await work(client);
  } catch (error) {
    if ((error as { code?: string }).code === '28P01') {
      throw new Refusal(
        'The database does not know the password in secrets.json: put the old file back, or run "npm run stack:reset" to start anew.',
        { cause: error },
      );
    }
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}
