import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { Pool } from 'pg';

const FOLDER = new URL('./schema/', import.meta.url);
const FUNCTIONS = new URL('./schema/functions/', import.meta.url);
/** Any number, the same for all engines: who holds it migrates. */
const LOCK = 4_294_171_001;

/**
 * Creates the schema `jobs` or brings it up to date, in one transaction; engines that start together take turns. The
 * numbered files of schema/ run once, those of schema/functions/ whenever they have changed.
 */
export async function migrate(pool: Pool): Promise<void> {
  const steps = await Promise.all((await sqlFiles(FOLDER)).map((name) => read(FOLDER, name)));
  const functions = await Promise.all((await sqlFiles(FUNCTIONS)).map((name) => read(FUNCTIONS, name)));
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
    await client.query(
      `create schema if not exists jobs;
       set local search_path to jobs;
       create table if not exists jobs.migration (name text primary key, at timestamptz not null default now());
       alter table jobs.migration add column if not exists hash text`,
    );
    const { rows } = await client.query<{ name: string; hash: string | null }>(
      'select name, hash from jobs.migration',
    );
    const done = new Map(rows.map(({ name, hash }) => [name, hash]));
    const due = [
      ...steps.filter(({ name }) => !done.has(name)),
      ...functions.filter(({ name, hash }) => done.get(name) !== hash),
    ];
    for (const { name, sql, hash } of due) {
      await client.query(sql);
      await client.query(
        `insert into jobs.migration (name, hash) values ($1, $2)
         on conflict (name) do update set hash = excluded.hash, at = now()`,
        [name, hash],
      );
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

async function sqlFiles(folder: URL): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
}

async function read(folder: URL, name: string): Promise<{ name: string; sql: string; hash: string }> {
  const sql = await readFile(new URL(name, folder), 'utf8');
  return { name, sql, hash: createHash('sha256').update(sql).digest('hex') };
}
