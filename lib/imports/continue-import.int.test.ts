import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { closeDatabase, query } from '@/db/client';
import type { ImportId } from '@/lib/kernel/ids';
import { findFile } from '@/lib/platform/files/read-file';
import { writeDraft } from '@/lib/platform/files/write-file';
import { abandonImport, continueImport, type ImportPart } from './continue-import';
import { getImport } from './get-import';
import { listImports } from './list-imports';
import { uploadName } from './model';
import { requestImport } from './request-import';
import { runProductImport } from './run-product-import';
import { makeCatalogRows, writeProductCsv } from './testing/product-csv';

afterAll(closeDatabase);

const fresh = () => `t${randomUUID().slice(0, 8)}`;

async function request(text: string, name = 'products.csv'): Promise<ImportId> {
  const draft = await writeDraft(new TextEncoder().encode(text));
  return (await requestImport(draft, name, { actor: 'staff_test' })).id;
}

/** One batch a part, as if each process died after it. */
const step = (id: ImportId, other: ImportPart['other'] = null) => continueImport(id, { budgetMs: 0, other });

async function toTheEnd(id: ImportId): Promise<number> {
  for (let parts = 1; ; parts += 1) if ((await step(id)).state === 'over') return parts;
}

async function announced(id: ImportId): Promise<string[]> {
  const rows = await query<{ name: string }>(
    'announced_of',
    `select name from outbox where data ->> 'importId' = $1 order by id`,
    [id],
  );
  return rows.map(({ name }) => name);
}

async function audited(prefix: string): Promise<{ products: number; actors: string[] }> {
  const [row] = await query<{ products: number; actors: string[] }>(
    'audited_products',
    `select count(distinct p.id)::int as products, array_agg(distinct a.actor) as actors
     from products p join audit_log a on a.subject = 'prod_' || replace(p.id::text, '-', '')
     where p.slug like $1 || '%'`,
    [prefix],
  );
  if (row === undefined) throw new Error('no row');
  return row;
}

describe('an import that was asked for', () => {
  test('waits in the queue, is done part by part, and says how far it is meanwhile', async () => {
    const prefix = fresh();
    const id = await request(writeProductCsv(makeCatalogRows(60, prefix)));
    expect(await getImport(id)).toMatchObject({ status: 'queued', progress: { done: 0, total: 0 } });
    expect(await announced(id)).toEqual(['imports/import.requested']);
    expect((await listImports({ limit: 100 })).items).toContainEqual(
      expect.objectContaining({ id, fileName: 'products.csv', status: 'queued' }),
    );

    expect(await step(id)).toEqual({ state: 'going-on', other: null });
    const { status, progress } = await getImport(id);
    expect([status, progress.total]).toEqual(['running', 60]);
    expect(progress.done).toBeGreaterThan(0);
    expect(progress.done).toBeLessThan(60);

    expect(await toTheEnd(id)).toBeGreaterThan(1);
    expect(await getImport(id)).toMatchObject({
      status: 'done',
      progress: { done: 60, total: 60 },
      created: 60,
      updated: 0,
      skipped: 0,
      errors: [],
      notes: [],
      finishedAt: expect.any(String),
    });
    expect(await audited(prefix)).toEqual({ products: 60, actors: ['staff_test'] });
    expect(await announced(id)).toEqual(['imports/import.requested', 'imports/import.finished']);
    expect(await findFile(uploadName(id))).toBeNull();
  });

  test('that is over stays as it is, however often it is gone on with', async () => {
    const id = await request(writeProductCsv(makeCatalogRows(2, fresh())));
    await toTheEnd(id);
    const before = await getImport(id);
    expect(await step(id)).toEqual({ state: 'over', other: null });
    await abandonImport(id, 'Late.');
    expect(await getImport(id)).toEqual(before);
    expect(await announced(id)).toHaveLength(2);
  });

  test('is one of its own each time: the same file again updates what it made', async () => {
    const text = writeProductCsv(makeCatalogRows(3, fresh()));
    const [one, other] = [await request(text), await request(text, 'again.csv')];
    await toTheEnd(one);
    await toTheEnd(other);
    expect(await getImport(one)).toMatchObject({ created: 3, updated: 0 });
    expect(await getImport(other)).toMatchObject({ created: 0, updated: 3, fileName: 'again.csv' });
  });

  test.each([
    ['that is none', 'Name,Price\nx,1\n'],
    ['of nothing but a header that is another’s', '{"products": []}'],
    ['of noise', '\0\u0001\0'],
  ])('with a file %s fails, with the reason', async (_, text) => {
    const id = await request(`${text}${fresh()}`);
    expect(await step(id)).toEqual({ state: 'over', other: null });
    const { status, errors } = await getImport(id);
    expect(status).toBe('failed');
    expect(errors).toEqual([{ line: 1, message: expect.stringMatching(/\.$/) }]);
    expect(await findFile(uploadName(id))).toBeNull();
  });

  test('tells bad rows by their lines, once, also when it was broken off between', async () => {
    const prefix = fresh();
    const id = await request(
      `${writeProductCsv([...makeCatalogRows(30, prefix), { handle: `${prefix}-bad`, title: 'T', price: 'x' }])},no handle\n`,
    );
    await toTheEnd(id);
    const { created, skipped, errors } = await getImport(id);
    expect({ created, skipped, errors: errors.length }).toEqual({ created: 30, skipped: 1, errors: 3 });
  });

  test('that is given up is failed with the reason, and what it did stays', async () => {
    const prefix = fresh();
    const id = await request(writeProductCsv(makeCatalogRows(60, prefix)));
    await step(id);
    await abandonImport(id, 'The database was away.');
    expect(await getImport(id)).toMatchObject({
      status: 'failed',
      errors: [{ line: 1, message: expect.stringContaining('The database was away.') }],
    });
    expect(await step(id)).toEqual({ state: 'over', other: null });
    expect((await audited(prefix)).products).toBeGreaterThan(0);
  });

  test('whose file is gone is failed and says so', async () => {
    const id = await request(writeProductCsv(makeCatalogRows(2, fresh())));
    await query('lose_upload', 'delete from file_names where name = $1', [uploadName(id)]);
    await step(id);
    expect(await getImport(id)).toMatchObject({
      status: 'failed',
      errors: [{ message: expect.stringContaining('Upload it again') }],
    });
  });
});

