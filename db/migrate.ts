import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';

const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url));
const FUNCTIONS = fileURLToPath(new URL('./functions', import.meta.url));
/** Any fixed number will do: whoever migrates this database takes this advisory lock. */
const MIGRATION_LOCK = 7_265_001;

/**
 * Brings the database at `url` up to date: tables by numbered migrations, SQL functions whenever their file's hash
 * changed. Safe to run twice, from several places at once (they queue), and while the previous release serves.
 * `report` is told each thing that was applied.
 */
export async function migrate(url: string, report: (line: string) => void = () => {}): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(${MIGRATION_LOCK})`);
    const before = await countMigrations(client);
    await applyMigrations(drizzle(client), { migrationsFolder: MIGRATIONS });
    const applied = (await countMigrations(client)) - before;
    if (applied > 0) report(`${applied} migration${applied === 1 ? '' : 's'}`);
    await applyFunctions(client, report);
  } finally {
    // Ends the session, and with it the lock.
    await client.end();
  }
}

async function countMigrations(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ found: string | null }>(
    `select to_regclass('drizzle.__drizzle_migrations')::text as found`,
  );
  if (!rows[0]?.found) return 0;
  const counted = await client.query<{ n: number }>(
    'select count(*)::int as n from drizzle.__drizzle_migrations',
  );
  return counted.rows[0]?.n ?? 0;
}

async function applyFunctions(client: pg.Client, report: (line: string) => void): Promise<void> {
  await client.query(
    `create table if not exists drizzle.sql_functions (
       file text primary key, hash text not null, applied_at timestamptz not null default now())`,
  );
  const { rows } = await client.query<{ file: string; hash: string }>(
    'select file, hash from drizzle.sql_functions',
  );
  const known = new Map(rows.map((row) => [row.file, row.hash]));
  const changed: { file: string; hash: string; text: string }[] = [];
  for (const file of (await readdir(FUNCTIONS)).filter((name) => name.endsWith('.sql')).sort()) {
    const text = await readFile(`${FUNCTIONS}/${file}`, 'utf8');
    const hash = createHash('sha256').update(text).digest('hex');
    if (known.get(file) !== hash) changed.push({ file, hash, text });
  }
  if (changed.length === 0) return;

  await client.query('begin');
  // Functions call each other; their bodies are checked when they run, and by the tests.
  await client.query('set local check_function_bodies = off');
  for (const { file, hash, text } of changed) {
    await client.query(text);
    await client.query(
      `insert into drizzle.sql_functions (file, hash) values ($1, $2)
       on conflict (file) do update set hash = excluded.hash, applied_at = now()`,
      [file, hash],
    );
  }
  await client.query('commit');
  report(`SQL functions: ${changed.map(({ file }) => file.replace('.sql', '')).join(', ')}`);
}
