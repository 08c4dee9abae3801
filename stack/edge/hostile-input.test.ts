import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { sendRaw, startTestEdge, startTestOrigin } from './start-test-edge';

type Listening = Awaited<ReturnType<typeof startTestEdge>>;
let origin: Listening;
let edge: Listening;
const logged: string[] = [];

beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation((line: string) => void logged.push(line));
  origin = await startTestOrigin((incoming, outgoing) => {
    let size = 0;
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length;
    });
    incoming.on('end', () => outgoing.end(`origin read ${size}`));
  });
  const handler = async (request: Request) => new Response(`route read ${(await request.text()).length}`);
  const module = { GET: handler, POST: handler };
  edge = await startTestEdge({
    origins: [new URL(origin.url)],
    routes: [
      { path: '/api/x', module },
      { path: '/api/items/[id]', module },
    ],
  });
});

afterAll(async () => {
  await edge.close();
  await origin.close();
  vi.restoreAllMocks();
});

/** Every status line of what came back; bodies here hold none. */
const statuses = (raw: string) => [...raw.matchAll(/HTTP\/1\.1 (\d{3})/g)].map((match) => Number(match[1]));
const head = (line: string, ...headers: string[]) => [line, ...headers, '', ''].join('\r\n');
const withBody = (body: string, ...lines: string[]) => `${lines.join('\r\n')}\r\n\r\n${body}`;

