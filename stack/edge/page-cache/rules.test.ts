import type { IncomingMessage } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { parseRequestTarget } from '../request-target';
import { chooseEncoding } from './compress';
import { lifetimeOf } from './freshness';
import { inlineScriptHashes } from './inline-scripts';
import { makePage } from './made-page';
import { createPageStore, type StoredPage } from './page-store';
import { createWishReader } from './wish';

const readWish = createWishReader([
  { path: '/', isKept: true },
  { path: '/[page]', isKept: true },
  { path: '/search', isKept: false },
  { path: '/dashboard', isKept: false },
  { path: '/products/[slug]', isKept: true },
  { path: '/orders/[id]', asks: '/order', isKept: true },
]);

function wishFor(url: string, headers: Record<string, string> = {}, method = 'GET') {
  const target = parseRequestTarget(url);
  if (target === null) throw new Error(`${url} is no target`);
  return readWish(
    { method, headers: { host: 'shop.example', ...headers } } as unknown as IncomingMessage,
    target,
  );
}

const keyFor = (...asked: Parameters<typeof wishFor>) => wishFor(...asked)?.key;

const answer = (headers: Record<string, string | string[]>, status = 200, body = 'page') => ({
  status,
  headers: { 'x-page-tags': 'shop', ...headers },
  body: Buffer.from(body),
});

