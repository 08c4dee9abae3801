import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { makeApiKey } from '@/e2e/support/api-keys';
import {
  type Answer,
  type CallOptions,
  call,
  callAsOwner,
  invalid,
  read,
  refused,
} from '@/e2e/support/client';
import { allAtOnce } from '@/e2e/support/crowd';
import { importShape } from '@/e2e/support/dashboard-shapes';
import { freshKey, freshWord } from '@/e2e/support/fresh';
import { storeProductShape } from '@/e2e/support/shapes';
import { shop } from '@/e2e/support/shop';
import { eventually } from '@/e2e/support/wait';

const queuedShape = z.object({
  id: z.string().regex(/^imp_[0-9A-Za-z-]{20,40}$/),
  status: z.literal('queued'),
});
const pageShape = z.object({
  items: z.array(z.object({ id: z.string() })),
  nextCursor: z.string().nullable(),
});
type Import = z.infer<typeof importShape>;

const PATH = '/api/admin/imports/products';
const CSV = { 'content-type': 'text/csv' };
const MAX_BYTES = 25 * 1024 * 1024;
/** An import waits for those before it, and the machine may be busy. */
const PATIENCE_MS = 120_000;

const upload = (file: string | Uint8Array<ArrayBuffer>, options: CallOptions = {}): Promise<Answer> =>
  callAsOwner('POST', PATH, { raw: file, headers: CSV, timeoutMs: 60_000, ...options });

/** Takes four files at a time: whoever comes fifth comes again. */
const queued = (file: string, options: CallOptions = {}): Promise<string> =>
  eventually('there is room for a file', 30_000, async () => {
    const answer = await upload(file, options);
    return answer.status === 503 ? undefined : read(answer, 202, queuedShape).id;
  });

const see = async (id: string): Promise<Import> =>
  read(await callAsOwner('GET', `/api/admin/imports/${id}`), 200, importShape);

/** Waits until it is over, and sees on the way that it only moves forward. */
async function ended(id: string): Promise<Import> {
  let before: Import | undefined;
  return eventually(`${id} is over`, PATIENCE_MS, async () => {
    const now = await see(id);
    const { done, total } = now.progress;
    expect(done).toBeLessThanOrEqual(total);
    expect(done).toBeGreaterThanOrEqual(before?.progress.done ?? 0);
    before = now;
    return now.status === 'done' || now.status === 'failed' ? now : undefined;
  });
}

const HEADER =
  'Handle,Title,Option1 Name,Option1 Value,Variant Price,Variant Inventory Tracker,Variant Inventory Qty';

/** A file of `size` products, each of two variants; the handles begin with `prefix`. */
function makeFile(prefix: string, size: number, price = '12.50'): string {
  const rows = Array.from({ length: size }, (_, n) => [
    `${prefix}-${n},Print ${n},Size,A3,${price},shopify,5`,
    `${prefix}-${n},,,A2,20.00,,`,
  ]);
  return `${[HEADER, ...rows.flat()].join('\n')}\n`;
}

const storeProduct = async (slug: string) =>
  read(await call('GET', `/api/products/${slug}`), 200, storeProductShape);