describe('another run of the same file', () => {
  /** One from the command line that dies after its first products. */
  async function dieHalfway(text: string): Promise<void> {
    const bytes = new TextEncoder().encode(text);
    const report = (event: { kind: string }) => {
      if (event.kind === 'progress') throw new Error('killed');
    };
    await expect(runProductImport({ name: 'x.csv', bytes }, { actor: 'test', report })).rejects.toThrow(
      'killed',
    );
  }

  test('goes first while it moves; one that has stopped is not waited for', async () => {
    const prefix = fresh();
    const text = writeProductCsv(makeCatalogRows(60, prefix));
    await dieHalfway(text);
    const id = await request(text);
    const first = await step(id);
    expect(first).toMatchObject({ state: 'waiting', other: { done: expect.any(Number) } });
    expect(await getImport(id)).toMatchObject({ status: 'queued' });
    // It moved since: still waiting.
    const moved = { id: first.other?.id ?? '', done: (first.other?.done ?? 0) - 1 };
    expect(await step(id, moved)).toEqual(first);
    expect(await step(id, first.other)).toEqual({ state: 'going-on', other: null });
    await toTheEnd(id);
    expect(await audited(prefix)).toMatchObject({ products: 60 });
  });

  test('from the command line takes over what waits in the queue, which is then over', async () => {
    const prefix = fresh();
    const text = writeProductCsv(makeCatalogRows(5, prefix));
    const id = await request(text);
    const bytes = new TextEncoder().encode(text);
    const outcome = await runProductImport({ name: 'x.csv', bytes }, { actor: 'test' });
    expect(outcome).toMatchObject({ ok: true, value: { id, created: 5 } });
    expect(await step(id)).toEqual({ state: 'over', other: null });
  });

  test('two workers on one import do each product once', async () => {
    const prefix = fresh();
    const id = await request(writeProductCsv(makeCatalogRows(120, prefix)));
    const work = async () => {
      for (let rounds = 0; rounds < 200; rounds += 1) if ((await step(id)).state === 'over') return;
    };
    await Promise.all([work(), work(), work()]);
    expect(await getImport(id)).toMatchObject({ status: 'done', created: 120, updated: 0, skipped: 0 });
    expect(await audited(prefix)).toMatchObject({ products: 120 });
  });
});

test('pages of imports follow each other, newest first, none twice', async () => {
  const ours: string[] = [];
  for (let n = 0; n < 3; n += 1) ours.unshift(await request(`Handle,Title\n${fresh()},T\n`));
  const seen: string[] = [];
  let after: ImportId | undefined;
  // Other tests import as well.
  while (!ours.every((id) => seen.includes(id))) {
    const page = await listImports({ limit: 2, after });
    expect(page.items.length).toBe(2);
    seen.push(...page.items.map(({ id }) => id));
    after = page.nextCursor ?? undefined;
  }
  expect(seen).toEqual([...new Set(seen)].toSorted().toReversed());
  expect(seen.filter((id) => ours.includes(id))).toEqual(ours);
  // Nobody else shall wait for them.
  for (const id of ours) await abandonImport(id as ImportId, 'Only to be listed.');
});
