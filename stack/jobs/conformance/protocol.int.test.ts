import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  done,
  type FakeAnswer,
  ops,
  planned,
  sleepOp,
  startFakeApp,
  stepRun,
} from '@/stack/jobs/testing/fake-app';
import { openSuite, testOfOurs } from '@/stack/jobs/testing/open-suite';
import { until } from '@/stack/jobs/testing/until';

// The wire itself, with an app that answers by script instead of an SDK.
const fake = await startFakeApp(`fake-${randomBytes(4).toString('hex')}`);
const flaky = await startFakeApp(`flaky-${randomBytes(4).toString('hex')}`);
const suite = await openSuite('protocol', { furtherApps: [fake.url, flaky.url] });
const { api } = suite;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

beforeAll(async () => {
  for (const app of [fake, flaky]) expect(await app.register(api.url)).toMatchObject({ status: 200 });
});
afterAll(() => Promise.all([fake.close(), flaky.close()]));

/** Sends an event by hand and returns its internal id. */
async function post(name: string, more: Record<string, unknown> = {}): Promise<string> {
  const { status, body } = await postRaw(JSON.stringify({ name, data: {}, ...more }));
  expect({ status, body }).toMatchObject({ status: 200 });
  return (body as { ids: [string] }).ids[0];
}
const postRaw = (body: string, headers: Record<string, string> = {}) =>
  api.call('/e/a-key', { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
const runFake = async (name: string) => api.result(await post(`${fake.appId}/${name}`));
const withoutSdk = (status: number, body: string, more: Record<string, string> = {}): FakeAnswer => ({
  status,
  body,
  headers: { 'content-type': 'text/html', ...more },
});
const failure = (name: string, message: string) => ({
  name,
  message,
  stack: `${name}: ${message}`,
  __serialized: true,
});
const sdk = {
  'content-type': 'application/json',
  'x-inngest-sdk': 'fake:v1.0.0',
  'x-inngest-req-version': '2',
};

describe.concurrent('a Call Request', () => {
  fake.fn('shape', { retries: 3 }, (_, nth) => (nth === 1 ? ops(stepRun('aaa', { x: 1 })) : done('end')));
  test('has the headers and the body that the SDK’s protocol wants', async () => {
    const { run_id, status } = await runFake('shape');
    expect(status).toBe('Completed');
    const [first, second] = fake.callsOf('shape');
    expect(first?.headers).toMatchObject({
      'content-type': expect.stringContaining('application/json'),
      'x-run-id': run_id,
      'x-inngest-req-version': '-1',
      'x-inngest-server-kind': 'dev',
    });
    expect(second?.headers['x-inngest-req-version']).toBe('2');
    expect(first?.stepId).toBe('step');
    expect(first?.body).toMatchObject({
      event: { name: `${fake.appId}/shape`, data: {}, id: expect.any(String), ts: expect.any(Number) },
      events: [{ name: `${fake.appId}/shape` }],
      steps: {},
      ctx: {
        run_id,
        env: expect.any(String),
        attempt: 0,
        max_attempts: 4,
        stack: { stack: [], current: 0 },
        disable_immediate_execution: false,
        use_api: false,
      },
    });
    expect(second?.body.steps).toEqual({ aaa: { data: { x: 1 } } });
    expect(second?.body.ctx).toMatchObject({ stack: { stack: ['aaa'], current: 1 }, attempt: 0 });
  });

  fake.fn('no-retries-said', {}, () => ({
    status: 500,
    headers: { ...sdk, 'x-inngest-no-retry': 'false' },
    body: failure('Error', 'always'),
  }));
  testOfOurs('of a function that says nothing of retries allows five attempts', async () => {
    expect((await runFake('no-retries-said')).status).toBe('Failed');
    expect(fake.callsOf('no-retries-said').map(({ attempt }) => attempt)).toEqual([0, 1, 2, 3, 4]);
    expect(fake.callsOf('no-retries-said')[0]?.body.ctx?.max_attempts).toBe(5);
  });

  fake.fn('planning', { retries: 0 }, (call) => {
    if (call.stepId !== 'step') return ops(stepRun(call.stepId, call.stepId.toUpperCase()));
    if (call.stack.length === 0) return ops(planned('p1'), planned('p2'));
    return done(call.body.steps);
  });
  test('names the planned step, and forbids others to run as long as a group is open', async () => {
    expect((await runFake('planning')).output).toEqual({ p1: { data: 'P1' }, p2: { data: 'P2' } });
    const calls = fake.callsOf('planning');
    expect(calls.map(({ stepId }) => stepId).sort()).toEqual(['p1', 'p2', 'step', 'step']);
    for (const { stepId, body } of calls) {
      expect(body.ctx?.disable_immediate_execution).toBe(stepId !== 'step');
    }
  });
});

describe.concurrent('an answer', () => {
  const streamed = (status: number, body: unknown, headers: Record<string, string> = {}): FakeAnswer => ({
    status: 201,
    headers: sdk,
    body: { status, headers, body: JSON.stringify(body), version: 2 },
  });
  fake.fn('streamed', { retries: 1 }, (_, nth) => {
    if (nth === 1) return streamed(206, [stepRun('s1', 5)]);
    if (nth === 2) return streamed(500, failure('Error', 'streamed'), { 'x-inngest-no-retry': 'false' });
    return streamed(200, { five: 5 });
  });
  fake.fn('streamed-fatal', { retries: 3 }, () =>
    streamed(400, failure('NonRetriableError', 'fatal'), { 'x-inngest-no-retry': 'true' }),
  );
  test('201 is unwrapped and then counts as what is inside', async () => {
    expect(await runFake('streamed')).toMatchObject({ status: 'Completed', output: { five: 5 } });
    expect(fake.callsOf('streamed').map(({ attempt }) => attempt)).toEqual([0, 0, 1]);
    expect(await runFake('streamed-fatal')).toMatchObject({ status: 'Failed', output: { message: 'fatal' } });
    expect(fake.callsOf('streamed-fatal')).toHaveLength(1);
  });

  for (const status of [200, 206]) {
    fake.fn(`stranger-${status}`, { retries: 1 }, () => withoutSdk(status, '<html>hi</html>'));
  }
  test.each([200, 206])(
    'without x-inngest-sdk is a failed attempt, although its status is %d',
    async (status) => {
      const run = await runFake(`stranger-${status}`);
      expect(run.status).toBe('Failed');
      expect(JSON.stringify(run.output)).toContain('<html>hi</html>');
      expect(fake.callsOf(`stranger-${status}`).map(({ attempt }) => attempt)).toEqual([0, 1]);
    },
  );

  fake.fn('gateway', { retries: 1 }, (_, nth) =>
    nth === 1 ? withoutSdk(504, '<h1>504</h1>') : done('well'),
  );
  test('from a gateway in between is retried', async () => {
    expect(await runFake('gateway')).toMatchObject({ status: 'Completed', output: 'well' });
  });

  const malformed: Record<string, FakeAnswer> = {
    'no JSON': { status: 206, headers: sdk, body: '[{"id":' },
    'no list of ops': { status: 206, headers: sdk, body: { id: 'x', op: 'StepRun' } },
    'ops without an id': { status: 206, headers: sdk, body: [{ op: 'StepRun', data: 1 }] },
  };
  for (const [title, answer] of Object.entries(malformed)) {
    fake.fn(`malformed-${title.replaceAll(' ', '-')}`, { retries: 1 }, (_, nth) =>
      nth === 1 ? answer : done('well'),
    );
  }
  testOfOurs.each(Object.keys(malformed))('206 with %s does not hang the run', async (title) => {
    const { status } = await runFake(`malformed-${title.replaceAll(' ', '-')}`);
    expect(['Completed', 'Failed']).toContain(status);
  });

  const retryAfter: Record<string, (now: number) => string> = {
    seconds: () => '2',
    date: (now) => new Date(now + 2_999).toUTCString(),
    iso: (now) => new Date(now + 2_500).toISOString(),
  };
  for (const [form, value] of Object.entries(retryAfter)) {
    fake.fn(`retry-after-${form}`, { retries: 1 }, (_, nth) =>
      nth === 1
        ? {
            status: 500,
            headers: { ...sdk, 'x-inngest-no-retry': 'false', 'retry-after': value(Date.now()) },
            body: failure('RetryAfterError', 'later'),
          }
        : done('later'),
    );
  }
  fake.fn('retry-after-stranger', { retries: 1 }, (_, nth) =>
    nth === 1 ? withoutSdk(503, 'busy', { 'retry-after': '2' }) : done('later'),
  );
  test.each([...Object.keys(retryAfter), 'stranger'])('with Retry-After (%s) is obeyed', async (form) => {
    expect(await runFake(`retry-after-${form}`)).toMatchObject({ status: 'Completed', output: 'later' });
    const [first, second] = fake.callsOf(`retry-after-${form}`);
    const waited = (second?.at ?? 0) - (first?.endedAt ?? 0);
    expect(waited).toBeGreaterThanOrEqual(1_800);
    expect(waited).toBeLessThan(12_000);
  });
  fake.fn('retry-after-now', { retries: 1 }, (_, nth) =>
    nth === 1 ? withoutSdk(503, 'busy', { 'retry-after': '0' }) : done('later'),
  );
  testOfOurs('with Retry-After 0 waits a second all the same', async () => {
    expect((await runFake('retry-after-now')).status).toBe('Completed');
    const [first, second] = fake.callsOf('retry-after-now');
    expect((second?.at ?? 0) - (first?.endedAt ?? 0)).toBeGreaterThanOrEqual(900);
  });

  fake.fn('no-retry', { retries: 3 }, () => ({
    status: 400,
    headers: { ...sdk, 'x-inngest-no-retry': 'true' },
    body: failure('EventValidationError', 'not for me'),
  }));
  test('with x-inngest-no-retry: true fails the run at once', async () => {
    expect(await runFake('no-retry')).toMatchObject({ status: 'Failed', output: { message: 'not for me' } });
    expect(fake.callsOf('no-retry')).toHaveLength(1);
  });

  fake.fn('not-found-yet', { retries: 2 }, (call) => {
    if (call.stepId === 'step') {
      return call.stack.length === 0 ? ops(planned('late'), planned('other')) : done('found');
    }
    if (call.stepId === 'late' && call.attempt === 0) {
      return {
        status: 500,
        headers: { ...sdk, 'x-inngest-no-retry': 'false' },
        body: { error: 'no such step', requestedStep: 'late', foundSteps: [], totalFoundSteps: 0 },
      };
    }
    return ops(stepRun(call.stepId, null));
  });
  test('that the planned step was not found is retried', async () => {
    expect((await runFake('not-found-yet')).output).toBe('found');
    const targeted = fake.callsOf('not-found-yet').filter(({ stepId }) => stepId === 'late');
    expect(targeted.map(({ attempt }) => attempt)).toEqual([0, 1]);
  });

  fake.fn('too-large-step', { retries: 0 }, (_, nth) =>
    nth === 1 ? ops(stepRun('big', 'x'.repeat(5_000_000))) : done('not reached'),
  );
  fake.fn('too-large-run', { retries: 0 }, () => done('x'.repeat(5_000_000)));
  test.each(['too-large-step', 'too-large-run'])('over 4 MB fails the run: %s', async (name) => {
    const run = await runFake(name);
    expect(run.status).toBe('Failed');
    expect(JSON.stringify(run.output)).toMatch(/large/i);
    expect(fake.callsOf(name)).toHaveLength(1);
  });

  fake.fn('strange-text', { retries: 0 }, (call) => done(call.body.event?.data.text));
  test('and an event may hold every character that JSON knows', async () => {
    const text = 'nul \u0000, line \u2028, half \ud83d pair, 😀, "quotes" and \\u0041';
    const id = await post(`${fake.appId}/strange-text`, { data: { text } });
    expect((await api.result(id)).output).toBe(text);
  });
});

describe.concurrent('a connection', () => {
  fake.fn('reset-once', { retries: 1 }, ({ attempt }) => (attempt === 0 ? null : done('well')));
  fake.fn('reset-always', { retries: 1 }, () => null);
  test('that is reset is a failed attempt', async () => {
    expect((await runFake('reset-once')).status).toBe('Completed');
    const attempts = (name: string) => fake.callsOf(name).map(({ attempt }) => attempt);
    expect(attempts('reset-once')).toEqual([0, 1]);
    expect((await runFake('reset-always')).status).toBe('Failed');
    expect(attempts('reset-always')).toEqual([0, 1]);
  });

  flaky.fn('after-the-break', { retries: 0 }, () => done('well'));
  testOfOurs('that is refused uses no attempt up: nothing was sent', async () => {
    await flaky.close();
    const id = await post(`${flaky.appId}/after-the-break`);
    await pause(2_500);
    expect((await api.runsOf(id))[0]?.status).not.toBe('Failed');
    await flaky.open();
    expect(await api.result(id)).toMatchObject({ status: 'Completed', output: 'well' });
    expect(flaky.callsOf('after-the-break').map(({ attempt }) => attempt)).toEqual([0]);
  });
});

describe.concurrent('ops', () => {
  const unsupported = ['WaitForSignal', 'Gateway', 'AIGateway', 'Teleport'];
  for (const op of unsupported) {
    fake.fn(`op-${op}`, { retries: 3 }, (_, nth) =>
      nth === 1 ? ops({ id: 'odd', op, name: 'odd', opts: {} }) : done('not reached'),
    );
  }
  testOfOurs.each(unsupported)('%s is not known: the run fails and says its name', async (op) => {
    const run = await runFake(`op-${op}`);
    expect(run.status).toBe('Failed');
    expect(JSON.stringify(run.output)).toContain(op);
    expect(fake.callsOf(`op-${op}`)).toHaveLength(1);
  });

  fake.fn(
    'hears-failed',
    {
      triggers: [
        {
          event: 'inngest/function.failed',
          expression: `event.data.function_id.startsWith('${fake.appId}-op-')`,
        },
      ],
    },
    () => done(null),
  );
  testOfOurs('a run that the engine fails is told of as any other', async () => {
    await until(() => {
      const told = fake.callsOf('hears-failed').map(({ body }) => body.event?.data.function_id);
      expect(told.sort()).toEqual(unsupported.map((op) => `${fake.appId}-op-${op}`).sort());
    });
  });

  fake.fn('endless', { retries: 0 }, () =>
    ops(...Array.from({ length: 1_001 }, (_, n) => sleepOp(`nap ${n}`, '1h'))),
  );
  test('more than 1000 steps fail the run', async () => {
    const run = await runFake('endless');
    expect(run.status).toBe('Failed');
    expect(JSON.stringify(run.output)).toMatch(/1,?000|too many|limit/i);
  });

  fake.fn('complete', { retries: 0 }, (_, nth) =>
    nth === 1
      ? ops({ id: 'disc', op: 'DiscoveryRequest' })
      : ops({ id: 'end', op: 'RunComplete', data: { all: 'done' } }),
  );
  test('DiscoveryRequest asks again, RunComplete ends the run', async () => {
    expect(await runFake('complete')).toMatchObject({ status: 'Completed', output: { all: 'done' } });
    expect(fake.callsOf('complete')).toHaveLength(2);
  });

  fake.fn('reported-again', { retries: 0 }, (call, nth) =>
    nth <= 2 ? ops(stepRun('same', nth)) : done(call.body.steps),
  );
  test('a step that is reported again keeps its first result', async () => {
    expect((await runFake('reported-again')).output).toEqual({ same: { data: 1 } });
    expect(fake.callsOf('reported-again')).toHaveLength(3);
  });

  fake.fn('planned-twice', { retries: 0 }, (call) => {
    if (call.stepId !== 'step') return ops(stepRun(call.stepId, call.stepId));
    return call.stack.length === 0 ? ops(planned('twin'), planned('twin'), planned('one')) : done('end');
  });
  test('a step that is planned twice runs once', async () => {
    expect((await runFake('planned-twice')).output).toBe('end');
    const targeted = fake.callsOf('planned-twice').filter(({ stepId }) => stepId !== 'step');
    expect(targeted.map(({ stepId }) => stepId).sort()).toEqual(['one', 'twin']);
  });

  fake.fn('slept-again', { retries: 0 }, (call) => {
    const open = [sleepOp('short', '4s'), sleepOp('long', '5s')].filter(({ id }) => !call.stack.includes(id));
    return open.length > 0 ? ops(...open) : done(call.stack);
  });
  test('a sleep that is reported again does not start anew', async () => {
    expect((await runFake('slept-again')).output).toEqual(['short', 'long']);
    const calls = fake.callsOf('slept-again');
    expect(calls).toHaveLength(3);
    expect((calls[2]?.at ?? 0) - (calls[0]?.at ?? 0)).toBeLessThan(8_500);
  });

  fake.fn('slow-to-ask', { retries: 0 }, async (call, nth) => {
    if (nth === 1) return ops(sleepOp('short', '1s'), sleepOp('long', '2s'));
    if (call.stack.includes('long')) return done('heard');
    await pause(3_500);
    const opts = { timeout: '1h' };
    return ops(sleepOp('long', '2s'), { id: 'wait', op: 'WaitForEvent', name: 'never/sent', opts });
  });
  test('what ends while the app is being asked is told it next, although the answer wants something else', async () => {
    expect((await runFake('slow-to-ask')).output).toBe('heard');
    expect(fake.callsOf('slow-to-ask')).toHaveLength(3);
  });

  fake.fn('memos', { retries: 1 }, (call, nth) => {
    const error = failure('TypeError', 'weak');
    if (nth <= 2) {
      const op = nth === 1 ? 'StepError' : 'StepFailed';
      return {
        status: 206,
        headers: { ...sdk, 'x-inngest-no-retry': String(nth === 2) },
        body: [{ id: 'bad', op, name: 'bad', opts: {}, error, data: nth === 2 ? { ignore: true } : null }],
      };
    }
    const timeout = { event: 'never/sent', timeout: '1s' };
    if (nth === 3) return ops({ id: 'wait', op: 'WaitForEvent', name: 'never/sent', opts: timeout });
    if (nth === 4) return ops(sleepOp('nap', '1s'));
    if (nth === 5) return ops({ ...stepRun('sent', { ids: ['a'] }), opts: { type: 'step.sendEvent' } });
    return done(call.body.steps);
  });
  test('memos are { data } or { error }, whatever made them', async () => {
    const { output } = await runFake('memos');
    expect(output).toMatchObject({
      bad: { error: { name: 'TypeError', message: 'weak' } },
      sent: { data: { ids: ['a'] } },
    });
    const { wait, nap } = output as Record<string, unknown>;
    expect([wait ?? null, nap ?? null]).toEqual([{ data: null }, { data: null }]);
    expect(fake.callsOf('memos').map(({ attempt }) => attempt)).toEqual([0, 1, 0, 0, 0, 0]);
  });

  fake.fn('final-step-error', { retries: 3 }, (call, nth) =>
    nth === 1
      ? {
          status: 206,
          headers: { ...sdk, 'x-inngest-no-retry': 'true' },
          body: [{ id: 'bad', op: 'StepError', name: 'bad', opts: {}, error: failure('Error', 'final') }],
        }
      : done(call.body.steps),
  );
  test('a StepError with no-retry is final, whatever attempts are left', async () => {
    expect((await runFake('final-step-error')).output).toMatchObject({
      bad: { error: { message: 'final' } },
    });
    expect(fake.callsOf('final-step-error')).toHaveLength(2);
  });

  fake.fn('fetches-state', { retries: 0 }, async (call, nth) => {
    if (nth === 1) return ops(stepRun('f1', { n: 1 }));
    const [actions, batch] = await Promise.all(
      ['actions', 'batch'].map((what) => api.call(`/v0/runs/${call.runId}/${what}`)),
    );
    return done({ actions: actions?.body, batch: batch?.body });
  });
  test('the state of a run can be fetched', async () => {
    const { output } = await runFake('fetches-state');
    expect(output).toMatchObject({
      actions: { f1: { data: { n: 1 } } },
      batch: [{ name: `${fake.appId}/fetches-state` }],
    });
  });
  test('the state of an unknown run cannot', async () => {
    for (const what of ['actions', 'batch']) {
      const { status, body } = await api.call(`/v0/runs/01ARZ3NDEKTSV4RRFFQ69G5FAV/${what}`);
      expect(status).toBe(404);
      expect(body).toMatchObject({ error: expect.any(String), status: 404 });
    }
  });
});

describe.concurrent('a crowd', () => {
  fake.fn('crowd', { retries: 0 }, async () => {
    await pause(200);
    return done(null);
  });
  fake.fn('urgent', { retries: 0 }, () => done('at once'));
  test('of one function does not keep another waiting', async () => {
    const name = `${fake.appId}/crowd`;
    const { body } = await postRaw(JSON.stringify(Array.from({ length: 500 }, () => ({ name, data: {} }))));
    await until(() => expect(fake.callsOf('crowd').length).toBeGreaterThan(20));
    expect((await runFake('urgent')).output).toBe('at once');
    const [urgent] = fake.callsOf('urgent');
    const before = fake.callsOf('crowd').filter(({ at }) => at < (urgent?.at ?? 0));
    expect(before.length).toBeLessThan(350);
    await until(() => expect(fake.callsOf('crowd')).toHaveLength(500));
    expect((body as { ids: string[] }).ids).toHaveLength(500);
  });
});

describe.concurrent('the event API', () => {
  const name = `${fake.appId}/seeded`;
  fake.fn('seeded', { retries: 0 }, (call) => done(call.body.event?.data));
  const seed = () => `${Date.now()},${randomBytes(10).toString('base64')}`;

  test('takes one event or a list, under any key, and answers with an id for each', async () => {
    for (const [body, length] of [
      [{ name, data: {} }, 1],
      [
        [
          { name, data: {} },
          { name, data: {} },
        ],
        2,
      ],
    ] as const) {
      const answer = await postRaw(JSON.stringify(body));
      expect(answer).toMatchObject({ status: 200, body: { status: 200, ids: expect.any(Array) } });
      expect(new Set((answer.body as { ids: string[] }).ids).size).toBe(length);
    }
  });

  test('a resend with the same seed gives the same ids and starts nothing', async () => {
    const headers = { 'x-inngest-event-id-seed': seed() };
    const body = JSON.stringify([
      { name, data: { n: 1 } },
      { name, data: { n: 2 } },
    ]);
    const [first, second] = await Promise.all([postRaw(body, headers), postRaw(body, headers)]);
    const third = await postRaw(body, headers);
    expect(second?.body).toEqual(first?.body);
    expect(third.body).toEqual(first?.body);
    const { ids } = third.body as { ids: string[] };
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) await api.over(id, 1);
    await pause(500);
    for (const id of ids) expect(await api.runsOf(id)).toHaveLength(1);
    const other = await postRaw(body, { 'x-inngest-event-id-seed': seed() });
    expect((other.body as { ids: string[] }).ids).not.toEqual(ids);
  });

  const refused: Record<string, string> = {
    'no JSON': '{"name":',
    'no name': JSON.stringify({ data: {} }),
    'an empty name': JSON.stringify({ name: '', data: {} }),
    'a name that is no text': JSON.stringify({ name: 7, data: {} }),
    'data that is no object': JSON.stringify({ name, data: 'text' }),
    'a list among the events': JSON.stringify([[]]),
    'a name of 513 characters': JSON.stringify({ name: 'n'.repeat(513), data: {} }),
    'a name of the system': JSON.stringify({ name: 'inngest/function.finished', data: {} }),
    'an event of over 512 KB': JSON.stringify({ name, data: { text: 'x'.repeat(600_000) } }),
    'more than 5000 events': JSON.stringify(Array.from({ length: 5_001 }, () => ({ name, data: {} }))),
  };
  testOfOurs.each(Object.entries(refused))('refuses %s', async (_, body) => {
    const answer = await postRaw(body);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.body).toMatchObject({ error: expect.any(String), status: answer.status });
  });

  test('takes a text of the system out of the data', async () => {
    const id = await post(name, { data: { _inngest: { fn_id: 'x', correlation_id: 'y' }, kept: 1 } });
    expect((await api.result(id)).output).toEqual({ kept: 1 });
  });

  testOfOurs('tells errors as { error, status }', async () => {
    for (const path of ['/no/such/path', '/v1/runs/none', '/v1/events/none', '/v1/events/none/runs']) {
      const { status, body } = await api.call(path);
      if (path === '/v1/events/none/runs' && status === 200) continue;
      expect(status, path).toBe(404);
      expect(body, path).toMatchObject({ error: expect.any(String), status: 404 });
    }
    const unknown = await api.call('/invoke/no-such-function', { method: 'POST', body: '{"data":{}}' });
    expect(unknown).toMatchObject({ status: 404, body: { error: expect.any(String), status: 404 } });
  });

  test('shows a stored event', async () => {
    const id = await post(name, { id: `${fake.appId}-shown`, ts: 1_700_000_000_000, data: { n: 3 } });
    const { status, body } = await api.call(`/v1/events/${id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ data: { name, data: { n: 3 } } });
  });
});

describe.concurrent('registering', () => {
  const post = (body: unknown) =>
    api.call('/fn/register', { method: 'POST', body: JSON.stringify(body), headers: sdk });
  const bodyWith = (functions: unknown[]) => ({
    url: fake.url,
    deployType: 'ping',
    framework: 'nodejs',
    appName: `${fake.appId}-refused`,
    sdk: 'js:v4.24.0',
    v: '0.1',
    functions,
  });
  const withOption = (option: Record<string, unknown>) => {
    const [like] = fake.functions();
    return { ...like, id: `${fake.appId}-refused-fn`, ...option };
  };

  const broken: Record<string, { option: Record<string, unknown>; named: string }> = {
    'a cron that cannot be read': {
      option: { triggers: [{ cron: 'every tuesday' }] },
      named: 'every tuesday',
    },
    'a time zone that does not exist': {
      option: { triggers: [{ cron: 'TZ=Mars/Olympus 0 0 * * *' }] },
      named: 'Mars/Olympus',
    },
    'an expression that cannot be parsed': {
      option: { triggers: [{ event: 'x/y', expression: "event.data.a == 'b" }] },
      named: 'event.data.a',
    },
    'a debounce with an unreadable period': { option: { debounce: { period: 'soon' } }, named: 'soon' },
    'three concurrency limits': {
      option: { concurrency: [{ limit: 1 }, { limit: 2 }, { limit: 3 }] },
      named: 'concurrency',
    },
    'an option nobody knows': { option: { teleport: { to: 'mars' } }, named: 'teleport' },
    'another runtime than HTTP': {
      option: { steps: { step: { id: 'step', name: 'step', runtime: { type: 'ws', url: 'ws://x' } } } },
      named: 'ws',
    },
    'a scope of concurrency that does not exist': {
      option: { concurrency: [{ limit: 1, scope: 'planet' }] },
      named: 'planet',
    },
    'batches that can be cancelled': {
      option: { batchEvents: { maxSize: 2, timeout: '1s' }, cancel: [{ event: 'x/y' }] },
      named: 'batchEvents',
    },
    'six ways to be cancelled': {
      option: { cancel: Array.from({ length: 6 }, (_, n) => ({ event: `x/${n}` })) },
      named: 'cancelOn',
    },
  };
  testOfOurs.each(Object.entries(broken))('refuses %s, by name', async (_, { option, named }) => {
    const { status, body } = await post(bodyWith([withOption(option)]));
    expect({ status, body }).toMatchObject({ status: 400, body: { error: expect.any(String), status: 400 } });
    expect((body as { error: string }).error).toContain(named);
    expect((body as { error: string }).error).toContain('refused-fn');
  });

  testOfOurs('refuses what is no registration at all', async () => {
    for (const body of [{}, { url: fake.url }, { ...bodyWith([]), functions: 'none' }]) {
      const answer = await post(body);
      expect(answer).toMatchObject({ status: 400, body: { error: expect.any(String), status: 400 } });
    }
  });
});
