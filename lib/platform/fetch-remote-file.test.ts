import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fetchRemoteFile } from './fetch-remote-file';
import { PUBLIC_WEB, type Reach } from './open-remote';

const limits = { maxBytes: 100_000, timeoutMs: 1_000, accept: 'image/*' };

let server: Server;
let hidden: Server;
let base = '';
let hiddenBase = '';
let hiddenVisits = 0;

/** This test's own server, and nothing else that is not public. */
let reach: Reach;

const answers: Record<string, RequestListener> = {
  '/good': (request, answer) =>
    answer.writeHead(200, { etag: '"v1"' }).end(`good, for ${request.headers.accept}`),
  '/declared': (_, answer) => answer.writeHead(200, { 'content-length': 10_000_000 }).flushHeaders(),
  '/endless': (_, answer) => {
    const write = () => {
      while (answer.write(Buffer.alloc(16_384)));
    };
    answer.on('drain', write);
    write();
  },
  '/silent': () => {},
  '/slow': (_, answer) => {
    answer.write('a');
    const timer = setInterval(() => answer.write('a'), 50);
    answer.on('close', () => clearInterval(timer));
  },
  '/broken': (_, answer) => {
    answer.writeHead(200, { 'content-length': 1_000 }).write('half', () => answer.destroy());
  },
  '/missing': (_, answer) => answer.writeHead(404).end(),
  '/busy': (_, answer) => answer.writeHead(503).end(),
  '/cookie': (request, answer) =>
    answer.end(`${request.headers.cookie ?? ''}${request.headers.authorization ?? ''}`),
  '/round': (_, answer) => answer.writeHead(302, { location: '/round' }).end(),
  '/once': (_, answer) => answer.writeHead(301, { location: '/good' }).end(),
  '/thrice': (_, answer) => answer.writeHead(307, { location: '/twice' }).end(),
  '/twice': (_, answer) => answer.writeHead(308, { location: '/once' }).end(),
  '/inside': (_, answer) => answer.writeHead(302, { location: hiddenBase }).end(),
  '/metadata': (_, answer) => answer.writeHead(302, { location: 'http://169.254.169.254/latest/' }).end(),
  '/file': (_, answer) => answer.writeHead(302, { location: 'file:///etc/passwd' }).end(),
};

async function listen(listener: RequestListener): Promise<Server> {
  const made = createServer(listener);
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  return made;
}

const portOf = (of: Server) => (of.address() as AddressInfo).port;

beforeAll(async () => {
  server = await listen((request, answer) => answers[request.url ?? '']?.(request, answer));
  hidden = await listen((_, answer) => {
    hiddenVisits += 1;
    answer.end('secret');
  });
  base = `http://127.0.0.1:${portOf(server)}`;
  hiddenBase = `http://127.0.0.1:${portOf(hidden)}/`;
  reach = (address, port) =>
    (address === '127.0.0.1' && port === portOf(server)) || PUBLIC_WEB(address, port);
});

afterAll(() => {
  for (const one of [server, hidden]) {
    one.closeAllConnections();
    one.close();
  }
});

const get = (path: string, more: Partial<typeof limits> = {}) =>
  fetchRemoteFile(`${base}${path}`, { ...limits, ...more }, reach);

test('a file comes with what its server calls its version', async () => {
  const got = await get('/good');
  if (!got.ok) throw new Error(got.message);
  expect(Buffer.from(got.value.bytes).toString()).toBe('good, for image/*');
  expect(got.value.etag).toBe('"v1"');
});

test('up to three redirects are followed', async () => {
  expect((await get('/thrice')).ok).toBe(true);
  expect(await get('/round')).toMatchObject({ ok: false, reason: 'refused' });
});

test('nobody is told who we are', async () => {
  const url = `http://name:password@127.0.0.1:${portOf(server)}/cookie`;
  const got = await fetchRemoteFile(url, limits, reach);
  expect(got.ok && Buffer.from(got.value.bytes).toString()).toBe('');
});

describe('is given up', () => {
  test.each([
    ['/declared', 'refused', 'larger than'],
    ['/endless', 'refused', 'larger than'],
    ['/silent', 'unreachable', 'took longer than 0.4 s'],
    ['/slow', 'unreachable', 'took longer than 0.4 s'],
    ['/broken', 'unreachable', 'broke off'],
    ['/missing', 'refused', '404'],
    ['/busy', 'unreachable', '503'],
  ])('%s: %s', async (path, reason, words) => {
    const startedAt = performance.now();
    const got = await get(path, { timeoutMs: 400 });
    expect(got).toMatchObject({ ok: false, reason, message: expect.stringContaining(words) });
    expect(performance.now() - startedAt).toBeLessThan(1_500);
  });

  test('where nobody listens', async () => {
    const closed = await listen(() => {});
    const port = portOf(closed);
    await new Promise((resolve) => closed.close(resolve));
    const got = await fetchRemoteFile(`http://127.0.0.1:${port}/`, limits, () => true);
    expect(got).toMatchObject({ ok: false, reason: 'unreachable' });
  });
});

describe('nobody is led inside', () => {
  test.each(['/inside', '/metadata', '/file'])('by a redirect: %s', async (path) => {
    expect(await get(path)).toMatchObject({ ok: false, reason: 'refused' });
    expect(hiddenVisits).toBe(0);
  });

  test.each([
    'http://localhost/',
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f.0.0.1/',
    'http://0/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:a9fe:a9fe]/',
    'http://169.254.169.254/',
    'http://1.1.1.1:22/',
    'https://1.1.1.1:8443/',
    'ftp://1.1.1.1/',
    'file:///etc/passwd',
    'data:image/png;base64,AA==',
    'nonsense',
  ])('by an address: %s', async (url) => {
    // A name is looked up first, which takes its time on a busy machine.
    const patient = { ...limits, timeoutMs: 15_000 };
    expect(await fetchRemoteFile(url, patient)).toMatchObject({ ok: false, reason: 'refused' });
  });

  test('by a name: the address that was looked up is the one that is refused', async () => {
    const seen: string[] = [];
    const got = await fetchRemoteFile(`http://localhost:${portOf(hidden)}/`, limits, (address) => {
      seen.push(address);
      return false;
    });
    expect(got).toMatchObject({ ok: false, reason: 'refused' });
    expect(seen).not.toEqual([]);
    expect(hiddenVisits).toBe(0);
  });
});
