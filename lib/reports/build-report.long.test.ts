import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { atomically, closeDatabase } from '@/db/client';
import { inSession } from '@/db/session';
import { type ReportId, toUuid } from '@/lib/kernel/ids';
import { readFile } from '@/lib/platform/files/read-file';
import { removeFiles } from '@/lib/platform/files/remove-files';
import { closeRedis } from '@/lib/platform/redis/client';
import { REPORT_KINDS, type ReportFormat, type ReportKind } from './model';
import { findReport, findReportFile } from './queries';
import { requestReport } from './request-report';

/** Fewer for a quick look. */
const ORDERS = Number(process.env.REPORT_ORDERS ?? 1_000_000);
const APART_SECONDS = (30 * 86_400) / ORDERS;
const MOST_MIB = 200;
const DAYS = { from: '2000-06-01', to: '2000-06-30' };
/** Where packages are found from. */
const folder = mkdtempSync(fileURLToPath(new URL('../../node_modules/.report-', import.meta.url)));
const program = join(folder, 'build-alone.mjs');

/** The orders of June 2000, one as long after the other as the next, of 300,000 buyers at most. */
async function sellAMillion(): Promise<void> {
  const at = sql`timestamptz '2000-06-01 00:00:00Z' + n * ${APART_SECONDS}::float8 * interval '1 second'`;
  const id = (salt: string) =>
    sql`(lpad(to_hex((extract(epoch from ${at}) * 1000)::bigint), 12, '0') || '7' || substr(md5(n || ${salt}), 1, 19))::uuid`;
  const numbers = sql`generate_series(0, ${ORDERS - 1}::int) as n`;
  const total = sql`(1000 + n % 977)::bigint`;
  await inSession(async (session) => {
    await session.execute(sql`insert into orders (id, status, currency, idempotency_id, fingerprint, shipping_minor, tax_minor,
        tax_included_minor, discount_minor, total_minor, payment_status, placed_expires_at, expires_at, created_at, paid_at)
      select ${id('order')}, 'paid', 'USD', ${id('order')}, '\\x00', 100, 0, 0, 0, ${total}, 'succeeded', ${at}, ${at}, ${at}, ${at}
      from ${numbers}`);
    await session.execute(sql`insert into order_contacts (order_id, email, shipping_address)
      select ${id('order')}, 'buyer-' || n % 300000 || '@million.example',
        '{"name":"Ada","line1":"1 Main St","city":"Springfield","postalCode":"1","country":"US"}' from ${numbers}`);
    await session.execute(sql`insert into order_lines (order_id, position, variant_id, product_id, sku, title, options, quantity,
        unit_price_minor, tax_rate_ppm, tax_minor, tax_included_minor)
      select ${id('order')}, 0, ${id('order')}, ${id('order')}, 'SKU', 'A thing', '[]', 1, ${total} - 100, 0, 0, 0
      from ${numbers}`);
    await session.execute(sql`insert into payments (id, order_id, provider, method, amount_minor, currency, status, started_at, settled_at)
      select ${id('payment')}, ${id('order')}, 'test', 'test_ok', ${total}, 'USD', 'succeeded', ${at}, ${at} from ${numbers}`);
  });
  for (const table of ['orders', 'order_contacts', 'order_lines', 'payments'])
    await inSession((session) => session.execute(sql.raw(`analyze ${table}`)));
}

beforeAll(async () => {
  // As it runs in production: compiled, without a loader that compiles on the way and its memory.
  await build({
    entryPoints: [fileURLToPath(new URL('./testing/build-alone.ts', import.meta.url))],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['node', 'default'],
    // It reads the metrics of its fonts from files beside its own.
    external: ['pdfkit', 'pg-native'],
    logLevel: 'silent',
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
  });
  await sellAMillion();
}, 900_000);

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await closeRedis();
  await closeDatabase();
});

type Told = { built: string; peakMiB: number };

/** Builds in a process of its own; with `killAfter`, that process is killed when it has told of so many parts. */
function buildApart(id: ReportId, killAfter = Number.POSITIVE_INFINITY): Promise<Told[]> {
  const child = spawn(process.execPath, [program, id], { stdio: ['ignore', 'pipe', 'inherit'] });
  const told: Told[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    told.push(JSON.parse(line) as Told);
    if (told.length >= killAfter) child.kill('SIGKILL');
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve(told));
  });
}

async function reportOf(kind: ReportKind, format: ReportFormat, kills: number) {
  const { id } = await requestReport({ kind, format, ...DAYS }, { actor: 'test' });
  await atomically([sql`update reports set time_zone = 'UTC' where id = ${toUuid(id)}::uuid`]);
  const began = performance.now();
  const told: Told[] = [];
  for (let killed = 0; killed < kills; killed += 1) told.push(...(await buildApart(id, 3)));
  told.push(...(await buildApart(id)));
  const seconds = (performance.now() - began) / 1_000;
  const file = await findReportFile(id);
  if (file === null) throw new Error(JSON.stringify(await findReport(id, REPORT_KINDS)));
  const peakMiB = Math.max(...told.map(({ peakMiB: each }) => each));
  process.stdout.write(
    `${kind} as ${format}: ${(file.size / 2 ** 20).toFixed(1)} MiB in ${seconds.toFixed(1)} s, killed ${kills} times, ${told.length} parts, peak ${peakMiB} MiB\n`,
  );
  return { file, peakMiB };
}

test('a million orders as CSV, killed three times on the way, in under 200 MB, each once', {
  timeout: 900_000,
}, async () => {
  const { file, peakMiB } = await reportOf('orders', 'csv', 3);
  expect(peakMiB).toBeLessThan(MOST_MIB);
  let rows = -1;
  let sum = 0;
  let last = '';
  let rest = '';
  const decoder = new TextDecoder();
  for await (const bytes of readFile(file)) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      rows += 1;
      const cells = line.split(',');
      if (rows === 0) continue;
      // In the order of their ids, so none is there twice.
      if ((cells[0] ?? '') <= last) throw new Error(`${cells[0]} after ${last}`);
      last = cells[0] ?? '';
      sum += Math.round(Number(cells[13]) * 100);
    }
  }
  expect([rows, rest]).toEqual([ORDERS, '']);
  expect(sum).toBe(Array.from({ length: ORDERS }, (_, n) => 1_000 + (n % 977)).reduce((a, b) => a + b, 0));
  await removeFiles([file.name]);
});

test.each([
  ['orders', 'xlsx'],
  ['customers', 'xlsx'],
  ['sales', 'csv'],
  ['orders', 'pdf'],
] as const)('%s of a million orders as %s, in under 200 MB', { timeout: 900_000 }, async (kind, format) => {
  const { file, peakMiB } = await reportOf(kind, format, 0);
  expect(peakMiB).toBeLessThan(MOST_MIB);
  if (kind === 'sales') {
    const lines = (await new Response(readFile(file)).text()).trimEnd().split('\n');
    expect(lines).toHaveLength(31);
    expect(lines.slice(1).reduce((total, line) => total + Number(line.split(',')[2]), 0)).toBe(ORDERS);
  }
  await removeFiles([file.name]);
});
