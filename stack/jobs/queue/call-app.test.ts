import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import type { Call } from '../model';
import { createAppCaller } from './call-app';

const undo: (() => void)[] = [];

afterEach(() => {
  for (const step of undo.splice(0)) step();
});

async function app(
  answer: (nth: number, request: IncomingMessage, response: ServerResponse, server: Server) => void,
) {
  let calls = 0;
  const sockets = new Set<unknown>();
  const server = createServer((request, response) => {
    calls += 1;
    sockets.add(request.socket);
    const nth = calls;
    request.resume().on('end', () => answer(nth, request, response, server));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const caller = createAppCaller(null, 4);
  undo.push(
    () => server.close(),
    () => server.closeAllConnections(),
    () => caller.close(),
  );
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/inngest`;
  return { call: () => caller.call(url, job), calls: () => calls, server, sockets };
}

const job: Call = {
  jobId: '1',
  token: 't',
  runId: 'r',
  fnId: 'f',
  kind: 'discover',
  stepId: null,
  attempt: 0,
  maxAttempts: 1,
  requestVersion: -1,
  concurrencyKeys: [],
  body: '{}',
};

function ok(response: ServerResponse): void {
  response.writeHead(200, { 'x-inngest-sdk': 'x', 'x-inngest-req-version': '2' }).end('"done"');
}

test('connections are kept, but not for long: a server would close them unseen', async () => {
  const demo = await app((_, __, response) => ok(response));
  const connections = () =>
    new Promise<number>((resolve) => demo.server.getConnections((_, count) => resolve(count)));
  expect(await demo.call()).toMatchObject({ kind: 'done', output: '"done"', requestVersion: 2 });
  expect(await demo.call()).toMatchObject({ kind: 'done' });
  expect(demo.sockets.size).toBe(1);
  await expect.poll(connections, { timeout: 4_000 }).toBe(0);
  expect(await demo.call()).toMatchObject({ kind: 'done' });
  expect(demo.sockets.size).toBe(2);
});

test('an app that dies while it is called is a failed attempt, on a kept connection too', async () => {
  const demo = await app((nth, request, response, server) => {
    if (nth === 1) return ok(response);
    server.close();
    request.socket.destroy();
  });
  await demo.call();
  expect(await demo.call()).toMatchObject({ kind: 'failed', retriable: true });
  expect(await demo.call()).toMatchObject({ kind: 'unsent' });
  expect(demo.calls()).toBe(2);
});

test('a connection that is lost on its first use is a failed attempt', async () => {
  const demo = await app((_, request) => request.socket.destroy());
  expect(await demo.call()).toMatchObject({ kind: 'failed', retriable: true });
  expect(demo.calls()).toBe(1);
});