describe('what may be answered from the cache', () => {
  test('listed pages and build files, read only', () => {
    expect(wishFor('/')?.variant).toBe('html');
    expect(wishFor('/products/a')?.path).toBe('/products/a');
    expect(wishFor('/_next/static/chunks/a.js?dpl=1')?.key).toBe('/_next/static/chunks/a.js');
    expect(wishFor('/art/a-480.webp')?.variant).toBe('asset');
    expect(wishFor('/imprint')?.path).toBe('/imprint');
    for (const path of [
      '/search?query=a',
      '/dashboard',
      '/favicon.ico',
      '/api/products',
      '/products/a/b',
      '/products/',
    ])
      expect(wishFor(path)).toBeNull();
    expect(wishFor('/', {}, 'POST')).toBeNull();
    expect(wishFor('/', { range: 'bytes=0-1' })).toBeNull();
    expect(wishFor('/', { cookie: 'a=b; __prerender_bypass=1' })).toBeNull();
  });

  test('a query makes no copy, and no cookie or validator goes to the origin', () => {
    const plain = wishFor('/products/a');
    const odd = wishFor('/products/a?utm_source=x&_rsc=zz', { cookie: 'a=b', 'if-none-match': '"x"' });
    expect([odd?.key, odd?.path]).toEqual([plain?.key, '/products/a']);
    expect(Object.keys(odd?.headers ?? {})).toEqual(['accept-encoding', 'user-agent', 'host']);
  });

  test('each of the router’s variants has a key of its own', () => {
    const rsc = { rsc: '1' };
    const keys = [
      keyFor('/products/a'),
      keyFor('/products/b'),
      keyFor('/products/a', { host: 'other.example' }),
      keyFor('/products/a?_rsc', rsc),
      keyFor('/products/a?_rsc=1', rsc),
      keyFor('/products/a?_rsc', { ...rsc, 'next-router-prefetch': '1' }),
      keyFor('/products/a?_rsc', {
        ...rsc,
        'next-router-prefetch': '1',
        'next-router-segment-prefetch': '/_tree',
      }),
      keyFor('/products/a?_rsc', { ...rsc, 'next-router-state-tree': '[]' }),
      keyFor('/products/a?_rsc', { ...rsc, 'next-url': '/' }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    // Without `RSC: 1` Next answers with the document whatever else is said.
    expect(keyFor('/products/a', { 'next-router-prefetch': '1' })).toBe(keyFor('/products/a'));
    expect(wishFor('/products/a?x=1&_rsc=h', rsc)?.path).toBe('/products/a?_rsc=h');
  });

  test('all orders are one page', () => {
    expect(keyFor('/orders/ord_1')).toBe(keyFor('/orders/ord_2'));
    expect(wishFor('/orders/ord_1')?.path).toBe('/order');
  });
});

describe('how long an answer is kept', () => {
  const forMs = (headers: Record<string, string | string[]>, status = 200) =>
    lifetimeOf(answer(headers, status), 'html');

  test('by s-maxage, a minute at most, made anew ahead of its end', () => {
    expect(forMs({ 'cache-control': 's-maxage=60' })).toEqual({
      refreshMs: 45_000,
      freshMs: 60_000,
      shownMs: 60_000,
    });
    expect(forMs({ 'cache-control': 's-maxage=31536000' })?.shownMs).toBe(60_000);
    expect(forMs({ 'cache-control': 's-maxage=60', age: '50' })?.freshMs).toBe(10_000);
  });

  test('stale-while-revalidate counts within the minute', () => {
    expect(forMs({ 'cache-control': 's-maxage=20, stale-while-revalidate=31536000' })).toEqual({
      refreshMs: 20_000,
      freshMs: 20_000,
      shownMs: 60_000,
    });
  });

  test('an old page that Next passes for a fresh one is kept a second', () => {
    expect(forMs({ 'cache-control': 's-maxage=60', 'x-nextjs-cache': 'STALE' })?.shownMs).toBe(1_000);
  });

  test('not at all: errors, redirects, cookies, private answers, and pages of which no tags are known', () => {
    for (const status of [204, 307, 308, 404, 500])
      expect(forMs({ 'cache-control': 's-maxage=60' }, status)).toBeNull();
    expect(forMs({ 'cache-control': 's-maxage=60', 'set-cookie': ['a=b'] })).toBeNull();
    for (const said of ['private, no-store', 's-maxage=60, private', 's-maxage=0', 'max-age=60', 'public'])
      expect(forMs({ 'cache-control': said })).toBeNull();
    const untold = { status: 200, headers: { 'cache-control': 's-maxage=60' }, body: Buffer.from('') };
    expect(lifetimeOf(untold, 'html')).toBeNull();
    expect(lifetimeOf(untold, 'segment')?.freshMs).toBe(60_000);
  });

  test('a file for as long as it says', () => {
    const of = (said: string) => lifetimeOf(answer({ 'cache-control': said }), 'asset')?.freshMs;
    expect(of('public, max-age=31536000, immutable')).toBe(31_536_000_000);
    expect(of('public, max-age=3600')).toBe(3_600_000);
    expect(of('public, max-age=0, must-revalidate')).toBeUndefined();
  });
});

describe('how an answer is made ready', () => {
  const html = `<script>one()</script><script src="/a.js"></script><SCRIPT type="module">two()</SCRIPT
><script type="application/ld+json">{"a":1}</script><script>one()</script>${' '.repeat(300)}`;

  test('scripts that run are hashed, each once; data and files are not', () => {
    expect(inlineScriptHashes(html)).toEqual([
      "'sha256-HR7iaask9daLMRRskMI++QeJtjWDOjyPA6lGzYGzKW4='",
      expect.stringMatching(/^'sha256-[\w+/]{43}='$/),
    ]);
  });

  test('a document allows its own inline scripts and no others', async () => {
    const page = await makePage(
      answer(
        { 'content-type': 'text/html', 'cache-control': 's-maxage=60', 'content-security-policy': 'theirs' },
        200,
        html,
      ),
      { extraHead: { 'x-own': '1' }, kept: 'a-while' },
    );
    const head = (await page.body('identity')).head;
    const policy = head[head.indexOf('content-security-policy') + 1] ?? '';
    const scripts = policy.split('; ').find((part) => part.startsWith('script-src'));
    expect(scripts?.split(' ').slice(0, 2)).toEqual(['script-src', "'self'"]);
    expect(scripts?.split(' ')).toHaveLength(4);
    expect(policy).not.toContain("script-src 'self' 'unsafe-inline'");
    expect(head).toContain('public, max-age=0, must-revalidate');
    expect(head).not.toContain('x-page-tags');
  });

  test('scripts and pictures are told what they are, and nothing that is for documents', async () => {
    const headOf = async (contentType: string) => {
      const page = await makePage(answer({ 'content-type': contentType }, 200, 'x'), {
        extraHead: { 'content-security-policy': "default-src 'self'", 'x-content-type-options': 'nosniff' },
        kept: 'for-long',
      });
      return (await page.body('identity')).head;
    };
    for (const type of ['application/javascript; charset=UTF-8', 'image/avif']) {
      expect(await headOf(type)).toContain('nosniff');
      expect(await headOf(type)).not.toContain('content-security-policy');
    }
    // It is a document that can hold scripts.
    expect(await headOf('image/svg+xml')).toContain('content-security-policy');
  });

  test('a body is compressed once for all, and is the same when unpacked', async () => {
    const page = await makePage(answer({ 'content-type': 'text/html', vary: 'rsc' }, 200, html), {
      extraHead: {},
      kept: 'a-while',
    });
    const [br, again, gz, plain] = await Promise.all(
      (['br', 'br', 'gzip', 'identity'] as const).map((encoding) => page.body(encoding)),
    );
    expect(br?.bytes).toBe(again?.bytes);
    expect(brotliDecompressSync(br?.bytes ?? '').toString()).toBe(html);
    expect(gunzipSync(gz?.bytes ?? '').toString()).toBe(html);
    expect(plain?.bytes.toString()).toBe(html);
    expect(plain?.head).toContain('rsc, accept-encoding');
  });

  test('the encoding that a client takes', () => {
    expect(chooseEncoding('gzip, deflate, br, zstd')).toBe('br');
    expect(chooseEncoding('gzip, deflate')).toBe('gzip');
    expect(chooseEncoding('br;q=0, gzip;q=0.5')).toBe('gzip');
    expect(chooseEncoding('*')).toBe('br');
    expect(chooseEncoding('identity, gzip;q=0')).toBe('identity');
    expect(chooseEncoding(undefined)).toBe('identity');
  });
});

test('the store holds so many bytes; what was not asked for longest leaves first', async () => {
  const store = createPageStore(5_000);
  const stored = async (size: number) => ({
    page: await makePage(answer({}, 200, 'x'.repeat(size)), { extraHead: {}, kept: 'a-while' }),
  });
  for (const key of ['a', 'b', 'c']) store.keep(key, (await stored(500)) as StoredPage);
  store.find('a');
  store.keep('d', (await stored(2_000)) as StoredPage);
  expect(['a', 'b', 'c', 'd'].filter((key) => store.find(key) !== undefined)).toEqual(['a', 'c', 'd']);
  expect(store.size().bytes).toBeLessThanOrEqual(5_000);
  store.keep('e', (await stored(9_000)) as StoredPage);
  expect(store.size()).toEqual({ pages: 0, bytes: 0 });
});
