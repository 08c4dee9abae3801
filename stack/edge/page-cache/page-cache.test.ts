import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import type { TagView } from '@/lib/platform/tags/tag-view';
import { startTestEdge, startTestOrigin } from '../start-test-edge';

type Answer = (incoming: IncomingMessage, outgoing: ServerResponse) => void | Promise<void>;

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** Tags as the tests say they are. */
function fakeTags(): Pick<TagView, 'mark' | 'isCurrent' | 'isLive' | 'sync'> & { bump(tag: string): void } {
  let step = 1;
  const changed = new Map<string, number>();
  return {
    mark: () => step,
    isCurrent: (mark, tags) => tags.every((tag) => (changed.get(tag) ?? 0) <= mark),
    isLive: () => true,
    sync: async () => {},
    bump(tag) {
      step += 1;
      changed.set(tag, step);
    },
  };
}

/** An edge in front of an origin that answers as told, and counts what it was asked. */
async function stage(answer: Answer) {
  const asked: IncomingMessage[] = [];
  const origin = await startTestOrigin((incoming, outgoing) => {
    asked.push(incoming);
    void answer(incoming, outgoing);
  });
  const tags = fakeTags();
  const edge = await startTestEdge({
    origins: [new URL(origin.url)],
    pages: [{ path: '/p/[slug]', isKept: true }],
    tags,
  });
  closing.push(edge.close, origin.close);
  return {
    asked,
    tags,
    origin,
    get: (path: string, headers: Record<string, string> = {}, method = 'GET') =>
      fetch(edge.url + path, { headers, method, redirect: 'manual' }),
  };
}

const page = (outgoing: ServerResponse, body: string, headers: Record<string, string> = {}) =>
  outgoing
    .writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 's-maxage=60',
      'x-page-tags': 'product:a,shop',
      ...headers,
    })
    .end(body);

const statusOf = (response: Response) => response.headers.get('cache-status') ?? '';

