import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterEach, expect, test, vi } from 'vitest';

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

function start(env: Record<string, string | undefined>) {
  const child = fork('stack/gateway/main.ts', {
    env: { ...process.env, ...env },
    execArgv: ['--import', 'tsx'],
    silent: true,
  });
  children.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  return { child, output: () => output, ended: once(child, 'exit') };
}

const serving = async () => {
  const port = await freePort();
  const gateway = start({
    GATEWAY_PORT: String(port),
    GATEWAY_POSTGRES_URL: process.env.POSTGRES_URL_NON_POOLING,
    GATEWAY_REDIS_URL: process.env.REDIS_URL,
    UPSTASH_REDIS_REST_TOKEN: 'the token',
  });
  await vi.waitFor(() => expect(gateway.output()).toContain('gateway-ready'), { timeout: 40_000 });
  const ping = (host: string) =>
    fetch(`http://${host}:${port}/`, {
      method: 'POST',
      body: '["PING"]',
      headers: { authorization: 'Bearer the token' },
    }).then((answer) => answer.text());
  return { ...gateway, ping };
};

test('it answers on both loopback addresses and on no other, and ends on SIGTERM without a word of secrets', async () => {
  const gateway = await serving();
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  expect(await gateway.ping('127.0.0.1')).toBe('{"result":"PONG"}');
  if (all.some(({ address }) => address === '::1'))
    expect(await gateway.ping('[::1]')).toBe('{"result":"PONG"}');
  for (const { address, family } of all.filter(({ internal }) => !internal)) {
    if (family === 'IPv4') await expect(gateway.ping(address)).rejects.toThrow();
  }
  gateway.child.kill('SIGTERM');
  expect(await gateway.ended).toEqual([0, null]);
  const { password } = new URL(process.env.POSTGRES_URL_NON_POOLING ?? '');
  expect(gateway.output()).not.toContain('the token');
  expect(gateway.output()).not.toContain(password);
}, 60_000);

test('it ends by itself when its parent is gone', async () => {
  const gateway = await serving();
  gateway.child.disconnect();
  expect(await gateway.ended).toEqual([0, null]);
}, 60_000);

test('what is missing is said in one sentence', async () => {
  const gateway = start({ GATEWAY_PORT: '', GATEWAY_POSTGRES_URL: 'x' });
  expect(await gateway.ended).toEqual([1, null]);
  expect(gateway.output()).toBe('The gateway cannot start: GATEWAY_PORT must be set.\n');
}, 60_000);
