import { once } from 'node:events';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { sendRaw, startTestEdge, startTestOrigin } from './start-test-edge';

const open: { close(): Promise<void> }[] = [];
const keep = <T extends { close(): Promise<void> }>(thing: T): T => {
  open.push(thing);
  return thing;
};
const edgeWith = async (options: Parameters<typeof startTestEdge>[0]) => keep(await startTestEdge(options));
const originWith = async (answer: Parameters<typeof startTestOrigin>[0]) =>
  keep(await startTestOrigin(answer));

type Handler = (request: Request, context: { params: Promise<unknown> }) => unknown;
/** A route that answers these methods. */
const on = (methods: string, path: string, handler: Handler) => ({
  path,
  module: Object.fromEntries(methods.split(' ').map((method) => [method, handler])),
});

afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(open.splice(0).map((thing) => thing.close()));
});

/** Nothing listens on this port anywhere. */
const nowhere = new URL('http://127.0.0.1:1');

test('a route runs in-process with decoded params, one client address and a request id; the rest goes to an origin', async () => {
  const origin = await originWith((incoming, outgoing) => {
    outgoing.setHeader('content-type', 'application/json');
    outgoing.end(JSON.stringify({ url: incoming.url, headers: incoming.headers }));
  });
  const claims = {
    'x-forwarded-for': '1.2.3.4',
    'x-real-ip': '1.2.3.4',
    forwarded: 'for=1.2.3.4',
    'x-forwarded-host': 'evil.example',
    'x-internal-token': 'guess',
    'x-request-id': 'from the client',
  };
  const edge = await edgeWith({
    origins: [new URL(origin.url)],
    routes: [
      on('POST', '/api/items/[id]', async (request, { params }) =>
        Response.json({
          // Asked one by one, and first, the adapter reads another form of them.
          asked: Object.keys(claims).map((name) => request.headers.get(name)),
          params: await params,
          body: await request.json(),
          search: new URL(request.url).search,
          headers: Object.fromEntries(request.headers),
        }),
      ),
      { path: '/api/auth/[...all]', module: null },
      on('GET', '/api/[...rest]', () => new Response('nothing', { status: 404 })),
    ],
  });
  const here = await fetch(`${edge.url}/api/items/a%20b?x=1`, {
    method: 'POST',
    body: '{"n":1}',
    headers: claims,
  });
  const hereBody = (await here.json()) as Record<string, Record<string, string>>;
  expect(hereBody).toMatchObject({ params: { id: 'a b' }, body: { n: 1 }, search: '?x=1' });
  expect(hereBody.asked).toEqual([
    '127.0.0.1',
    null,
    null,
    new URL(edge.url).host,
    null,
    here.headers.get('x-request-id'),
  ]);
  const there = await fetch(`${edge.url}/api/auth/session?y`, { headers: { ...claims, cookie: 'a=1' } });
  const thereBody = (await there.json()) as { url: string; headers: Record<string, string> };
  expect(thereBody.url).toBe('/api/auth/session?y');
  expect(thereBody.headers.cookie).toBe('a=1');
  for (const [answer, headers] of [
    [here, hereBody.headers],
    [there, thereBody.headers],
  ] as const) {
    expect(headers).toMatchObject({
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-proto': 'http',
      'x-forwarded-host': new URL(edge.url).host,
      host: new URL(edge.url).host,
      'x-request-id': answer.headers.get('x-request-id'),
    });
    expect(headers).not.toHaveProperty('x-real-ip');
    expect(headers).not.toHaveProperty('forwarded');
    expect(headers).not.toHaveProperty('x-internal-token');
    expect(answer.headers.get('x-request-id')).toMatch(/^req_[\da-f]{32}$/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  }
  expect((await fetch(`${edge.url}/api/unknown`)).status).toBe(404);
});

test('a trusted proxy’s word counts: address, scheme and host', async () => {
  const edge = await edgeWith({
    trustedProxies: '127.0.0.1',
    routes: [on('GET', '/api/x', (request) => Response.json(Object.fromEntries(request.headers)))],
  });
  const answer = await fetch(`${edge.url}/api/x`, {
    headers: {
      'x-forwarded-for': '1.2.3.4, 203.0.113.9',
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'shop.example',
      'x-request-id': 'request-1',
    },
  });
  expect(await answer.json()).toMatchObject({
    'x-forwarded-for': '203.0.113.9',
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'shop.example',
    'x-request-id': 'request-1',
  });
  expect(answer.headers.get('x-request-id')).toBe('request-1');
});

test('what a route says itself is not overruled, and cookies stay apart', async () => {
  const headers = new Headers({ 'content-security-policy': 'sandbox', 'x-request-id': 'mine' });
  headers.append('set-cookie', 'a=1');
  headers.append('set-cookie', 'b=2');
  const edge = await edgeWith({
    routes: [on('GET', '/api/x', () => new Response('ok', { headers }))],
    origins: [
      new URL(
        (
          await originWith((_, outgoing) => {
            outgoing.writeHead(200, [
              ['X-Frame-Options', 'SAMEORIGIN'],
              ['Set-Cookie', 'c=3'],
              ['Set-Cookie', 'd=4'],
              ['Keep-Alive', 'timeout=1'],
              ['X-Hop', 'no'],
              ['Connection', 'X-Hop, X-Forwarded-For'],
            ] as unknown as string[]);
            outgoing.end('page');
          })
        ).url,
      ),
    ],
  });
  const here = await fetch(`${edge.url}/api/x`);
  expect(here.headers.get('content-security-policy')).toBe('sandbox');
  expect(here.headers.get('x-request-id')).toBe('mine');
  expect(here.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  const page = await fetch(`${edge.url}/`);
  expect(page.headers.get('x-frame-options')).toBe('SAMEORIGIN');
  expect(page.headers.getSetCookie()).toEqual(['c=3', 'd=4']);
  expect(page.headers.get('x-hop')).toBeNull();
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
});

test('what is said hop by hop stops here, and cannot take away what we vouch for', async () => {
  let seen: Record<string, unknown> = {};
  const origin = await originWith((incoming, outgoing) => {
    seen = incoming.headers;
    outgoing.end();
  });
  const edge = await edgeWith({ origins: [new URL(origin.url)] });
  const names = ['Keep-Alive', 'TE', 'Trailer', 'Proxy-Authorization', 'Proxy-Connection', 'X-Hop', 'X-Kept'];
  const lines = [
    ...names.map((name) => `${name}: x`),
    'Connection: X-Hop, X-Forwarded-For, x-request-id, Host',
  ];
  await sendRaw(edge.port, `GET / HTTP/1.1\r\nHost: shop\r\n${lines.join('\r\n')}\r\n\r\n`);
  expect(seen).toEqual({
    connection: 'keep-alive',
    host: 'shop',
    'x-kept': 'x',
    'x-forwarded-for': '127.0.0.1',
    'x-forwarded-host': 'shop',
    'x-forwarded-proto': 'http',
    'x-request-id': expect.stringMatching(/^req_/),
  });
});

test('HEAD comes from GET, OPTIONS lists the methods, another method is 405 with them', async () => {
  const edge = await edgeWith({
    routes: [
      on('GET POST PROPFIND', '/api/x', () => new Response('body')),
      on('HEAD OPTIONS', '/api/own', () => new Response(null, { headers: { 'x-own': '1' } })),
      // As our own wrapper does: every method is exported, most of them refused.
      on('DELETE GET OPTIONS POST', '/api/wrapped', ({ method }) => {
        const headers = { allow: 'GET, OPTIONS' };
        return new Response(null, { status: method === 'OPTIONS' ? 204 : 405, headers });
      }),
    ],
  });
  const ask = (method: string, path = '/api/x') => fetch(edge.url + path, { method });
  const head = await ask('HEAD');
  expect([head.status, await head.text(), head.headers.get('content-length')]).toEqual([200, '', '4']);
  const options = await ask('OPTIONS');
  expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS, POST']);
  for (const method of ['DELETE', 'PUT', 'PATCH', 'PROPFIND']) {
    const answer = await ask(method);
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET, HEAD, OPTIONS, POST');
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({
      code: 'method-not-allowed',
      status: 405,
      instance: '/api/x',
    });
  }
  const foreign = await ask('PROPFIND', '/api/wrapped');
  expect([foreign.status, foreign.headers.get('allow')]).toEqual([405, 'GET, OPTIONS']);
  expect((await ask('HEAD', '/api/own')).headers.get('x-own')).toBe('1');
  expect((await ask('OPTIONS', '/api/own')).headers.get('x-own')).toBe('1');
});

test('a handler that fails says nothing to the client and one line without the query to the log', async () => {
  const lines: string[] = [];
  vi.spyOn(console, 'error').mockImplementation((line: string) => void lines.push(line));
  const foreign = (await fetch('data:,x')).constructor as typeof Response;
  const streamThatFails = () =>
    new ReadableStream({
      async pull() {
        await sleep(5);
        throw new Error('secret in a stream');
      },
    });
  const handlers: Record<string, Handler> = {
    throws() {
      throw new Error('secret\nparams: jane@example.com', { cause: new Error('secret cause') });
    },
    rejects: () => Promise.reject('secret text'),
    nothing: () => undefined,
    header: () => new Response('x', { headers: { 'content-length': '1', 'x-bad': 'a\nsecret' } }),
    headerAndStream: () => new Response(streamThatFails(), { headers: { 'x-bad': 'a\nsecret' } }),
    status: () => new Response('secret', { status: 9_999 }),
    stream: () => new Response(streamThatFails()),
    foreign: () => Reflect.construct(foreign, [streamThatFails()]),
  };
  const edge = await edgeWith({
    routes: Object.entries(handlers).map(([name, handler]) => on('GET', `/api/${name}`, handler)),
  });
  for (const name of ['throws', 'rejects', 'nothing', 'header', 'status', 'headerAndStream']) {
    const answer = await fetch(`${edge.url}/api/${name}?token=hidden`, {
      headers: { 'x-request-id': `request-${name}` },
    });
    expect(answer.status).toBe(500);
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({ code: 'internal-error', instance: `/api/${name}` });
    expect(text).not.toContain('secret');
    expect(answer.headers.get('x-request-id')).toBe(`request-${name}`);
    const line = lines.pop() ?? '';
    expect(JSON.parse(line)).toMatchObject({
      requestId: `request-${name}`,
      method: 'GET',
      path: `/api/${name}`,
    });
    expect(line).not.toMatch(/hidden|jane@/);
    expect(lines).toEqual([]);
  }
  for (const name of ['stream', 'foreign']) {
    const raw = await sendRaw(edge.port, `GET /api/${name} HTTP/1.1\r\nHost: x\r\n\r\n`);
    expect(raw).toMatch(/^HTTP\/1.1 200/);
    expect(raw).not.toContain('secret');
    expect(raw).not.toMatch(/\r\n0\r\n\r\n$/);
  }
  // A full disk may break the log as well; that is still our fault and not the caller's.
  vi.spyOn(console, 'error').mockImplementation(() => {
    throw new Error('secret: nowhere to write');
  });
  const unlogged = await fetch(`${edge.url}/api/throws`);
  expect([unlogged.status, await unlogged.json()]).toMatchObject([500, { code: 'internal-error' }]);
});

test('a handler starts only on a whole body, and one too large is refused before it', async () => {
  const count = vi.fn(
    async (request: Request) => new Response(String((await request.arrayBuffer()).byteLength)),
  );
  const edge = await edgeWith({ routes: [on('POST', '/api/x', count)] });
  const half = 'POST /api/x HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf';
  await sendRaw(edge.port, half, { firstByteMs: 200 });
  expect(count).not.toHaveBeenCalled();
  const declared = await fetch(`${edge.url}/api/x`, { method: 'POST', body: Buffer.alloc(1024 * 1024 + 1) });
  expect([declared.status, (await declared.json()) as unknown]).toMatchObject([
    413,
    { code: 'body-too-large' },
  ]);
  const endless = request(`${edge.url}/api/x`, { method: 'POST' });
  endless.on('error', () => {});
  const sending = setInterval(() => endless.write(Buffer.alloc(256 * 1024)), 1);
  const [answer] = (await once(endless, 'response')) as [import('node:http').IncomingMessage];
  clearInterval(sending);
  endless.destroy();
  expect(answer.statusCode).toBe(413);
  expect(count).not.toHaveBeenCalled();
  const whole = await fetch(`${edge.url}/api/x`, { method: 'POST', body: Buffer.alloc(1024 * 1024) });
  expect(await whole.text()).toBe(String(1024 * 1024));
  expect(await (await fetch(`${edge.url}/api/x`, { method: 'POST' })).text()).toBe('0');
});

test('a handler is told when its client has gone', async () => {
  let told = () => {};
  const gone = new Promise<void>((resolve) => {
    told = resolve;
  });
  const edge = await edgeWith({
    routes: [
      on('GET', '/api/stream', (request) => {
        request.signal.addEventListener('abort', () => told());
        return new Response(new ReadableStream({ start: (controller) => controller.enqueue('data: 1\n\n') }));
      }),
    ],
  });
  const abort = new AbortController();
  const answer = await fetch(`${edge.url}/api/stream`, { signal: abort.signal });
  const first = await answer.body?.getReader().read();
  expect(first?.done).toBe(false);
  abort.abort();
  await gone;
});

test('our own processes’ addresses do not exist from outside, however they are spelled', async () => {
  const seen: (string | undefined)[] = [];
  const origin = await originWith((incoming, outgoing) => {
    seen.push(incoming.url);
    outgoing.end();
  });
  const edge = await edgeWith({ origins: [new URL(origin.url)] });
  for (const path of [
    '/internal',
    '/internal/build',
    '//internal/build',
    '/x/../internal/build',
    '/%69nternal/build',
    '/INTERNAL/build',
    '/internal%2fbuild',
    '/.%2e/internal',
    'http://x/internal/build',
  ]) {
    expect(await sendRaw(edge.port, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)).toMatch(
      /^HTTP\/1.1 404 /,
    );
  }
  expect(seen).toEqual([]);
  await fetch(`${edge.url}/internals`);
  await sendRaw(
    edge.port,
    'GET http://evil.example/a/.%2E/b?c HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  );
  // What was checked is what is passed on.
  expect(seen).toEqual(['/internals', '/b?c']);
});

test('origins take turns, and one that is down is passed over with the body unspent', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const answers: string[] = [];
  const make = (name: string) =>
    originWith(async (incoming, outgoing) => {
      answers.push(name);
      let size = 0;
      for await (const chunk of incoming) size += (chunk as Buffer).length;
      outgoing.end(String(size));
    });
  const [a, b] = [await make('a'), await make('b')];
  const edge = await edgeWith({ origins: [nowhere, new URL(a.url), new URL(b.url)] });
  for (let i = 0; i < 6; i++) {
    const answer = await fetch(`${edge.url}/upload`, { method: 'POST', body: Buffer.alloc(300_000) });
    expect(await answer.text()).toBe('300000');
  }
  expect(answers.filter((name) => name === 'a').length).toBeGreaterThan(1);
  expect(answers.filter((name) => name === 'b').length).toBeGreaterThan(1);
});

test('with no origin the API says so as a problem and a page as a page; a POST in doubt is 504', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const down = await edgeWith({ origins: [nowhere, nowhere] });
  const api = await fetch(`${down.url}/api/nodejs`, { method: 'POST', body: 'x' });
  expect([api.status, api.headers.get('retry-after')]).toEqual([503, '5']);
  expect(await api.json()).toMatchObject({ code: 'temporarily-unavailable' });
  const page = await fetch(`${down.url}/`);
  expect([page.status, page.headers.get('content-type')]).toEqual([503, 'text/html; charset=utf-8']);
  expect(page.headers.get('cache-control')).toBe('no-store');

  const breaks = await originWith((incoming) => incoming.socket.destroy());
  const half = await edgeWith({ origins: [new URL(breaks.url)] });
  expect((await fetch(`${half.url}/api/nodejs`, { method: 'POST', body: 'x' })).status).toBe(504);
  expect((await fetch(`${half.url}/api/nodejs`)).status).toBe(503);

  const silent = await originWith(() => {});
  const waits = await edgeWith({ origins: [new URL(silent.url)], originHeadersTimeoutMs: 100 });
  expect((await fetch(`${waits.url}/api/nodejs`, { method: 'POST', body: 'x' })).status).toBe(504);
  expect((await fetch(`${waits.url}/`)).status).toBe(503);
});

test('both ways stream: an answer arrives as it is made, and one cut short does not look whole', async () => {
  const origin = await originWith(async (incoming, outgoing) => {
    if (incoming.url === '/cut') {
      outgoing.writeHead(200, { 'content-type': 'text/plain' });
      outgoing.write('half');
      setTimeout(() => outgoing.destroy(), 20);
      return;
    }
    // Echoes chunk by chunk: it ends only if the request streams too.
    outgoing.writeHead(200);
    for await (const chunk of incoming) outgoing.write(chunk);
    outgoing.end();
  });
  const edge = await edgeWith({ origins: [new URL(origin.url)] });
  const call = request(`${edge.url}/echo`, { method: 'POST' });
  call.write('one');
  const [answer] = (await once(call, 'response')) as [import('node:http').IncomingMessage];
  expect(String((await once(answer, 'data'))[0])).toBe('one');
  call.write('two');
  expect(String((await once(answer, 'data'))[0])).toBe('two');
  call.end();
  answer.resume();
  await once(answer, 'end');
  await expect(fetch(`${edge.url}/cut`).then((cut) => cut.text())).rejects.toThrow();
});

test('an origin’s work ends when its client goes away, and an early answer reaches a client still sending', async () => {
  const closed: string[] = [];
  const origin = await originWith((incoming, outgoing) => {
    if (incoming.url === '/slow') outgoing.on('close', () => closed.push('slow'));
    else outgoing.writeHead(413).end('too large');
  });
  const edge = await edgeWith({ origins: [new URL(origin.url)] });
  await fetch(`${edge.url}/slow`, { signal: AbortSignal.timeout(100) }).catch(() => {});
  await vi.waitFor(() => expect(closed).toEqual(['slow']));
  const early = await fetch(`${edge.url}/upload`, { method: 'POST', body: Buffer.alloc(5_000_000) });
  expect([early.status, await early.text()]).toEqual([413, 'too large']);
});

test('a WebSocket is refused, other upgrades are ignored as HTTP allows', async () => {
  const origin = await originWith((_, outgoing) => outgoing.end('page'));
  const edge = await edgeWith({ origins: [new URL(origin.url)] });
  const upgrade = (to: string) =>
    sendRaw(edge.port, `GET /ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: ${to}\r\n\r\n`);
  expect(await upgrade('websocket')).toMatch(/^HTTP\/1.1 501 /);
  expect(await upgrade('h2c')).toMatch(/^HTTP\/1.1 200 /);
});