describe('what is kept', () => {
  test('a page is asked for once, and says how it came', async () => {
    const { get, asked } = await stage((_, outgoing) => void page(outgoing, 'hello'));
    const first = await get('/p/a', { cookie: 'session=secret', 'accept-language': 'fr' });
    const second = await get('/p/a?utm_source=x');
    expect([await first.text(), await second.text()]).toEqual(['hello', 'hello']);
    expect(statusOf(first)).toBe('Doorbuster; fwd=uri-miss; fwd-status=200; stored');
    expect(statusOf(second)).toMatch(/^Doorbuster; hit; ttl=(59|60)$/);
    expect(second.headers.get('age')).toBe('0');
    expect(second.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    expect(second.headers.get('x-page-tags')).toBeNull();
    expect(second.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'));
    expect(asked).toHaveLength(1);
    expect(asked[0]?.headers.cookie).toBeUndefined();
  });

  test('HEAD and a known ETag cost no body', async () => {
    const { get, asked } = await stage((_, outgoing) => void page(outgoing, 'hello'));
    const etag = (await get('/p/a')).headers.get('etag') ?? '';
    const again = await get('/p/a', { 'if-none-match': `"other", ${etag}` });
    const head = await get('/p/a', {}, 'HEAD');
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '5', '']);
    expect(asked).toHaveLength(1);
  });

  test('errors, redirects, cookies and pages without tags are passed on and not kept', async () => {
    const answers: Record<string, Answer> = {
      '/p/missing': (_, outgoing) =>
        void outgoing.writeHead(404, { 'cache-control': 's-maxage=60' }).end('no'),
      '/p/moved': (_, outgoing) => void outgoing.writeHead(307, { location: '/p/b' }).end(),
      '/p/cookie': (_, outgoing) => void page(outgoing, 'mine', { 'set-cookie': 'a=b' }),
      '/p/untold': (_, outgoing) =>
        void outgoing.writeHead(200, { 'cache-control': 's-maxage=60' }).end('untold'),
    };
    const { get, asked } = await stage((incoming, outgoing) =>
      answers[incoming.url ?? '']?.(incoming, outgoing),
    );
    for (const path of Object.keys(answers)) {
      const before = asked.length;
      const [one, two] = [await get(path), await get(path)];
      expect([path, one.status, statusOf(two).includes('hit')]).toEqual([path, two.status, false]);
      expect(asked.length - before).toBeGreaterThanOrEqual(2);
    }
    expect((await get('/p/moved')).headers.get('location')).toBe('/p/b');
    expect((await get('/p/cookie')).headers.get('set-cookie')).toBe('a=b');
  });

  test('a page that looks at who asks is asked by each of them', async () => {
    const { get } = await stage(
      (incoming, outgoing) =>
        void page(outgoing, `for ${incoming.headers.cookie}`, { 'cache-control': 'private, no-store' }),
    );
    expect(await (await get('/p/a', { cookie: 'ada' })).text()).toBe('for ada');
    expect(await (await get('/p/a', { cookie: 'bob' })).text()).toBe('for bob');
  });

  test('a part of a page has the tags of the whole', async () => {
    const { get, asked, tags } = await stage((incoming, outgoing) => {
      const isPart = incoming.headers['next-router-segment-prefetch'] !== undefined;
      if (!isPart) return void page(outgoing, 'whole');
      outgoing
        .writeHead(200, { 'content-type': 'text/x-component', 'cache-control': 's-maxage=60' })
        .end('part');
    });
    const part = { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' };
    expect(await (await get('/p/a?_rsc=1', part)).text()).toBe('part');
    expect(statusOf(await get('/p/a?_rsc=1', part))).toContain('hit');
    expect(statusOf(await get('/p/a'))).toContain('hit');
    expect(asked).toHaveLength(2);
    tags.bump('product:a');
    expect(statusOf(await get('/p/a?_rsc=1', part))).toContain('fwd=stale');
  });
});

test('a picture is read from the database once', async () => {
  let reads = 0;
  const edge = await startTestEdge({
    tags: fakeTags(),
    routes: [
      {
        path: '/files/[name]',
        module: {
          GET: async (_: Request, { params }: { params: Promise<{ name: string }> }) => {
            reads += 1;
            const { name } = await params;
            const isThere = name === 'a.webp';
            const headers = {
              'cache-control': isThere ? 'public, max-age=31536000, immutable' : 'no-store',
              etag: '"a"',
            };
            return new Response(isThere ? 'bytes' : 'none', {
              status: isThere ? 200 : 404,
              headers: {
                'content-type': 'image/webp',
                'content-security-policy': "default-src 'none'",
                ...headers,
              },
            });
          },
        },
      },
    ],
  });
  closing.push(edge.close);
  const ask = (name: string, headers = {}) => fetch(`${edge.url}/files/${name}`, { headers });
  const [first, second] = [await ask('a.webp'), await ask('a.webp')];
  expect([await first.text(), await second.text(), reads]).toEqual(['bytes', 'bytes', 1]);
  expect(second.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(second.headers.get('content-security-policy')).toBe("default-src 'none'");
  expect((await ask('a.webp', { 'if-none-match': '"a"' })).status).toBe(304);
  const missing = [await ask('b.webp'), await ask('b.webp')];
  expect([missing[1]?.status, missing[1]?.headers.get('cache-control'), reads]).toEqual([404, 'no-store', 3]);
});

describe('what changes', () => {
  test('a bump makes exactly what shows the tag anew', async () => {
    let version = 1;
    const { get, asked, tags } = await stage(
      (incoming, outgoing) =>
        void page(outgoing, `${incoming.url} ${version}`, {
          'x-page-tags': incoming.url === '/p/a' ? 'product:a' : 'shop',
        }),
    );
    await get('/p/a');
    await get('/p/b');
    version = 2;
    tags.bump('product:a');
    expect(await (await get('/p/a')).text()).toBe('/p/a 2');
    expect(await (await get('/p/b')).text()).toBe('/p/b 1');
    expect(asked).toHaveLength(3);
  });

  test('a page that was asked for before a bump and came after it is not shown again', async () => {
    let version = 1;
    const waiting: (() => void)[] = [];
    const { get, asked, tags } = await stage(async (_, outgoing) => {
      const made = `version ${version}`;
      if (version === 1) await new Promise<void>((resolve) => waiting.push(resolve));
      page(outgoing, made);
    });
    const slow = get('/p/a');
    while (asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    version = 2;
    tags.bump('product:a');
    // Who asks now must not be made to wait for the old one, let alone get it.
    expect(await (await get('/p/a')).text()).toBe('version 2');
    waiting[0]?.();
    expect(await (await slow).text()).toBe('version 1');
    expect(await (await get('/p/a')).text()).toBe('version 2');
    expect(asked).toHaveLength(2);
  });

  test('a hundred at once are one request, also when it fails', async () => {
    let isBroken = false;
    const { get, asked, tags } = await stage(async (_, outgoing) => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      if (isBroken) outgoing.writeHead(500).end('broken');
      else page(outgoing, 'hello');
    });
    const crowd = () => Promise.all(Array.from({ length: 100 }, () => get('/p/a')));
    const first = await crowd();
    expect(asked).toHaveLength(1);
    expect(first.some((response) => statusOf(response).includes('collapsed'))).toBe(true);
    isBroken = true;
    tags.bump('shop');
    const second = await crowd();
    expect(asked).toHaveLength(2);
    expect(new Set(second.map((response) => response.status))).toEqual(new Set([200]));
    expect(statusOf(second[0] as Response)).toContain('stale-if-error');
    // For a moment the origin is left alone.
    await get('/p/a');
    expect(asked).toHaveLength(2);
  });

  test('an origin that is gone leaves the pages standing, and says so where there is none', async () => {
    const { get, tags, origin } = await stage((_, outgoing) => void page(outgoing, 'hello'));
    await get('/p/a');
    await origin.close();
    tags.bump('shop');
    const known = await get('/p/a');
    expect([known.status, await known.text()]).toEqual([200, 'hello']);
    const unknown = await get('/p/b');
    expect([unknown.status, unknown.headers.get('retry-after')]).toEqual([503, '5']);
    expect(unknown.headers.get('content-security-policy')).toContain("script-src 'self'");
  });

  test('a document that is not kept has a policy of its own scripts', async () => {
    const { get } = await stage(
      (_, outgoing) =>
        void outgoing
          .writeHead(200, {
            'content-type': 'text/html',
            'cache-control': 'no-store',
            'content-security-policy': 'x',
          })
          .end('<script>go()</script>'),
    );
    const response = await get('/search?query=a');
    expect(response.headers.get('content-security-policy')).toMatch(/script-src 'self' 'sha256-[^']+';/);
    expect([response.headers.get('cache-control'), statusOf(response)]).toEqual([
      'no-store',
      'Doorbuster; fwd=bypass',
    ]);
  });
});
