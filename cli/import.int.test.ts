import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeCatalogRows, writeProductCsv } from '@/lib/imports/testing/product-csv';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
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

type Running = {
  readonly child: ChildProcess;
  readonly ended: Promise<{ status: number | null; out: string; err: string }>;
  /** Resolves when its output has these words. */
  readonly says: (words: string) => Promise<void>;
};

/** `npm run import -- ...` without npm, which adds nothing but words. */
function start(args: readonly string[], env: Record<string, string | undefined> = {}): Running {
  const child = spawn(process.execPath, ['cli/bootstrap.mjs', 'cli/import.ts', ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env } as NodeJS.ProcessEnv,
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  const ended = new Promise<{ status: number | null; out: string; err: string }>((resolve) =>
    child.once('close', (status) => resolve({ status, out, err })),
  );
  return {
    child,
    ended,
    says: (words) =>
      new Promise((resolve, reject) => {
        const look = () => out.includes(words) && resolve();
        child.stdout.on('data', look);
        child.once('close', () => reject(new Error(`ended without saying "${words}":\n${out}${err}`)));
        look();
      }),
  };
}

const run = (...args: string[]) => start(args).ended;

/** What a prefix has left behind, in one snapshot: the import's own count beside the products and their books. */
async function readBooks(prefix: string, file: string) {
  const { rows } = await database.query<{
    imports: number;
    done: number;
    status: string;
    products: number;
    variants: number;
    created: number;
    events: number;
    unbalanced: number;
  }>(
    `with p as (select id from products where slug like $1 || '-%'),
          v as (select id from variants where product_id in (select id from p)),
          i as (select * from imports where file_name = $2)
     select (select count(*)::int from i) as imports, (select max(done) from i) as done,
            (select max(status) from i) as status, (select max(created) from i) as created,
            (select count(*)::int from p) as products, (select count(*)::int from v) as variants,
            (select count(*)::int from audit_log
             where subject in (select 'prod_' || replace(id::text, '-', '') from p)) as events,
            (select count(*)::int from (
               select variant_id, sum(delta) from stock_movements where variant_id in (select id from v) group by 1
               except select variant_id, sum(available) from stock_lanes group by 1) differing) as unbalanced`,
    [prefix, file.split('/').at(-1)],
  );
  return rows[0];
}

describe('says what it did, and ends with a status that a script can use', () => {
  test('0 when all of the file was imported', async () => {
    const { status, out } = await run(writeCatalog(30, fresh()));
    expect(status).toBe(0);
    expect(out).toMatch(
      /30 of 30 products\n.*: 30 products in [\d.]+ s: 30 created, 0 updated, 0 skipped\.\n$/,
    );
  });

  test('0 when there is only something to note', async () => {
    const prefix = fresh();
    const rows = [{ handle: prefix, title: 'T', price: '1', tracker: 'shopify', quantity: '-1' }];
    const { status, out } = await run(writeFile(writeProductCsv(rows)));
    expect(status).toBe(0);
    expect(out).toContain('1 note:\n  line 2: The quantity -1 is below zero and became 0.\n');
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
    const { status, out, err } = await start(args, env).ended;
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  test('finds a file from where the user stands, and needs nothing but the address of a database', async () => {
    const { status } = await start([writeCatalog(1, fresh()).replace(`${folder}/`, '')], {
      INIT_CWD: folder,
      APP_SECRET: undefined,
      REDIS_URL: undefined,
      UPSTASH_REDIS_REST_URL: undefined,
      UPSTASH_REDIS_REST_TOKEN: undefined,
    }).ended;
    expect(status).toBe(0);
  });
});

describe('whatever happens to it, each product is imported once', () => {
  test('killed in the middle, the next run goes on where it stopped', async () => {
    const prefix = fresh();
    const file = writeCatalog(200, prefix);
    const first = start([file]);
    await first.says('of 200 products');
    first.child.kill('SIGKILL');
    expect((await first.ended).status).toBeNull();
    const left = await readBooks(prefix, file);
    expect(left).toMatchObject({ imports: 1, status: 'running', unbalanced: 0 });
    // The count and the products are one transaction: they agree at any moment.
    expect(left?.products).toBe(left?.done);
    expect(left?.done).toBeGreaterThan(0);
    expect(left?.done).toBeLessThan(200);

    const { status, out } = await run(file);
    expect(status).toBe(0);
    expect(out).toMatch(/An earlier run of this file did not end: going on after product \d+\./);
    expect(out).toContain('200 created, 0 updated, 0 skipped.');
    expect(await readBooks(prefix, file)).toEqual({
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

  test('two at once import a file together, and the second outlives the first', async () => {
    const prefix = fresh();
    const file = writeCatalog(500, prefix);
    const runs = [start([file]), start([file])];
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
    expect(await readBooks(prefix, file)).toMatchObject({
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
    const url = new URL(process.env.POSTGRES_URL ?? '');
    url.searchParams.set('application_name', prefix);
    const importing = start([file], { POSTGRES_URL: url.href });
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
    expect(await readBooks(prefix, file)).toMatchObject({ products: 150, events: 150, unbalanced: 0 });
  });
});
