import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCatalogRows, writeProductCsv } from '@/lib/imports/testing/product-csv';
import { startTestStack, type TestStack } from '@/stack/test-stack';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'doorbuster-import-'));
let stack: TestStack;

beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(async () => {
  await stack.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Imports a file as the command does; gives its exit status and how long all of it took, in seconds. */
async function time(file: string): Promise<{ status: number | null; seconds: number }> {
  const startMs = performance.now();
  const child = spawn(process.execPath, ['cli/bootstrap.mjs', 'cli/import.ts', file], {
    cwd: ROOT,
    env: { ...process.env, ...stack.env } as NodeJS.ProcessEnv,
    stdio: 'ignore',
  });
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { status, seconds: (performance.now() - startMs) / 1_000 };
}

test('a thousand products with 3,700 variants are in within 30 seconds, and again within 30', async () => {
  const file = join(folder, 'catalog.csv');
  writeFileSync(file, writeProductCsv(makeCatalogRows(1_000, `l${randomUUID().slice(0, 8)}`)));
  const first = await time(file);
  const again = await time(file);
  console.log(`1,000 products: ${first.seconds.toFixed(1)} s, again: ${again.seconds.toFixed(1)} s`);
  expect([first.status, again.status]).toEqual([0, 0]);
  expect(first.seconds).toBeLessThan(30);
  expect(again.seconds).toBeLessThan(30);
});
