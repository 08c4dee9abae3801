import { describe, expect, test } from 'vitest';
import { checkout } from '@/e2e/support/buyer';
import { call, callAsOwner } from '@/e2e/support/client';
import { databaseKnown, queryDatabase } from '@/e2e/support/database';
import { freshWord } from '@/e2e/support/fresh';
import { killPart, untilReplaced } from '@/e2e/support/parts';
import { first } from '@/e2e/support/pick';
import { makeProduct, setStock } from '@/e2e/support/product';
import type { MerchantProduct } from '@/e2e/support/shapes';
import { shop } from '@/e2e/support/shop';
import { eventually } from '@/e2e/support/wait';

const PROMISED_MS = 2_000;
const places = shop.peers.length > 0 ? shop.peers : [shop.url];

/** A page as text, from one instance. */
async function pageAt(at: string, path: string): Promise<string> {
  const response = await fetch(at + path, { signal: AbortSignal.timeout(10_000) });
  return response.text();
}

const jsonAt = async (at: string, path: string) => (await call('GET', path, { at })).text;

/** Everywhere that shoppers see a product: its page and its JSON, and lists of both kinds, on every instance. */
function views(product: MerchantProduct, word: string) {
  return places.flatMap((at) => [
    () => pageAt(at, `/products/${product.slug}`),
    () => pageAt(at, '/collections/all'),
    () => jsonAt(at, `/api/products/${product.slug}`),
    () => jsonAt(at, `/api/products?query=${word}`),
  ]);
}

/** What is said there of whether it can be bought, everywhere that shoppers see it. */
function availabilities({ id, slug }: MerchantProduct, word: string) {
  // As pages carry it to their scripts, as search engines read it, and as the API says it.
  const inPage = new RegExp(
    `slug[\\\\]*":[\\\\]*"${slug}[\\\\]*".{0,1500}?available[\\\\]*":(true|false)`,
    's',
  );
  const inPlainSight = /schema\.org\/(InStock|SoldOut)/;
  const inJson = new RegExp(`"id":"${id}".*?"available":(true|false)`, 's');
  const found = (text: string, where: RegExp) => where.exec(text)?.[1] ?? '';
  return places.flatMap((at) => [
    async () => {
      const said = found(await pageAt(at, `/products/${slug}`), inPlainSight);
      return said === '' ? '' : String(said === 'InStock');
    },
    async () => found(await pageAt(at, '/collections/all'), inPage),
    async () => found(await jsonAt(at, `/api/products?query=${word}`), inJson),
    async () => found(await jsonAt(at, `/api/products/${slug}`), /"available":(true|false)/),
  ]);
}

/** Asks all of them again and again until each shows it, and gives how long that took. */
async function shownEverywhere(
  looks: readonly (() => Promise<string>)[],
  isShown: (text: string) => boolean,
): Promise<number> {
  const startedAt = performance.now();
  await Promise.all(
    looks.map((look, index) =>
      eventually(`view ${index} shows it`, PROMISED_MS, async () =>
        isShown(await look()) ? true : undefined,
      ),
    ),
  );
  return performance.now() - startedAt;
}

const rename = (product: MerchantProduct, title: string) =>
  callAsOwner('PATCH', `/api/admin/products/${product.id}`, { json: { title } });

