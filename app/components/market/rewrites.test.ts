import { getPathMatch } from 'next/dist/shared/lib/router/utils/path-match';
import { expect, test } from 'vitest';
import { marketRewrites } from './rewrites';

/** Where a path is answered, by Next's own matcher; itself when no rule takes it. */
function answeredBy(path: string): string {
  for (const { source, destination } of marketRewrites()) {
    const match = getPathMatch(source, { strict: true, removeUnnamedParams: true })(path);
    if (match) return destination.replace(':path', String(match.path ?? ''));
  }
  return path;
}

test('pages without a prefix are the default market’s', () => {
  expect(answeredBy('/')).toBe('/en-us');
  expect(answeredBy('/cart')).toBe('/en-us/cart');
  expect(answeredBy('/collections/all/page/WyJuZXdl')).toBe('/en-us/collections/all/page/WyJuZXdl');
  expect(answeredBy('/artists')).toBe('/en-us/artists');
});

test('a market that does not exist is a page that does not exist', () => {
  expect(answeredBy('/xx-yy/cart')).toBe('/en-us/xx-yy/cart');
});

test('another market’s pages have its prefix', () => {
  expect(answeredBy('/fr-fr')).toBe('/fr-fr');
  expect(answeredBy('/fr-fr/products/two-bells')).toBe('/fr-fr/products/two-bells');
  expect(answeredBy('/fr-fr/orders/ord_019a5c3be0007000800000000000000a')).toBe('/fr-fr/order');
});

test('all orders are one page', () => {
  expect(answeredBy('/orders/ord_019a5c3be0007000800000000000000a')).toBe('/en-us/order');
  expect(answeredBy('/en-us/orders/ord_019a5c3be0007000800000000000000a')).toBe('/en-us/order');
});

test.each([
  '/api',
  '/api/products',
  '/_next/static/x',
  '/internal/build',
  '/docs/api',
  '/dashboard',
  '/files/a-400.webp',
  '/art/two-bells-800.webp',
  '/favicon.ico',
  '/sitemap.xml',
  '/en-us/cart',
])('%s is left alone', (path) => {
  expect(answeredBy(path)).toBe(path);
});