test.concurrent.for<[string, string, number[]]>([
  ['bad percent-encoding', head('GET /api/items/%zz HTTP/1.1', 'Host: x'), [400]],
  ['bad UTF-8 in percent-encoding', head('GET /api/items/%ff%fe HTTP/1.1', 'Host: x'), [400]],
  ['bad percent-encoding of a page', head('GET /% HTTP/1.1', 'Host: x'), [400]],
  ['an encoded null', head('GET /api/items/%00 HTTP/1.1', 'Host: x'), [200]],
  ['a raw null in the path', head('GET /api/\0x HTTP/1.1', 'Host: x'), [400]],
  ['raw bytes in the path', head('GET /api/items/\xff\xfe HTTP/1.1', 'Host: x'), [400]],
  ['raw bytes in a page’s query', head('GET /?q=\xff\xfe HTTP/1.1', 'Host: x'), [400]],
  ['a backslash', head('GET /api\\..\\internal HTTP/1.1', 'Host: x'), [400]],
  ['double slashes', head('GET //api//x HTTP/1.1', 'Host: x'), [200]],
  ['dot segments', head('GET /a/../../api/x HTTP/1.1', 'Host: x'), [200]],
  ['an absolute URL', head('GET http://evil.example/api/x HTTP/1.1', 'Host: x'), [200]],
  ['an absolute URL that is none', head('GET http://[/x HTTP/1.1', 'Host: x'), [400]],
  ['OPTIONS *', head('OPTIONS * HTTP/1.1', 'Host: x'), [400]],
  ['CONNECT', head('CONNECT example.com:443 HTTP/1.1', 'Host: x'), []],
  ['TRACE', head('TRACE /api/x HTTP/1.1', 'Host: x'), [405]],
  ['a method of its own', head('FROBNICATE /api/x HTTP/1.1', 'Host: x'), [400]],
  ['no Host', head('GET /api/x HTTP/1.1'), [400]],
  ['a Host that is none, on a route', head('GET /api/x HTTP/1.1', 'Host: a b/c@d'), [400]],
  ['a Host that is none, on a page', head('GET / HTTP/1.1', 'Host: a b/c@d'), [200]],
  ['two Hosts', head('GET / HTTP/1.1', 'Host: x', 'Host: y'), [200]],
  ['HTTP/1.0 without Host', head('GET /api/x HTTP/1.0'), [200]],
  ['HTTP/1.0 without Host, on a page', head('GET / HTTP/1.0'), [200]],
  ['HTTP/2 preface', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', [400]],
  ['a TLS hello', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', [400]],
  ['a huge header', head('GET /api/x HTTP/1.1', 'Host: x', `X-A: ${'a'.repeat(20_000)}`), [431]],
  ['a huge path', head(`GET /api/items/${'a'.repeat(20_000)} HTTP/1.1`, 'Host: x'), [431]],
  [
    'many headers',
    head('GET /api/x HTTP/1.1', 'Host: x', ...Array.from({ length: 900 }, (_, i) => `X${i}: 1`)),
    [200],
  ],
  ['a folded header', head('GET /api/x HTTP/1.1', 'Host: x', 'X-A: 1', ' folded'), [400]],
  ['a header without a colon', head('GET /api/x HTTP/1.1', 'Host: x', 'nonsense'), [400]],
  ['raw bytes in a header', head('GET / HTTP/1.1', 'Host: x', 'X-A: \xe9\xff', 'Cookie: \x80'), [200]],
  [
    'a header named __proto__',
    head('GET /api/x HTTP/1.1', 'Host: x', '__proto__: 1', 'constructor: 2'),
    [200],
  ],
  [
    'both kinds of length',
    withBody(
      '0\r\n\r\n',
      'POST /api/x HTTP/1.1',
      'Host: x',
      'Content-Length: 3',
      'Transfer-Encoding: chunked',
    ),
    [400],
  ],
  [
    'two lengths',
    withBody('abcd', 'POST /api/x HTTP/1.1', 'Host: x', 'Content-Length: 3', 'Content-Length: 4'),
    [400],
  ],
  [
    'a length beyond the limit, and no body yet',
    head('POST /api/x HTTP/1.1', 'Host: x', 'Content-Length: 99999999'),
    [413],
  ],
  ['a negative length', head('POST /api/x HTTP/1.1', 'Host: x', 'Content-Length: -1'), [400]],
  [
    'an obscured transfer coding',
    withBody('a', 'POST / HTTP/1.1', 'Host: x', 'Transfer-Encoding: xchunked', 'Content-Length: 1'),
    [400],
  ],
  [
    'chunked garbage',
    withBody('zz\r\nabc\r\n0\r\n\r\n', 'POST /api/x HTTP/1.1', 'Host: x', 'Transfer-Encoding: chunked'),
    [400],
  ],
  [
    'chunked garbage to an origin',
    withBody('3\r\nabcd\r\n', 'POST / HTTP/1.1', 'Host: x', 'Transfer-Encoding: chunked'),
    [400],
  ],
  [
    'a good chunked body',
    withBody('3\r\nabc\r\n0\r\n\r\n', 'POST /api/x HTTP/1.1', 'Host: x', 'Transfer-Encoding: chunked'),
    [200],
  ],
  ['more body than said', withBody('abcdef', 'POST /api/x HTTP/1.1', 'Host: x', 'Content-Length: 2'), [400]],
  ['a body with GET', withBody('abc', 'GET /api/x HTTP/1.1', 'Host: x', 'Content-Length: 3'), [200]],
  [
    'Expect',
    withBody('a', 'POST /api/x HTTP/1.1', 'Host: x', 'Content-Length: 1', 'Expect: 100-continue'),
    [100, 200],
  ],
  [
    'an Expect of its own',
    head('POST /api/x HTTP/1.1', 'Host: x', 'Content-Length: 0', 'Expect: cake'),
    [417],
  ],
  [
    'pipelining over both hosts',
    head('GET /api/x HTTP/1.1', 'Host: x') +
      head('GET / HTTP/1.1', 'Host: x') +
      head('GET /%zz HTTP/1.1', 'Host: x') +
      head('GET /api/x HTTP/1.1', 'Host: x'),
    [200, 200, 400, 200],
  ],
  [
    'a hop-by-hop claim on our headers',
    head('GET / HTTP/1.1', 'Host: x', 'Connection: host, x-forwarded-for, content-length'),
    [200],
  ],
])('%s', async ([, bytes, expected], { expect }) => {
  const raw = await sendRaw(edge.port, Buffer.from(bytes, 'latin1'));
  expect(statuses(raw)).toEqual(expected);
  expect(raw).not.toMatch(/\n\s+at |node:internal|Error:/);
});

test('clients that leave in the middle of anything cost nothing', async () => {
  const whole = withBody('a'.repeat(400), 'POST /api/x HTTP/1.1', 'Host: x', 'Content-Length: 400');
  const toOrigin = whole.replace('/api/x', '/upload');
  for (const bytes of [whole, toOrigin]) {
    for (let cut = 1; cut <= bytes.length; cut += 37) {
      const socket = connect(edge.port, '127.0.0.1', () => {
        socket.write(bytes.slice(0, cut), () => (cut % 2 ? socket.resetAndDestroy() : socket.end()));
      });
      socket.on('error', () => {}).resume();
    }
  }
  await sleep(300);
  expect(await (await fetch(`${edge.url}/api/x`)).text()).toBe('route read 0');
  expect(await (await fetch(edge.url)).text()).toBe('origin read 0');
  await vi.waitFor(() => expect(openConnections(edge)).resolves.toBeLessThan(5));
});

test('a slow body is waited for without holding up others', async () => {
  const socket = connect(edge.port, '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk.toString();
  });
  socket.write(head('POST /api/x HTTP/1.1', 'Host: x', 'Content-Length: 5'));
  for (const letter of 'abcde') {
    await sleep(20);
    expect((await fetch(`${edge.url}/api/x`)).status).toBe(200);
    socket.write(letter);
  }
  await vi.waitFor(() => expect(answer).toContain('route read 5'));
  socket.destroy();
});

test('random damage to good requests never silences the edge', async () => {
  let seed = 20_260_101;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const good = [
    head(
      'GET /api/items/%41?x=1 HTTP/1.1',
      'Host: localhost',
      'X-Forwarded-For: 1.2.3.4',
      'Cookie: a=1; b=2',
    ),
    withBody(
      '{"a":"bcdef"}',
      'POST /api/x HTTP/1.1',
      'Host: localhost',
      'Content-Length: 12',
      'X-Request-Id: abc',
    ),
    withBody(
      '5\r\nhello\r\n0\r\n\r\n',
      'POST /page HTTP/1.1',
      'Host: localhost',
      'Transfer-Encoding: chunked',
    ),
  ];
  const odd = [
    '%',
    '\0',
    '\r',
    '\n',
    '\r\n',
    ' ',
    ':',
    '\\',
    '//',
    '/..',
    '\xff',
    '%2e',
    'a'.repeat(5_000),
    '\t',
  ];
  for (let round = 0; round < 15; round++) {
    const tries = Array.from({ length: 40 }, () => {
      let bytes = good[random(good.length)] ?? '';
      for (let n = random(4); n >= 0; n--) {
        const at = random(bytes.length);
        bytes = bytes.slice(0, at) + (odd[random(odd.length)] ?? '') + bytes.slice(at + random(3));
      }
      return sendRaw(edge.port, Buffer.from(bytes, 'latin1'), { firstByteMs: 60, silenceMs: 60 });
    });
    for (const raw of await Promise.all(tries)) expect(raw).not.toMatch(/\n\s+at |node:internal/);
  }
  expect(await (await fetch(`${edge.url}/api/x`)).text()).toBe('route read 0');
});

test('none of this counted as a fault of ours', () => {
  expect(logged).toEqual([]);
});

function openConnections({ server }: Listening): Promise<number> {
  return new Promise((resolve, reject) => {
    server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
  });
}

test.concurrent.for<[string, string, string]>([
  [
    'a head that is too long',
    head(`GET /api/x?q=${'a'.repeat(20_000)} HTTP/1.1`, 'Host: x'),
    'head-too-large',
  ],
  ['what is no request', 'FROBNICATE\r\n\r\n', 'malformed-request'],
])('%s is told with a request id and a problem', async ([, raw, code]) => {
  const answer = await sendRaw(edge.port, raw);
  expect(answer).toMatch(/\r\nx-request-id: req_\w+\r\n/);
  expect(answer).toContain('content-type: application/problem+json');
  expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({ code });
});