describe('a product file', { timeout: PATIENCE_MS + 30_000 }, () => {
  test('is queued at once, imported by a job, and its products are for sale', async () => {
    const prefix = freshWord();
    const id = await queued(makeFile(prefix, 40));
    const { status, progress, created, updated, skipped, errors, notes } = await ended(id);
    expect({ status, progress, created, updated, skipped, errors, notes }).toEqual({
      status: 'done',
      progress: { done: 40, total: 40 },
      created: 40,
      updated: 0,
      skipped: 0,
      errors: [],
      notes: [],
    });
    const product = await storeProduct(`${prefix}-7`);
    expect(product).toMatchObject({ title: 'Print 7', options: [{ name: 'Size', values: ['A3', 'A2'] }] });
    expect(product.variants.map(({ price, available }) => [price.amount, available])).toEqual([
      [1_250, true],
      [2_000, true],
    ]);
  });

  test('that comes again creates nothing, and changes what changed', async () => {
    const prefix = freshWord();
    await ended(await queued(makeFile(prefix, 5)));
    expect(await ended(await queued(makeFile(prefix, 5)))).toMatchObject({ created: 0, updated: 5 });
    expect(await ended(await queued(makeFile(prefix, 5, '13.00')))).toMatchObject({ created: 0, updated: 5 });
    expect((await storeProduct(`${prefix}-0`)).variants[0]?.price.amount).toBe(1_300);
  });

  test('uploaded several times at once makes its products once', async () => {
    const prefix = freshWord();
    const ids = await allAtOnce(3, () => queued(makeFile(prefix, 20)));
    expect(new Set(ids).size).toBe(3);
    const results = await Promise.all(ids.map(ended));
    const sum = (key: 'created' | 'updated') => results.reduce((total, result) => total + result[key], 0);
    expect([sum('created'), sum('updated')]).toEqual([20, 40]);
  });

  test('with bad rows imports the others and names the bad ones by their lines', async () => {
    const prefix = freshWord();
    const file = [
      HEADER,
      `${prefix}-a,"A\nwith a line",Size,S,1.00,shopify,-2`,
      `${prefix}-a,,,M,one,shopify,1`,
      ',Nobody,,,1.00,,',
      `${prefix}-b,B,,,3.00,shopify,4`,
    ].join('\r\n');
    const { status, created, errors, notes } = await ended(await queued(file));
    expect({ status, created }).toEqual({ status: 'done', created: 2 });
    expect(errors.map(({ line }) => line)).toEqual([4, 5]);
    expect(notes.map(({ line }) => line)).toEqual([2]);
  });

  test.each([
    ['no CSV', '{"products":[]}'],
    ['another table', 'Name,Price\nx,1\n'],
    ['noise', '\u0000\u0001\u0002\n\u0000'],
  ])('that is %s fails, and says why', async (_, file) => {
    const { status, errors, progress } = await ended(await queued(`${file}${freshWord()}`));
    expect({ status, progress }).toEqual({ status: 'failed', progress: { done: 0, total: 0 } });
    expect(errors).toHaveLength(1);
  });

  test('whose pictures cannot be had is imported, shows a placeholder, and is told of them', async () => {
    const prefix = freshWord();
    const file = `Handle,Title,Variant Price,Image Src\n${prefix},P,1.00,http://127.0.0.1/${prefix}.jpg\n`;
    const id = await queued(file);
    expect(await ended(id)).toMatchObject({ status: 'done', created: 1, errors: [] });
    const notes = await eventually('the picture is told of', PATIENCE_MS, async () => {
      const now = (await see(id)).notes;
      return now.length > 0 ? now : undefined;
    });
    expect(notes).toEqual([{ line: 2, message: expect.stringContaining(prefix) }]);
    expect((await storeProduct(prefix)).images).toMatchObject([{ url: '/placeholder.svg' }]);
  });
});

