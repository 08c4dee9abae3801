import sharp from 'sharp';
import { expect, test } from 'vitest';
import { callAsOwner } from '@/e2e/support/client';
import { makeProduct } from '@/e2e/support/product';
import { shop } from '@/e2e/support/shop';

/** What a page says of itself where it is shared. */
async function cardOf(path: string): Promise<ReadonlyMap<string, string>> {
  const answer = await fetch(shop.url + path);
  expect([path, answer.status]).toEqual([path, 200]);
  const html = await answer.text();
  const found = [...html.matchAll(/<meta (?:property|name)="((?:og|twitter):[\w:]+)" content="([^"]*)"/g)];
  return new Map(found.reverse().map(([, name = '', content = '']) => [name, content]));
}

const pictureAt = (address: string | undefined) => fetch(shop.url + new URL(address ?? '').pathname);

test('pages show a picture of 1200 by 630 where they are shared, and say what they are', async () => {
  const answer = await callAsOwner('GET', '/api/admin/collections?limit=100');
  const { items } = answer.body as { items: { slug: string }[] };
  // The demo house is there, as a newcomer finds it.
  expect(items.map(({ slug }) => slug)).toContain('line-work');
  const pages = [
    '/',
    '/collections/line-work',
    '/collections/night-sheets',
    '/products/two-bells',
    '/products/hall-floor',
  ];
  for (const path of pages) {
    const card = await cardOf(path);
    expect([path, card.get('twitter:card')]).toEqual([path, 'summary_large_image']);
    for (const name of ['og:title', 'og:description', 'og:image:alt', 'og:site_name', 'twitter:title'])
      expect([path, name, card.get(name)?.length ?? 0]).not.toEqual([path, name, 0]);
    expect(card.get('twitter:image')).toBe(card.get('og:image'));
    expect([card.get('og:image:width'), card.get('og:image:height')]).toEqual(['1200', '630']);
    expect(new URL(card.get('og:url') ?? '').pathname).toBe(path);
    const picture = await pictureAt(card.get('og:image'));
    expect([path, picture.status, picture.headers.get('content-type')]).toEqual([path, 200, 'image/jpeg']);
    expect(picture.headers.get('cache-control')).toContain('immutable');
    const bytes = new Uint8Array(await picture.arrayBuffer());
    const { width, height, format } = await sharp(bytes).metadata();
    expect([path, width, height, format]).toEqual([path, 1200, 630, 'jpeg']);
    // Some that show links take no more.
    expect(bytes.length).toBeLessThan(600_000);
  }
});

test('a page without pictures says so, and an address that nobody gave is none', async () => {
  const { slug } = await makeProduct();
  const card = await cardOf(`/products/${slug}`);
  expect([card.get('og:image'), card.get('twitter:card')]).toEqual([undefined, 'summary']);
  const given = (await cardOf('/products/two-bells')).get('og:image') ?? '';
  const last = given.charAt(given.length - 5);
  const forged = given.replace(`${last}.jpg`, `${last === 'A' ? 'E' : 'A'}.jpg`);
  for (const address of [forged, new URL('/social/x.jpg', given).href, new URL('/social/x', given).href])
    expect([address, (await pictureAt(address)).status]).toEqual([address, 404]);
});
