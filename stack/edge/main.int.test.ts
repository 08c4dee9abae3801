import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { startTestOrigin } from './start-test-edge';

let distDir: string;
const children: ChildProcess[] = [];

// Stands where build.ts's output would: a process is tested here, not a bundler.
const bundle = `
export { createEdge } from ${JSON.stringify(pathToFileURL('stack/edge/server.ts').href)};
export const buildId = 'build-1', release = 'r-1';
const get = (path, GET) => ({ path: '/api/' + path, module: { GET } });
export const routes = [
  get('pid', () => new Response(String(process.pid))),
  get('slow', async () => (console.log('slow began'), await new Promise((done) => setTimeout(done, 400)), new Response('finished'))),
  get('forgets', () => (void Promise.reject(new Error('forgotten')), new Response('ok'))),
  get('dies', () => (setTimeout(() => { throw new Error('bug'); }), new Response('ok'))),
];
export const startBackground = () => ({ stop: async () => console.log('background stopped') });
`;

beforeAll(async () => {
  distDir = await mkdtemp(join(tmpdir(), 'edge-main-'));
  await mkdir(join(distDir, 'doorbuster-edge'));
  await writeFile(join(distDir, 'doorbuster-edge/edge.mjs'), bundle);
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rm(distDir, { recursive: true, force: true }));

async function freePort(): Promise<number> {
  const taken = await startTestOrigin(() => {});
  await taken.close();
  return taken.port;
}

interface Started {
  child: ChildProcess;
  url: string;
  directUrl: string;
  output(): string;
  ended: Promise<[number | null, string | null]>;
}

async function start({ origins = '', buildId = 'build-1', cluster = '' } = {}): Promise<Started> {
  await writeFile(join(distDir, 'BUILD_ID'), buildId);
  const [port, directPort] = [await freePort(), await freePort()];
  const env = {
    ...process.env,
    EDGE_PORT: String(port),
    EDGE_DIRECT_PORT: String(directPort),
    EDGE_ORIGINS: origins,
    EDGE_DIST_DIR: distDir,
    INTERNAL_TOKEN: 'the token between our own',
  };
  const options = { env, execArgv: ['--import', 'tsx'], silent: true };
  const child = cluster
    ? spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', cluster], { env })
    : fork('stack/edge/main.ts', options);
  children.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const ended = once(child, 'exit') as Started['ended'];
  const url = `http://127.0.0.1:${port}`;
  return { child, url, directUrl: `http://127.0.0.1:${directPort}`, output: () => output, ended };
}

/** Workers on one port, forked as the supervisor forks them; each line of `forks` is the environment of one. */
const primary = (...forks: object[]) => `
import cluster from 'node:cluster';
import { closeLostConnections } from ${JSON.stringify(pathToFileURL('stack/edge/close-lost-connections.ts').href)};
cluster.setupPrimary({ exec: 'stack/edge/main.ts', execArgv: ['--import', 'tsx'] });
for (const env of ${JSON.stringify(forks)}) closeLostConnections(cluster.fork(env));
// The supervisor outlives its workers.
setInterval(() => {}, 1_000);
`;

const ready = ({ output }: Started, workers = 1) =>
  vi.waitFor(() => expect(output().split('edge-ready').length).toBe(workers + 1), { timeout: 40_000 });
const text = (url: string) => fetch(url).then((answer) => answer.text());

test('on SIGTERM a running request finishes, the background stops, and the process ends well', async () => {
  const edge = await start();
  await ready(edge);
  const slow = text(`${edge.url}/api/slow`);
  await vi.waitFor(() => expect(edge.output()).toContain('slow began'), { timeout: 40_000 });
  edge.child.kill('SIGTERM');
  await vi.waitFor(() => expect(fetch(`${edge.url}/api/pid`)).rejects.toThrow());
  expect(await slow).toBe('finished');
  expect(await edge.ended).toEqual([0, null]);
  expect(edge.output()).toContain('background stopped');
}, 60_000);

test('it ends by itself when its parent is gone', async () => {
  const edge = await start();
  await ready(edge);
  edge.child.disconnect();
  expect(await edge.ended).toEqual([0, null]);
  expect(edge.output()).toContain('background stopped');
}, 60_000);

test('a forgotten promise is logged and survived; a bug outside any request ends the process for a fresh one', async () => {
  const edge = await start();
  await ready(edge);
  expect(await text(`${edge.url}/api/forgets`)).toBe('ok');
  expect(await text(`${edge.directUrl}/api/pid`)).toBe(String(edge.child.pid));
  expect(edge.output()).toContain('"event":"edge-unhandled-rejection"');
  await text(`${edge.url}/api/dies`).catch(() => {});
  expect(await edge.ended).toEqual([1, null]);
  expect(edge.output()).toContain('"event":"edge-died"');
}, 60_000);

test('it refuses, in one sentence, to serve routes of one build and pages of another', async () => {
  const onDisk = await start({ buildId: 'build-2' });
  expect(await onDisk.ended).toEqual([1, null]);
  expect(onDisk.output()).toBe(
    `The edge bundle belongs to build build-1, but ${distDir} holds build build-2: build again.\n`,
  );

  const origin = await startTestOrigin((incoming, outgoing) => {
    const known = incoming.headers['x-internal-token'] === 'the token between our own';
    if (incoming.url !== '/internal/build' || !known) outgoing.statusCode = 404;
    outgoing.end(JSON.stringify({ buildId: 'build-3', release: 'r-3' }));
  });
  const { host } = new URL(origin.url);
  const atOrigin = await start({ origins: `http://127.0.0.1:9,${origin.url}` });
  expect(await atOrigin.ended).toEqual([1, null]);
  expect(atOrigin.output()).toBe(
    `The edge bundle belongs to build build-1, but the origin ${host} serves build build-3.\n`,
  );
  await origin.close();
}, 60_000);

test('it waits for an origin that is still starting', async () => {
  let starting = true;
  const origin = await startTestOrigin((_, outgoing) => {
    if (starting) outgoing.statusCode = 500;
    outgoing.end(JSON.stringify({ buildId: 'build-1', release: 'r-1' }));
  });
  const edge = await start({ origins: origin.url });
  await sleep(1_500);
  expect(edge.output()).toBe('');
  starting = false;
  await ready(edge);
  await origin.close();
}, 60_000);

test('workers of a cluster share the port but no direct one, and all end with their parent', async () => {
  const edge = await start({ cluster: primary({}, {}, { EDGE_DIRECT_PORT: '' }) });
  await ready(edge, 2);
  await vi.waitFor(() => expect(edge.output()).toContain('EADDRINUSE'), { timeout: 40_000 });
  const pids = new Set<string>();
  for (let i = 0; i < 20; i++) {
    // The one that could not have its port may end with a connection that it had just taken.
    const answer = await vi.waitFor(() => fetch(`${edge.url}/api/pid`, { headers: { connection: 'close' } }));
    pids.add(await answer.text());
  }
  expect(pids.size).toBe(2);
  const direct = new Set(
    await Promise.all(Array.from({ length: 6 }, () => text(`${edge.directUrl}/api/pid`))),
  );
  expect(direct.size).toBe(1);
  edge.child.kill('SIGKILL');
  await edge.ended;
  const alive = (pid: string) => {
    try {
      return process.kill(Number(pid), 0);
    } catch {
      return false;
    }
  };
  await vi.waitFor(() => expect([...pids].filter(alive)).toEqual([]), { timeout: 20_000 });
}, 60_000);

test('clients of a worker that is killed learn at once, also those it had not yet taken', async () => {
  const edge = await start({ cluster: primary({}) });
  await ready(edge);
  const pid = Number(await text(`${edge.url}/api/pid`));
  // A worker too busy to take what it is sent.
  process.kill(pid, 'SIGSTOP');
  const clients = Array.from({ length: 4 }, () => fetch(`${edge.url}/api/pid`).catch(() => 'broken'));
  await sleep(500);
  process.kill(pid, 'SIGKILL');
  expect(await Promise.all(clients)).toEqual(Array(4).fill('broken'));
}, 60_000);