describe('an upload', () => {
  test('with a key is taken once, whoever repeats it', async () => {
    const key = freshKey();
    const file = makeFile(freshWord(), 1);
    const id = await queued(file, { key });
    const again = await upload(file, { key });
    expect(read(again, 202, queuedShape).id).toBe(id);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    refused(await upload(`${file}x,X,,,1.00,,\n`, { key }), 422, 'idempotency-key-reused');
    const key2 = freshKey();
    const race = await allAtOnce(4, () => upload(file, { key: key2 }));
    const taken = race.filter(({ status }) => status === 202).map(({ body }) => (body as { id: string }).id);
    expect(new Set(taken).size).toBe(1);
    for (const { status } of race) expect([202, 409, 503]).toContain(status);
  });

  test('of another type is 415', async () => {
    const file = makeFile(freshWord(), 1);
    for (const type of [
      'application/json',
      'text/plain',
      'application/octet-stream',
      'multipart/form-data; boundary=x',
    ])
      refused(await upload(file, { headers: { 'content-type': type } }), 415, 'unsupported-media-type');
    const packed = { ...CSV, 'content-encoding': 'gzip' };
    refused(await upload(file, { headers: packed }), 415, 'unsupported-media-type');
  });

  test('of nothing is 422', async () => {
    invalid(await upload(''));
  });

  test('of a name that is too long is 422', async () => {
    const answer = await callAsOwner('POST', `${PATH}?name=${'x'.repeat(256)}`, {
      raw: makeFile(freshWord(), 1),
      headers: CSV,
    });
    invalid(answer, 'name');
  });

  test('of more than 25 MiB is 413, announced or not', { timeout: 120_000 }, async () => {
    const tooLarge = new Uint8Array(MAX_BYTES + 1).fill(97);
    refused(await upload(tooLarge), 413, 'body-too-large');
    const stream = new Blob([tooLarge]).stream();
    const answer = await fetch(shop.url + PATH, {
      method: 'POST',
      headers: { ...CSV, authorization: `Bearer ${shop.ownerKey}` },
      body: stream,
      duplex: 'half',
    } as RequestInit);
    expect(answer.status, await answer.text()).toBe(413);
  });
});

describe('imports', () => {
  let viewer = '';
  let manager = '';
  let support = '';
  beforeAll(async () => {
    [viewer, manager, support] = (await Promise.all(
      (['viewer', 'manager', 'support'] as const).map(async (role) => (await makeApiKey(role)).key),
    )) as [string, string, string];
  });

  test('are listed newest first, page by page, none twice', async () => {
    const ours = [
      await queued(makeFile(freshWord(), 1)),
      await queued(makeFile(freshWord(), 1)),
    ].toReversed();
    const seen: string[] = [];
    let cursor = '';
    // Others import as well.
    while (!ours.every((id) => seen.includes(id))) {
      const answer = await callAsOwner('GET', `/api/admin/imports?limit=1${cursor}`);
      const page = read(answer, 200, pageShape);
      expect(page.items).toHaveLength(1);
      seen.push(...page.items.map(({ id }) => id));
      cursor = `&cursor=${page.nextCursor}`;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((id) => ours.includes(id))).toEqual(ours);
    invalid(await callAsOwner('GET', '/api/admin/imports?cursor=nonsense'), 'cursor');
  });

  test('that do not exist are 404', async () => {
    for (const id of [
      'imp_00000000-0000-7000-8000-000000000000',
      'nonsense',
      '__proto__',
      `imp_${'0'.repeat(32)}`,
    ])
      refused(await callAsOwner('GET', `/api/admin/imports/${id}`), 404, 'import-not-found');
  });

  test('are made by owners and managers, seen by viewers too, and not for support', async () => {
    const file = makeFile(freshWord(), 1);
    const id = await queued(file);
    for (const as of [viewer, manager]) {
      expect((await call('GET', '/api/admin/imports', { as })).status).toBe(200);
      expect((await call('GET', `/api/admin/imports/${id}`, { as })).status).toBe(200);
    }
    refused(await call('GET', '/api/admin/imports', { as: support }), 403, 'forbidden');
    refused(await call('GET', `/api/admin/imports/${id}`, { as: support }), 403, 'forbidden');
    for (const as of [viewer, support])
      refused(await call('POST', PATH, { as, raw: file, headers: CSV }), 403, 'forbidden');
    expect((await call('POST', PATH, { as: manager, raw: file, headers: CSV })).status).toBe(202);
    refused(await call('POST', PATH, { raw: file, headers: CSV }), 401, 'unauthenticated');
  });

  test('know no other method', async () => {
    const answer = await callAsOwner('GET', PATH);
    refused(answer, 405, 'method-not-allowed');
    expect(answer.headers.get('allow')).toContain('POST');
  });
});
