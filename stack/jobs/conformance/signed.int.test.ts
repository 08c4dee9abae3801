import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import canonicalize from 'canonicalize';
import { Inngest } from 'inngest';
import { serve } from 'inngest/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Call, listenIn } from '@/stack/jobs/testing/calls';
import { done, startFakeApp } from '@/stack/jobs/testing/fake-app';
import { foreignEngine, openSuite, silent } from '@/stack/jobs/testing/open-suite';
import { hashedKey, sign } from '@/stack/jobs/testing/sign';

// The protocol of the cloud: apps and engine know each other by a signing key. The dev server has no such mode.
const newKey = () => `signkey-test-${randomBytes(32).toString('hex')}`;
const signingKey = newKey();
const eventKey = randomBytes(16).toString('hex');
const otherKey = newKey();

describe.skipIf(foreignEngine !== undefined).concurrent('signed', async () => {
  const fake = await startFakeApp(`fake-${randomBytes(4).toString('hex')}`, signingKey);
  const stranger = await startStranger();
  const suite = await openSuite('signed', {
    signingKey,
    eventKey,
    engineEnv: { JOBS_EVENT_KEY: eventKey },
    furtherApps: [fake.url, stranger.url],
  });
  const { client, on, run, callsOf, api, appUrl, appId, event } = suite;

  const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
  beforeAll(async () => {
    const answer = await fake.register(api.url, bearer(hashedKey(signingKey)));
    expect(answer).toMatchObject({ status: 200 });
  });
  afterAll(() => Promise.all([fake.close(), stranger.close()]));

  client.createFunction({ ...on('work'), retries: 1 }, async ({ event, step }) => {
    const one = await step.run('öne', () => ({ text: `${event.data.text} ü€😀`, big: 1e21, small: 0.1 }));
    await step.sleep('nap', '1s');
    const sent = await step.sendEvent('tell', { name: `${appId}/told`, data: {} });
    return { one, sent: sent.ids.length };
  });
  client.createFunction({ ...on('told'), retries: 0 }, () => null);
  test('functions, steps and events work as they do unsigned', async () => {
    expect(await run('work', { text: 'ß', z: 1, a: { y: [1.5, -0, 1e-7], x: null } })).toMatchObject({
      status: 'Completed',
      output: { one: { text: 'ß ü€😀', big: 1e21, small: 0.1 }, sent: 1 },
    });
  });

  test('every call is signed over its canonical bytes, and says that it comes from a cloud', async () => {
    await run('work', { text: 'once more' });
    for (const { headers, raw } of callsOf('work')) {
      const [at] = /(?<=^t=)\d+/.exec(String(headers['x-inngest-signature'])) ?? [];
      expect(Math.abs(Number(at) - Date.now() / 1000)).toBeLessThan(30);
      expect(headers['x-inngest-signature']).toBe(sign(raw, signingKey, Number(at)));
      expect(raw).toBe(canonicalize(JSON.parse(raw)));
      expect(headers['x-inngest-server-kind']).toBe('cloud');
    }
  });

  test('the app refuses a call that is not signed, wrongly signed, or signed long ago', async () => {
    await run('told');
    const [call] = callsOf('told');
    const raw = call?.raw ?? '';
    const url = `${appUrl}?fnId=${appId}-told&stepId=step`;
    const now = Math.floor(Date.now() / 1000);
    const send = async (signature?: string) => {
      const headers = {
        'content-type': 'application/json',
        'x-inngest-server-kind': 'cloud',
        ...(signature === undefined ? {} : { 'x-inngest-signature': signature }),
      };
      return (await fetch(url, { method: 'POST', body: raw, headers })).status;
    };
    expect(await send()).toBe(401);
    expect(await send(sign(raw, otherKey))).toBe(401);
    expect(await send(sign(raw, signingKey, now - 3_600))).toBe(401);
    expect(await send(sign(raw, signingKey))).toBe(200);
  });

  test('events are taken only under the event key', async () => {
    const body = JSON.stringify({ name: event('told'), data: {} });
    const post = (key: string) => api.call(`/e/${key}`, { method: 'POST', body });
    for (const key of ['wrong', 'NO_EVENT_KEY_SET', signingKey]) {
      expect(await post(key)).toMatchObject({
        status: 401,
        body: { error: expect.any(String), status: 401 },
      });
    }
    expect(await post(eventKey)).toMatchObject({ status: 200, body: { ids: [expect.any(String)] } });
  });

  test('runs and events are shown only to who has the signing key', async () => {
    const { run_id } = await run('told');
    for (const path of [`/v1/runs/${run_id}`, `/v0/runs/${run_id}/actions`, `/v0/runs/${run_id}/batch`]) {
      for (const headers of [{ authorization: '' }, bearer(otherKey), bearer(hashedKey(otherKey))]) {
        const { status, body } = await api.call(path, { headers });
        expect({ path, status, body }).toMatchObject({ status: 401, body: { status: 401 } });
      }
      expect((await api.call(path, { headers: bearer(hashedKey(signingKey)) })).status, path).toBe(200);
    }
    const cancel = await api.call(`/v1/runs/${run_id}`, { method: 'DELETE', headers: { authorization: '' } });
    expect(cancel.status).toBe(401);
    const invoke = { method: 'POST', body: '{"data":{}}', headers: { authorization: '' } };
    expect((await api.call(`/invoke/${appId}-told`, invoke)).status).toBe(401);
  });

  test('an app registers only with the key, and by its hash', async () => {
    const intruder = await startFakeApp('intruder');
    intruder.fn('x', { retries: 0 }, () => done(null));
    for (const headers of [{}, bearer('undefined'), bearer(otherKey), bearer(hashedKey(otherKey))]) {
      expect(await intruder.register(api.url, headers)).toMatchObject({
        status: 401,
        body: { error: expect.any(String), status: 401 },
      });
    }
    await intruder.close();
  });

  test('an app with another key is not synced and never called', async () => {
    const { ids } = await client.send({ name: `${stranger.appId}/go`, data: {} });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await api.runsOf(ids[0] ?? '')).toEqual([]);
    expect(stranger.calls).toEqual([]);
  });

  fake.fn('signed', { retries: 0 }, () => done('believed'));
  fake.fn('unsigned', { retries: 0 }, () => ({ ...done('not believed'), signature: null }));
  fake.fn('other-key', { retries: 0 }, () => {
    const answer = done('not believed');
    return { ...answer, signature: sign(String(answer.body), otherKey) };
  });
  fake.fn('other-body', { retries: 0 }, () => ({
    ...done('not believed'),
    signature: sign('"something else"', signingKey),
  }));
  test.each([
    ['signed', 'Completed'],
    ['unsigned', 'Failed'],
    ['other-key', 'Failed'],
    ['other-body', 'Failed'],
  ])('an answer is believed only with the right signature: %s', async (name, status) => {
    const { ids } = await client.send({ name: `${fake.appId}/${name}`, data: {} });
    expect((await api.result(ids[0] ?? '')).status).toBe(status);
  });

  test('asked to, the app registers itself again', async () => {
    const answer = await fetch(appUrl, { method: 'PUT' });
    expect(await answer.json()).toMatchObject({ message: 'Successfully registered' });
  });
});

/** An app that has another signing key than the engine. */
async function startStranger() {
  const appId = `stranger-${randomBytes(4).toString('hex')}`;
  const client = new Inngest({
    id: appId,
    isDev: false,
    signingKey: otherKey,
    eventKey: 'x',
    logger: silent,
    internalLogger: silent,
    checkpointing: false,
  });
  client.createFunction({ id: 'go', retries: 0, triggers: [{ event: `${appId}/go` }] }, () => null);
  const handler = serve({ client, functions: client.funcs });
  const calls: Call[] = [];
  const server = createServer((req, res) => {
    listenIn(req, res, calls);
    void handler(req, res);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    appId,
    calls,
    url: `http://127.0.0.1:${port}/api/inngest`,
    close: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  };
}
