import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT, readBooks, startImport } from '@/cli/testing/import-command';
import { makeCatalogRows, writeProductCsv } from '@/lib/imports/testing/product-csv';

const folder = mkdtempSync(join(tmpdir(), 'doorbuster-import-'));
const database = new pg.Client({ connectionString: process.env.POSTGRES_URL_NON_POOLING });

beforeAll(() => database.connect());
afterAll(async () => {
  await database.end();
  rmSync(folder, { recursive: true, force: true });
});

/** Handles of its own for each test: the database is everybody's. */
const fresh = () => `c${randomUUID().slice(0, 8)}`;

function writeFile(text: string): string {
  const file = join(folder, `${fresh()}.csv`);
  writeFileSync(file, text);
  return file;
}

const writeCatalog = (count: number, prefix: string) =>
  writeFile(writeProductCsv(makeCatalogRows(count, prefix)));

const run = (...args: string[]) => startImport(args).ended;

describe('says what it did, and ends with a status that a script can use', () => {
  test('0 when all was imported and there is only something to note, from where the user stands, knowing no more than a database', async () => {
    const note = { handle: fresh(), title: 'T', price: '1', tracker: 'shopify', quantity: '-1' };
    const file = writeFile(writeProductCsv([...makeCatalogRows(29, fresh()), note]));
    const { status, out } = await startImport([file.replace(`${folder}/`, '')], {
      INIT_CWD: folder,
      APP_SECRET: undefined,
      REDIS_URL: undefined,
      UPSTASH_REDIS_REST_URL: undefined,
      UPSTASH_REDIS_REST_TOKEN: undefined,
    }).ended;
    expect(status).toBe(0);
    expect(out).toMatch(
      /30 of 30 products\n.*: 30 products in [\d.]+ s: 30 created, 0 updated, 0 skipped\.\n/,
    );
    expect(out).toMatch(/1 note:\n {2}line \d+: The quantity -1 is below zero and became 0\.\n$/);
  });

  test('1 when a row failed: the first fifty with their lines, and how many more', async () => {
    const prefix = fresh();
    const rows = Array.from({ length: 60 }, (_, n) => ({ handle: `${prefix}-${n}`, title: 'T', price: 'x' }));
    const { status, out } = await run(
      writeFile(writeProductCsv([{ handle: prefix, title: 'Good', price: '1' }, ...rows])),
    );
    expect(status).toBe(1);
    expect(out).toContain(
      '1 created, 0 updated, 60 skipped.\n120 errors:\n  line 3: The price "x" is not a price.\n',
    );
    expect(out).toMatch(/ {2}and 70 more\n$/);
    expect(out.match(/^ {2}line /gm)).toHaveLength(50);
  });

  test.each([
    ['no file named', [], {}, 'usage: npm run import -- FILE.csv'],
    [
      'a file that is not there',
      ['/nowhere/at-all.csv'],
      {},
      'Cannot read /nowhere/at-all.csv: there is no such file.',
    ],
    ['no CSV', [join(ROOT, 'package.json')], {}, 'The file is JSON, not CSV'],
    [
      'no shop',
      [join(ROOT, 'package.json')],
      { POSTGRES_URL: undefined, STACK_DIR: folder },
      'No shop is running: start it with "npm start"',
    ],
    [
      'a database that is not there',
      [join(ROOT, 'package.json')],
      { POSTGRES_URL: 'postgres://nobody@localhost:1/nothing' },
      'The database does not answer.',
    ],
  ])('2 and one sentence for %s', async (_, args, env, sentence) => {
    const { status, out, err } = await startImport(args, env).ended;
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});

describe('whatever happens to it, each product is imported once', () => {
  test('killed in the middle, the next run goes on where it stopped', async () => {
    const prefix = fresh();
    const file = writeCatalog(200, prefix);
    const first = startImport([file]);
    await first.says('of 200 products');
    first.child.kill('SIGKILL');
    expect((await first.ended).status).toBeNull();
    const left = await readBooks(database, prefix, file);
    expect(left).toMatchObject({ imports: 1, status: 'running', unbalanced: 0 });
    // The count and the products are one transaction: they agree at any moment.
    expect(left?.products).toBe(left?.done);
    expect(left?.done).toBeGreaterThan(0);
    expect(left?.done).toBeLessThan(200);

    const { status, out } = await run(file);
    expect(status).toBe(0);
    expect(out).toMatch(/An earlier run of this file did not end: going on after product \d+\./);
    expect(out).toContain('200 created, 0 updated, 0 skipped.');
    expect(await readBooks(database, prefix, file)).toEqual({
      imports: 1,
      done: 200,
      status: 'done',
      products: 200,
      variants: 740,
      created: 200,
      events: 200,
      unbalanced: 0,
    });
  });
});
