import { readdir, readFile } from 'node:fs/promises';
import type { Pool } from 'pg';

const FOLDER = new URL('./schema/', import.meta.url);
/** Any number, the same for all engines: who holds it migrates. */
const LOCK = 4_294_171_001;

/** Creates the schema `jobs` or brings it up to date, in one transaction. Engines that start together take turns. */
export async function migrate(pool: Pool): Promise<void> {
  const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort();
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
    await client.query('create schema if not exists jobs');
    await client.query('set local search_path to jobs');
    await client.query(
      'create table if not exists jobs.migration (name text primary key, at timestamptz not null default now())',
    );
    const done = new Set(
      (await client.query<{ name: string }>('select name from jobs.migration')).rows.map((row) => row.name),
    );
    for (const file of files.filter((name) => !done.has(name))) {
      await client.query(await readFile(new URL(file, FOLDER), 'utf8'));
      await client.query('insert into jobs.migration (name) values ($1)', [file]);
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}
