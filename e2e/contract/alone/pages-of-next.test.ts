import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callAsOwner } from '@/e2e/support/client';
import { freshWord } from '@/e2e/support/fresh';
import { type NextAlone, startNextAlone } from '@/e2e/support/next-alone';
import { makeProduct } from '@/e2e/support/product';
import type { MerchantProduct } from '@/e2e/support/shapes';
import { shop } from '@/e2e/support/shop';
import { eventually } from '@/e2e/support/wait';

const token = shop.stack.INTERNAL_TOKEN ?? '';
const PROMISED_MS = 2_000;

/** Where Next keeps the pages itself, as on Vercel: only its own code takes them out, and only our own processes may ask. */
describe.runIf(shop.host === 'next' && token !== '')('pages that Next keeps', { timeout: 120_000 }, () => {
  let next: NextAlone;
  beforeAll(async () => {
    next = await startNextAlone();
  }, 90_000);
  afterAll(() => next?.stop());

  const pageAt = async (path: string) => {
    const answer = await fetch(next.url + path, { signal: AbortSignal.timeout(20_000) });
    return { text: await answer.text(), cache: answer.headers.get('x-nextjs-cache') };
  };
  const page = ({ slug }: MerchantProduct) => pageAt(`/products/${slug}`);
  const rename = async ({ id }: MerchantProduct, title: string, at?: string) => {
    const to = at === undefined ? {} : { at };
    const answer = await callAsOwner('PATCH', `/api/admin/products/${id}`, { json: { title }, ...to });
    expect(answer.status).toBe(200);
  };
  const revalidate = (
    body: unknown,
    given?: string,
    path = '/internal/revalidate',
    method = 'POST',
    at = next.url,
  ) =>
    fetch(at + path, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(given === undefined ? {} : { 'x-internal-token': given }),
      },
      ...(method === 'GET' ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });

  /** A product whose page is kept. */
  async function kept(): Promise<MerchantProduct> {
    const product = await makeProduct({ title: `Old ${freshWord()}` });
    await eventually(
      'the page is kept',
      20_000,
      async () => (await page(product)).cache === 'HIT' || undefined,
    );
    return product;
  }

  test('are taken out by their tags for who has the token, and for nobody else', async () => {
    const product = await kept();
    await pageAt('/about');
    // Written where pages are somebody else's business: nobody tells this one.
    await rename(product, 'New title');
    const tags = { tags: [`product:${product.id}`] };
    const refused = [
      await revalidate(tags),
      await revalidate(tags, ''),
      await revalidate(tags, `${token}x`),
      await revalidate(tags, token.toUpperCase() === token ? token.toLowerCase() : token.toUpperCase()),
      await revalidate({ tags: ['x'] }, token, '/internal'),
      await revalidate(tags, token, '/internal/revalidate/product'),
      await revalidate(tags, undefined, '/internal/build', 'GET'),
    ];
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 404));
    expect((await revalidate(tags, token, '/internal/revalidate', 'GET')).status).toBe(405);
    const unsound = [
      await revalidate('{', token),
      await revalidate({}, token),
      await revalidate({ tags: [''] }, token),
    ];
    expect(unsound.map(({ status }) => status)).toEqual([422, 422, 422]);
    expect(await page(product)).toMatchObject({ cache: 'HIT', text: expect.stringContaining(product.title) });

    const done = await revalidate(tags, token);
    expect([done.status, await done.text(), done.headers.get('cache-control')]).toEqual([
      204,
      '',
      'no-store',
    ]);
    const now = await page(product);
    expect(now.text).toContain('New title');
    expect(now.cache).not.toBe('HIT');
    expect((await pageAt('/about')).cache).toBe('HIT');
  });

  test('are taken out by whoever writes there, within 2 s', async () => {
    const product = await kept();
    const title = `New ${freshWord()}`;
    await rename(product, title, next.url);
    await eventually('the page shows it', PROMISED_MS, async () =>
      (await page(product)).text.includes(title) ? true : undefined,
    );
  });
});

test.runIf(shop.host === 'edge' && token !== '')(
  'nobody outside reaches what is between our own',
  async () => {
    for (const path of ['/internal/revalidate', '/internal/build', '/internal/../internal/build']) {
      for (const method of ['GET', 'POST']) {
        const answer = await fetch(shop.url + path, { method, headers: { 'x-internal-token': token } });
        expect([path, method, answer.status]).toEqual([path, method, 404]);
      }
    }
  },
);
