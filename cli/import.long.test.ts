import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readBooks, startImport } from '@/cli/testing/import-command';
import { makeCatalogRows, writeProductCsv } from '@/lib/imports/testing/product-csv';
import { startTestStack, type TestStack } from '@/stack/test-stack';

const folder = mkdtempSync(join(tmpdir(), 'doorbuster-import-'));
let stack: TestStack;
let database: pg.Client;

beforeAll(async () => {
  stack = await startTestStack();
  database = new pg.Client({ connectionString: stack.env.POSTGRES_URL_NON_POOLING });
  await database.connect();
});
afterAll(async () => {
  await database.end();
  await stack.stop();
  rmSync(folder, { recursive: true, force: true });
});

const fresh = () => `l${randomUUID().slice(0, 8)}`;

function writeCatalog(count: number, prefix: string): string {
  const file = join(folder, `${fresh()}.csv`);
  writeFileSync(file, writeProductCsv(makeCatalogRows(count, prefix)));
  return file;
}

/** Imports a file as the command does; gives its exit status and how long all of it took, in seconds. */
async function time(file: string): Promise<{ status: number | null; seconds: number }> {
  const startMs = performance.now();
  const { status } = await startImport([file], stack.env).ended;
  return { status, seconds: (performance.now() - startMs) / 1_000 };
}

test('a thousand products with 3,700 variants are in within 30 seconds, and again within 30', async () => {
  const file = writeCatalog(1_000, fresh());
  const first = await time(file);
  const again = await time(file);
  console.log(`1,000 products: ${first.seconds.toFixed(1)} s, again: ${again.seconds.toFixed(1)} s`);
  expect([first.status, again.status]).toEqual([0, 0]);
  expect(first.seconds).toBeLessThan(30);
  expect(again.seconds).toBeLessThan(30);
});

test('two at once import a file together, and the second outlives the first', async () => {
  const prefix = fresh();
  const file = writeCatalog(500, prefix);
  const runs = [startImport([file], stack.env), startImport([file], stack.env)];
  const waiting = await Promise.any(
    runs.map(async (running) => {
      await running.says('Another run is importing this file: waiting for it.');
      return running;
    }),
  );
  const working = runs.find((running) => running !== waiting);
  working?.child.kill('SIGKILL');
  const results = await Promise.all(runs.map(({ ended }) => ended));
  expect(results.map(({ status }) => status).sort()).toEqual([0, null]);
  expect((await waiting.ended).out).toContain('500 created, 0 updated, 0 skipped.');
  expect(await readBooks(database, prefix, file)).toMatchObject({
    imports: 1,
    products: 500,
    created: 500,
    events: 500,
    unbalanced: 0,
  });
});

test('its connections are cut, again and again', async () => {
  const prefix = fresh();
  const file = writeCatalog(150, prefix);
  const url = new URL(stack.env.POSTGRES_URL ?? '');
  url.searchParams.set('application_name', prefix);
  const importing = startImport([file], { ...stack.env, POSTGRES_URL: url.href });
  await importing.says('of 150 products');
  let cut = 0;
  for (let n = 0; n < 4; n += 1) {
    const { rowCount } = await database.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1',
      [prefix],
    );
    cut += rowCount ?? 0;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  const { status, out } = await importing.ended;
  expect(cut).toBeGreaterThan(0);
  expect(status).toBe(0);
  expect(out).toContain('150 created, 0 updated, 0 skipped.');
  expect(await readBooks(database, prefix, file)).toMatchObject({
    products: 150,
    events: 150,
    unbalanced: 0,
  });
});
