import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestOrigin } from '@/stack/edge/start-test-edge';
import { type HttpFaultProxy, startHttpFaultProxy } from './http-fault-proxy';

let origin: Awaited<ReturnType<typeof startTestOrigin>>;
let proxy: HttpFaultProxy;
let asked: string[] = [];

beforeEach(async () => {
  asked = [];
  origin = await startTestOrigin((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      asked.push(`${request.method} ${request.url} ${body}`);
      response.writeHead(201, { 'x-said': 'yes' }).end(`done: ${body}`);
    });
  });
  proxy = await startHttpFaultProxy(origin.url);
});
afterEach(async () => {
  await proxy.close();
  await origin.close();
});

const post = (path: string, body: string) => fetch(`${proxy.url}${path}`, { method: 'POST', body });
const fails = (path: string) =>
  post(path, 'x').then(
    async (answer) => answer.text().catch(() => 'broken off'),
    () => 'no answer',
  );

test('without a rule a request passes whole, and so does its answer', async () => {
  const answer = await post('/charge?a=1', 'five');
  expect([answer.status, answer.headers.get('x-said'), await answer.text()]).toEqual([
    201,
    'yes',
    'done: five',
  ]);
  expect(asked).toEqual(['POST /charge?a=1 five']);
});

test('a status is answered in its place, at its turn and path alone', async () => {
  proxy.atRequest(
    { method: 'POST', path: '/charge', turn: 2 },
    { kind: 'status', status: 503, body: 'busy' },
  );
  expect((await post('/charge', '1')).status).toBe(201);
  expect((await post('/other', '2')).status).toBe(201);
  const refused = await post('/charge', '3');
  expect([refused.status, await refused.text()]).toEqual([503, 'busy']);
  expect(asked).toHaveLength(2);
});

test('a lost request never arrives, a lost answer was acted upon', async () => {
  proxy.atRequest({ path: '/never' }, { kind: 'request-lost' });
  proxy.atRequest({ path: '/done' }, { kind: 'answer-lost' });
  expect(await fails('/never')).toBe('no answer');
  expect(await fails('/done')).toBe('no answer');
  expect(asked).toEqual(['POST /done x']);
});

test('a body that is cut is known to be cut', async () => {
  proxy.atRequest({}, { kind: 'cut', afterBytes: 3 });
  expect(await fails('/charge')).toBe('broken off');
  expect(asked).toHaveLength(1);
});

test('a delay holds the answer back, and mending ends it', async () => {
  proxy.atRequest({ turn: 'every' }, { kind: 'delay', ms: 80 });
  const startedAt = performance.now();
  expect((await post('/charge', '1')).status).toBe(201);
  expect(performance.now() - startedAt).toBeGreaterThan(75);
  proxy.mend();
  const mendedAt = performance.now();
  await post('/charge', '2');
  expect(performance.now() - mendedAt).toBeLessThan(75);
});

test('behind it a server that is gone is no answer', async () => {
  await origin.close();
  expect(await fails('/charge')).toBe('no answer');
});
