import { expect, test } from 'vitest';
import { createRouter } from './router';

const router = (...paths: string[]) => createRouter(paths.map((path) => ({ path, target: path })));

test('what says more about a path wins, in whatever order the files were found', () => {
  const find = router(
    '/api/[...rest]',
    '/api/products/[slug]',
    '/api/products/new',
    '/api/[kind]/new',
    '/api/docs/[[...path]]',
    '/api/orders/[id]/payment',
    '/api/orders/[...rest]',
  );
  const found = (path: string) => {
    const match = find(path);
    return match.found ? [match.target, match.params] : match.reason;
  };
  expect(found('/api/products/new')).toEqual(['/api/products/new', {}]);
  expect(found('/api/products/chair')).toEqual(['/api/products/[slug]', { slug: 'chair' }]);
  expect(found('/api/orders/new')).toEqual(['/api/orders/[...rest]', { rest: ['new'] }]);
  expect(found('/api/orders/1/payment')).toEqual(['/api/orders/[id]/payment', { id: '1' }]);
  expect(found('/api/orders/1/other/x')).toEqual(['/api/orders/[...rest]', { rest: ['1', 'other', 'x'] }]);
  expect(found('/api/docs')).toEqual(['/api/docs/[[...path]]', {}]);
  expect(found('/api/docs/a/b')).toEqual(['/api/docs/[[...path]]', { path: ['a', 'b'] }]);
  expect(found('/api/products/chair/reviews')).toEqual([
    '/api/[...rest]',
    { rest: ['products', 'chair', 'reviews'] },
  ]);
  expect(found('/api')).toBe('no-route');
  expect(found('/other')).toBe('no-route');
});

test('parameters are decoded after the path is split, so an encoded slash stays inside its segment', () => {
  const find = router('/api/products/[slug]', '/api/a/b');
  expect(find('/api/products/a%2Fb')).toMatchObject({ params: { slug: 'a/b' } });
  expect(find('/api/products/caf%C3%A9%20%00')).toMatchObject({ params: { slug: 'café \0' } });
  expect(find('/api/%70roducts/x')).toMatchObject({ params: { slug: 'x' } });
  expect(find('/api/%61/b')).toMatchObject({ target: '/api/a/b' });
  expect(find('/api/a%2fb')).toEqual({ found: false, reason: 'no-route' });
});

test('bad percent-encoding is malformed, on a route and off it', () => {
  const find = router('/api/products/[slug]');
  for (const path of ['/api/products/%', '/api/products/%zz', '/api/products/%ff', '/%c3', '/a/%e0%a4']) {
    expect(find(path)).toEqual({ found: false, reason: 'malformed-path' });
  }
});

test('empty segments fit nothing: the redirect is the origin’s', () => {
  const find = router('/api/products/[slug]', '/api/products', '/api/[...rest]');
  for (const path of [
    '/api/products/',
    '/api//products',
    '//api/products',
    '/api/products//x',
    '/api/',
    '/',
    '',
  ]) {
    expect(find(path)).toEqual({ found: false, reason: 'no-route' });
  }
});
