import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { closeDatabase, query } from '@/db/client';
import { getImport } from '@/lib/imports/get-import';
import { isNextImport } from '@/lib/imports/is-next-import';
import { requestImport } from '@/lib/imports/request-import';
import { makeCatalogRows, writeProductCsv } from '@/lib/imports/testing/product-csv';
import { type ImportId, toUuid } from '@/lib/kernel/ids';
import { writeDraft } from '@/lib/platform/files/write-file';
import { importProducts } from './import-products';

afterAll(closeDatabase);

class Killed extends Error {}

type Handler = (context: { event: { data: unknown }; step: object }) => Promise<unknown>;

/**
 * Runs the job as the engine does, in as many processes as there are steps: each time it is called with what is remembered, does one
 * more step and dies. Each step's body runs twice: the first time the process dies before its end is known.
 */
async function runWithKills(importId: ImportId): Promise<{ output: unknown; bodies: number }> {
  const handler = (importProducts as unknown as { fn: Handler }).fn;
  const memory: unknown[] = [];
  let bodies = 0;
  for (;;) {
    let at = 0;
    const remember = async (work: () => Promise<unknown>) => {
      const place = at;
      at += 1;
      if (place < memory.length) return memory[place];
      bodies += 2;
      await work();
      memory.push(JSON.parse(JSON.stringify((await work()) ?? null)));
      throw new Killed();
    };
    const step = {
      run: (_: string, work: () => Promise<unknown>) => remember(work),
      sleep: () => remember(() => pause(50)),
    };
    try {
      return { output: await handler({ event: { data: { importId } }, step }), bodies };
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
  }
}

async function request(text: string): Promise<ImportId> {
  const draft = await writeDraft(new TextEncoder().encode(text));
  return (await requestImport(draft, 'products.csv', { actor: 'test' })).id;
}

test('an import whose process dies at every step, before and after it is remembered, does everything once', async () => {
  const prefix = `t${randomUUID().slice(0, 8)}`;
  const id = await request(`${writeProductCsv(makeCatalogRows(60, prefix))},no handle\n`);
  const { output, bodies } = await runWithKills(id);
  expect(output).toEqual({ importId: id });
  expect(bodies).toBeGreaterThanOrEqual(2);
  expect(await getImport(id)).toMatchObject({ status: 'done', created: 60, updated: 0, errorCount: 1 });
  const [made] = await query<{ products: number; events: number }>(
    'made_with_kills',
    `select count(distinct p.id)::int as products, count(*)::int as events
     from products p join audit_log a on a.subject = 'prod_' || replace(p.id::text, '-', '')
     where p.slug like $1 || '%'`,
    [prefix],
  );
  expect(made).toEqual({ products: 60, events: 60 });
});

test('imports are done one after the other, in the order in which they came', async () => {
  const rows = () => writeProductCsv(makeCatalogRows(2, `t${randomUUID().slice(0, 8)}`));
  const [first, second] = [await request(rows()), await request(rows())];
  expect(await isNextImport(second)).toBe(false);
  const both = [runWithKills(second), runWithKills(first)];
  await Promise.all(both);
  const [one, other] = [await getImport(first), await getImport(second)];
  expect([one.status, other.status]).toEqual(['done', 'done']);
  expect(Date.parse(other.finishedAt ?? '')).toBeGreaterThan(Date.parse(one.finishedAt ?? ''));
});

test('one that lost its job holds up nobody for ever', async () => {
  const lost = await request('Handle,Title\n');
  const id = await request('Handle,Title\n');
  expect(await isNextImport(id)).toBe(false);
  await query(
    'age_import',
    `update imports set created_at = now() - interval '3 hours' where id = $1::uuid`,
    [toUuid(lost)],
  );
  await runWithKills(id);
  expect((await getImport(lost)).status).toBe('queued');
});

test('an event that names no import is not tried again', async () => {
  await expect(runWithKills('nonsense' as ImportId)).rejects.toThrow('names no import');
});