describe.runIf(shop.host === 'edge')('what a merchant changes is seen within 2 s, everywhere', () => {
  test('a title, in page, lists and API of every instance', async () => {
    const word = freshWord();
    const product = await makeProduct({ title: `Old ${word}` });
    const all = views(product, word);
    await shownEverywhere(all, (text) => text.includes(`Old ${word}`));
    expect((await rename(product, `New ${word}`)).status).toBe(200);
    const ms = await shownEverywhere(all, (text) => text.includes(`New ${word}`));
    expect(ms).toBeLessThan(PROMISED_MS);
  });

  test('pages are kept, one copy whatever the query, apart from the router’s own form of them', async () => {
    const { slug } = await makeProduct();
    const at = first(places);
    const ask = (query: string, headers: Record<string, string> = {}) =>
      fetch(`${at}/products/${slug}${query}`, { headers });
    // The product is new: what announces it takes the page out once more.
    const kept = await eventually('the page is kept', 10_000, async () => {
      const answer = await ask('?utm_source=anywhere', { cookie: 'a=b' });
      if (answer.headers.get('cache-status')?.startsWith('Doorbuster; hit; ttl=')) return answer;
      expect([answer.status, (await answer.text()).length > 0]).toEqual([200, true]);
      return undefined;
    });
    expect(kept.headers.get('content-security-policy')).toMatch(/script-src 'self'( 'sha256-[\w+/=]+')+;/);
    const [html, wrong, routed] = [
      await kept.text(),
      await fetch(`${at}/products/${slug}`, { headers: { rsc: '1' }, redirect: 'manual' }),
      await ask('?_rsc', { rsc: '1' }),
    ];
    expect(html).toContain('<!DOCTYPE html>');
    expect([wrong.status, wrong.headers.get('cache-status')?.includes('stored')]).toEqual([307, false]);
    expect(routed.headers.get('content-type')).toBe('text/x-component');
    await routed.text();
    await eventually('the router’s form is kept', 5_000, async () => {
      const again = await ask('?_rsc', { rsc: '1' });
      await again.text();
      return again.headers.get('cache-status')?.includes('hit') || undefined;
    });
    await eventually('what is known is not sent again', 5_000, async () => {
      const now = await ask('');
      await now.text();
      const known = await ask('', { 'if-none-match': now.headers.get('etag') ?? '' });
      return (known.status === 304 && (await known.text()) === '') || undefined;
    });
  });

  test('the dashboard’s frames are kept like pages, and those that anybody can make up are not', async () => {
    const ask = async (path: string) => {
      const answer = await fetch(`${first(places)}${path}`);
      expect([answer.status, (await answer.text()).includes('noindex')]).toEqual([200, true]);
      return answer.headers.get('cache-status') ?? '';
    };
    for (const path of ['/dashboard', '/dashboard/orders', '/dashboard/sign-in?next=%2Fdashboard'])
      await eventually(
        `${path} is kept`,
        5_000,
        async () => (await ask(path)).startsWith('Doorbuster; hit') || undefined,
      );
    for (const _ of ['once', 'twice'])
      expect(await ask('/dashboard/orders/made-up')).toBe('Doorbuster; fwd=bypass');
  });

  test('the last unit, and one that comes back', async () => {
    const word = freshWord();
    const product = await makeProduct({ title: `Last ${word}`, stock: 1 });
    const variantId = first(product.variants).id;
    const all = availabilities(product, word);
    await shownEverywhere(all, (said) => said === 'true');
    expect((await checkout({ lines: [{ variantId, quantity: 1 }] })).status).toBe(201);
    const ms = await shownEverywhere(all, (said) => said === 'false');
    expect(ms).toBeLessThan(PROMISED_MS);
    await setStock(variantId, 5);
    await shownEverywhere(all, (said) => said === 'true');
  });

  test.runIf(databaseKnown)('what is warm costs no statement', async () => {
    const { slug } = await makeProduct();
    const paths = [`/api/products/${slug}`, '/api/products', `/products/${slug}`];
    const asked = async () => {
      const [row] = await queryDatabase(
        `select coalesce(sum(calls), 0)::int as calls from pg_stat_statements
         where query like '%from products p where p.slug%' or query like '%cross join lateral (select slug, title from products%'`,
      );
      return Number(row?.calls);
    };
    const at = first(places);
    await eventually('sixty reads in a row cost nothing', 20_000, async () => {
      const before = await asked();
      for (let round = 0; round < 20; round += 1) for (const path of paths) await pageAt(at, path);
      return (await asked()) === before || undefined;
    });
  });

  test.runIf(shop.stackDir !== '')('also when Redis is killed in between', { timeout: 90_000 }, async () => {
    const word = freshWord();
    const product = await makeProduct({ title: `Old ${word}` });
    const all = views(product, word);
    await shownEverywhere(all, (text) => text.includes(`Old ${word}`));
    const killed = killPart('redis');
    expect((await rename(product, `New ${word}`)).status).toBe(200);
    await untilReplaced(killed);
    await shownEverywhere(all, (text) => text.includes(`New ${word}`));
  });
});
