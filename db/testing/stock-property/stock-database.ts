import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { migrate } from '@/db/migrate';

/** A database beside the tests' shared one: nobody else's orders are in it, and what is changed in it breaks no one. */
export type StockDatabase = {
  readonly url: string;
  /** Another one like it, with these changes; it must not be in use. */
  copy(changes: readonly string[]): Promise<StockDatabase>;
  drop(): Promise<void>;
};

/** Makes an empty shop in a database of its own. */
export async function makeStockDatabase(): Promise<StockDatabase> {
  const name = await create('');
  await migrate(urlOf(name));
  return databaseOf(name);
}

function databaseOf(name: string): StockDatabase {
  return {
    url: urlOf(name),
    async copy(changes) {
      const copied = await create(`template ${name}`);
      await run(urlOf(copied), changes);
      return databaseOf(copied);
    },
    drop: () => run(urlOf(null), [`drop database ${name} with (force)`]),
  };
}

async function create(how: string): Promise<string> {
  const name = `stock_${randomUUID().replaceAll('-', '')}`;
  await run(urlOf(null), [`create database ${name} ${how}`]);
  return name;
}

function urlOf(name: string | null): string {
  const url = new URL(process.env.POSTGRES_URL_NON_POOLING ?? '');
  if (name !== null) url.pathname = `/${name}`;
  return url.href;
}

async function run(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The text of a file of db/functions with every replacement made; one that finds nothing to replace throws. */
export function mutate(file: string, replacements: readonly (readonly [string, string])[]): string {
  const path = fileURLToPath(new URL(`../../functions/${file}.sql`, import.meta.url));
  return replacements.reduce(
    (text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`${file}.sql has no "${from}" to mutate any more`);
      return text.replaceAll(from, to);
    },
    readFileSync(path, 'utf8'),
  );
}
