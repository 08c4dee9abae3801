import { describe, expect, test, vi } from 'vitest';
import { countBodies } from '@/stack/jobs/testing/count-bodies';
import { openSuite } from '@/stack/jobs/testing/open-suite';

// What holds runs back, drops them, or ends them early.
const suite = await openSuite('flow');
const { client, on, event, run, send, callsOf, api, appId } = suite;
const { ran, count } = countBodies();
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const eventually = (check: () => void, timeout = 15_000) => vi.waitFor(check, { timeout, interval: 100 });
const answered = (name: string, calls = 1) =>
  eventually(() => expect(callsOf(name).filter(({ status }) => status !== null)).toHaveLength(calls)).then(
    () => pause(400),
  );

/** When each body of a function began and ended, by its event's key. Each goes on until `together` ran at one time, or for 4 s. */
function stopwatch(together: number) {
  const spans: { key: string; from: number; to: number }[] = [];
  const watch = {
    spans,
    async work(key: string, ms: number) {
      const span = { key, from: Date.now(), to: Number.POSITIVE_INFINITY };
      spans.push(span);
      const giveUpAt = Date.now() + 4_000;
      await pause(ms);
      while (watch.most() < together && Date.now() < giveUpAt) await pause(20);
      span.to = Date.now();
    },
    /** The most that ran at one time, of one key or of all. */
    most(key?: string) {
      const own = spans.filter((span) => key === undefined || span.key === key);
      return Math.max(
        ...own.map(({ from }) => own.filter((span) => span.from <= from && from < span.to).length),
      );
    },
  };
  return watch;
}

describe.concurrent('concurrency', () => {
  const keyed = stopwatch(2);
  client.createFunction(
    { ...on('keyed'), retries: 0, concurrency: { limit: 1, key: 'event.data.key' } },
    async ({ event, step }) => {
      await step.run('work', () => keyed.work(event.data.key, 300));
      await step.run('more', () => keyed.work(event.data.key, 200));
    },
  );
  test('a limit by key holds for each key alone, and all runs complete', async () => {
    const ids = await Promise.all(['A', 'A', 'A', 'B', 'B', 'B'].map((key) => send('keyed', { key })));
    for (const { status } of await Promise.all(ids.map((id) => api.result(id))))
      expect(status).toBe('Completed');
    expect([keyed.most('A'), keyed.most('B'), keyed.most()]).toEqual([1, 1, 2]);
    expect(keyed.spans).toHaveLength(12);
  });

  const limited = stopwatch(2);
  client.createFunction({ ...on('limited'), retries: 0, concurrency: 2 }, async () => {
    await limited.work('', 400);
  });
  test('a limit of the function is reached and not passed', async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, () => send('limited')));
    await Promise.all(ids.map((id) => api.result(id)));
    expect(limited.most()).toBe(2);
  });

  const inLine: number[] = [];
  client.createFunction({ ...on('in-line'), retries: 0, concurrency: 1 }, ({ event }) => {
    inLine.push(event.data.n);
  });
  test('what waits for its turn gets it in the order in which it came', async () => {
    const order = [1, 2, 3, 4, 5, 6];
    const ids = [];
    for (const n of order) ids.push(await send('in-line', { n }));
    await Promise.all(ids.map((id) => api.result(id)));
    expect(inLine).toEqual(order);
  });

  const both = stopwatch(3);
  client.createFunction(
    {
      ...on('two-limits'),
      retries: 0,
      concurrency: [{ limit: 3 }, { limit: 1, key: 'event.data.key' }],
    },
    async ({ event }) => {
      await both.work(event.data.key, 300);
    },
  );
  test('two limits hold at once', async () => {
    const ids = await Promise.all(
      ['a', 'a', 'b', 'b', 'c', 'c', 'd', 'd'].map((key) => send('two-limits', { key })),
    );
    await Promise.all(ids.map((id) => api.result(id)));
    expect(both.most()).toBe(3);
    for (const key of ['a', 'b', 'c', 'd']) expect(both.most(key)).toBe(1);
  });

  client.createFunction({ ...on('dozing'), retries: 0, concurrency: 1 }, async ({ step }) => {
    await step.sleep('doze', '5s');
  });
  test('runs that sleep do not count', async () => {
    const ids = await Promise.all([1, 2, 3].map(() => send('dozing')));
    await Promise.all(ids.map((id) => api.result(id)));
    expect(callsOf('dozing').map(({ stack }) => stack.length)).toEqual([0, 0, 0, 1, 1, 1]);
  });

  const grouped = stopwatch(2);
  client.createFunction({ ...on('group-limit'), retries: 0, concurrency: 2 }, async ({ step }) => {
    await Promise.all([1, 2, 3, 4].map((part) => step.run(`part ${part}`, () => grouped.work('', 300))));
  });
  test('the limit counts the steps of a parallel group', async () => {
    expect((await run('group-limit')).status).toBe('Completed');
    expect(grouped.most()).toBe(2);
    expect(grouped.spans).toHaveLength(4);
  });
});

describe.concurrent('dropping and delaying', () => {
  client.createFunction(
    { ...on('idempotent'), retries: 0, idempotency: 'event.data.key' },
    ({ event }) => void ran(`idempotent/${event.data.key}`),
  );
  client.createFunction(
    { ...on('rate-limited'), retries: 0, rateLimit: { limit: 1, period: '1m', key: 'event.data.key' } },
    ({ event }) => void ran(`rate-limited/${event.data.key}`),
  );
  test.each(['idempotent', 'rate-limited'])(
    '%s: one run a key, the rest dropped in silence',
    async (name) => {
      const ids: string[] = [];
      for (const key of ['A', 'A', 'A', 'A', 'A', 'B']) ids.push(await send(name, { key }));
      await eventually(() => expect([count(`${name}/A`), count(`${name}/B`)]).toEqual([1, 1]));
      await pause(1_000);
      expect([count(`${name}/A`), count(`${name}/B`)]).toEqual([1, 1]);
      const runs = await Promise.all(ids.map((id) => api.runsOf(id)));
      expect(runs.map((found) => found.length)).toEqual([1, 0, 0, 0, 0, 1]);
    },
  );

  client.createFunction(
    { ...on('rate-of-two'), retries: 0, rateLimit: { limit: 2, period: '10s' } },
    () => void ran('rate-of-two'),
  );
  test('a rate limit of two lets two through', async () => {
    for (let turn = 0; turn < 4; turn += 1) await send('rate-of-two');
    await eventually(() => expect(count('rate-of-two')).toBe(2));
    await pause(1_000);
    expect(count('rate-of-two')).toBe(2);
  });

  const throttled: number[] = [];
  client.createFunction(
    { ...on('throttled'), retries: 0, throttle: { limit: 1, period: '1s' } },
    () => void throttled.push(Date.now()),
  );
  test('a throttle delays starts and drops none', async () => {
    const from = Date.now();
    const ids = await Promise.all([1, 2, 3].map(() => send('throttled')));
    await Promise.all(ids.map((id) => api.result(id)));
    const [, second = 0, third = 0] = throttled;
    expect(throttled).toHaveLength(3);
    expect(second - from).toBeGreaterThanOrEqual(900);
    expect(third - from).toBeGreaterThanOrEqual(1_800);
  });

  const debounced: { key: string; n: number; at: number }[] = [];
  client.createFunction(
    { ...on('debounced'), retries: 0, debounce: { period: '2s', key: 'event.data.key' } },
    ({ event }) => void debounced.push({ key: event.data.key, n: event.data.n, at: Date.now() }),
  );
  test('a debounce runs once, with the last event, a period after it, for each key', async () => {
    let last = 0;
    for (let n = 1; n <= 5; n += 1) {
      last = Date.now();
      await send('debounced', { key: 'a', n });
      await pause(100);
    }
    await send('debounced', { key: 'b', n: 1 });
    await eventually(() => expect(debounced.filter(({ key }) => key === 'b')).toHaveLength(1));
    await pause(1_500);
    const a = debounced.filter(({ key }) => key === 'a');
    expect(a).toMatchObject([{ n: 5 }]);
    expect((a[0]?.at ?? 0) - last).toBeGreaterThanOrEqual(1_950);
    expect(debounced.filter(({ key }) => key === 'b')).toHaveLength(1);
  });
  test('a debounced function runs again for what comes later', async () => {
    for (const n of [1, 2]) {
      await send('debounced', { key: 'again', n });
      await eventually(() => expect(debounced.filter(({ key }) => key === 'again')).toHaveLength(n));
    }
  });

  const ordered: string[] = [];
  client.createFunction(
    { ...on('out-of-order'), retries: 0, debounce: { period: '3s' } },
    ({ event }) => void ordered.push(event.data.word),
  );
  test('of debounced events the latest by its time wins, not the last to come', async () => {
    const now = Date.now();
    await send('out-of-order', { word: 'newer' }, { ts: now + 60_000 });
    await send('out-of-order', { word: 'older' }, { ts: now });
    await eventually(() => expect(ordered).toHaveLength(1));
    await pause(1_500);
    expect(ordered).toEqual(['newer']);
  });

  const capped: number[] = [];
  client.createFunction(
    { ...on('capped'), retries: 0, debounce: { period: '3s', timeout: '4s' } },
    () => void capped.push(Date.now()),
  );
  test('a debounce’s timeout ends the waiting although events keep coming', async () => {
    const from = Date.now();
    while (capped.length === 0 && Date.now() - from < 15_000) {
      await send('capped');
      await pause(500);
    }
    const [first = Number.POSITIVE_INFINITY] = capped;
    expect(first - from).toBeGreaterThanOrEqual(3_500);
    expect(first - from).toBeLessThan(15_000);
  });
});

describe.concurrent('cancelling', () => {
  const told: Record<string, unknown>[] = [];
  client.createFunction(
    {
      id: 'hears-cancelled',
      retries: 0,
      triggers: [
        { event: 'inngest/function.cancelled', if: `event.data.function_id.startsWith('${appId}-')` },
      ],
    },
    ({ event }) => void told.push(event.data),
  );
  const toldOf = (runId: string) => told.filter((data) => data.run_id === runId);
  const cancelOn = [{ event: event('cancel'), match: 'data.order' }] as const;

  client.createFunction(
    { ...on('sleeping'), retries: 0, cancelOn: [...cancelOn] },
    async ({ event, step }) => {
      await step.sleep('a long time', '7s');
      await step.run('after', () => ran(`sleeping/${event.data.order}`));
    },
  );
  client.createFunction(
    { ...on('waiting'), retries: 0, cancelOn: [...cancelOn] },
    async ({ event: { data }, step }) => {
      await step.waitForEvent('for ever', { event: event('never'), timeout: '7s' });
      await step.run('after', () => ran(`waiting/${data.order}`));
    },
  );
  test.each(['sleeping', 'waiting'])('a %s run is cancelled by its event, and by no other', async (name) => {
    const [mine, other] = [`${name}-mine`, `${name}-other`];
    const ids = await Promise.all([send(name, { order: mine }), send(name, { order: other })]);
    await answered(name, 2);
    await send('cancel', { order: mine });
    const [cancelled, spared] = await Promise.all(ids.map((id) => api.result(id)));
    expect([cancelled?.status, spared?.status]).toEqual(['Cancelled', 'Completed']);
    expect([count(`${name}/${mine}`), count(`${name}/${other}`)]).toEqual([0, 1]);
    await eventually(() => expect(toldOf(cancelled?.run_id ?? '')).toHaveLength(1));
    await pause(500);
    expect(toldOf(cancelled?.run_id ?? '')).toMatchObject([
      { function_id: `${appId}-${name}`, event: { data: { order: mine } } },
    ]);
    expect(toldOf(spared?.run_id ?? '')).toEqual([]);
  });

  client.createFunction({ ...on('working'), retries: 0, cancelOn: [...cancelOn] }, async ({ step }) => {
    await step.run('long', async () => {
      ran('working/began');
      await pause(1_500);
      ran('working/ended');
    });
    await step.run('after', () => ran('working/after'));
  });
  test('a step that runs is not interrupted, but its result is not used', async () => {
    const id = await send('working', { order: 'w' });
    await eventually(() => expect(count('working/began')).toBe(1));
    await send('cancel', { order: 'w' });
    const { status, run_id } = await api.result(id);
    expect(status).toBe('Cancelled');
    await eventually(() => expect(count('working/ended')).toBe(1));
    await pause(1_000);
    expect([count('working/began'), count('working/after')]).toEqual([1, 0]);
    expect(toldOf(run_id)).toHaveLength(1);
    expect((await api.result(id)).status).toBe('Cancelled');
  });

  client.createFunction(
    {
      ...on('by-expression'),
      retries: 0,
      cancelOn: [{ event: event('stop'), if: 'async.data.level > event.data.level', timeout: '1h' }],
    },
    async ({ step }) => {
      await step.sleep('a while', '7s');
    },
  );
  test('cancelOn with an expression over both events', async () => {
    const [low, high] = await Promise.all([
      send('by-expression', { level: 1 }),
      send('by-expression', { level: 5 }),
    ]);
    await answered('by-expression', 2);
    await send('stop', { level: 3 });
    expect((await api.result(low)).status).toBe('Cancelled');
    expect((await api.result(high)).status).toBe('Completed');
  });

  client.createFunction({ ...on('done-already'), retries: 0, cancelOn: [...cancelOn] }, () => 'done');
  test('cancelling what is over changes nothing', async () => {
    const id = await send('done-already', { order: 'd' });
    const { run_id } = await api.result(id);
    await send('cancel', { order: 'd' });
    await pause(700);
    expect((await api.result(id)).status).toBe('Completed');
    expect(toldOf(run_id)).toEqual([]);
  });

  client.createFunction({ ...on('by-hand'), retries: 0 }, async ({ step }) => {
    await step.sleep('a while', '10s');
  });
  test('a run is cancelled by DELETE /v1/runs/{id}', async () => {
    const id = await send('by-hand');
    await answered('by-hand');
    const [found] = await api.runsOf(id);
    const { status } = await api.call(`/v1/runs/${found?.run_id}`, { method: 'DELETE' });
    expect(status).toBeLessThan(300);
    expect((await api.result(id)).status).toBe('Cancelled');
  });
});

describe.concurrent('batches, singletons, priority, timeouts', () => {
  const batches: { key: string; n: number[]; first: number }[] = [];
  client.createFunction(
    { ...on('batched'), retries: 0, batchEvents: { maxSize: 3, timeout: '2s', key: 'event.data.key' } },
    ({ event, events }) => {
      batches.push({
        key: event.data.key,
        n: events.map(({ data }) => data.n),
        first: event.data.n,
      });
    },
  );
  test('a batch runs when it is full, or when its time is over, by key', async () => {
    const data = [...[1, 2, 3, 4].map((n) => ({ key: 'a', n })), { key: 'b', n: 9 }];
    await client.send(data.map((one) => ({ name: event('batched'), data: one })));
    await eventually(() => expect(batches).toHaveLength(3));
    await pause(500);
    expect([...batches].sort((one, other) => one.first - other.first)).toEqual([
      { key: 'a', n: [1, 2, 3], first: 1 },
      { key: 'a', n: [4], first: 4 },
      { key: 'b', n: [9], first: 9 },
    ]);
  });

  for (const mode of ['skip', 'cancel'] as const) {
    client.createFunction(
      { ...on(`single-${mode}`), retries: 0, singleton: { mode, key: 'event.data.key' } },
      async ({ event, step }) => {
        await step.sleep('a while', '6s');
        return event.data.n;
      },
    );
  }
  test('a singleton that skips keeps the run that is there', async () => {
    const first = await send('single-skip', { key: 'a', n: 1 });
    await answered('single-skip');
    const second = await send('single-skip', { key: 'a', n: 2 });
    const other = await send('single-skip', { key: 'b', n: 3 });
    expect((await api.result(first)).output).toBe(1);
    expect((await api.result(other)).output).toBe(3);
    expect(await api.runsOf(second)).toEqual([]);
    expect((await run('single-skip', { key: 'a', n: 4 })).output).toBe(4);
  });
  test('a singleton that cancels keeps the newest', async () => {
    const first = await send('single-cancel', { key: 'a', n: 1 });
    await answered('single-cancel');
    const second = await send('single-cancel', { key: 'a', n: 2 });
    expect((await api.result(first)).status).toBe('Cancelled');
    expect(await api.result(second)).toMatchObject({ status: 'Completed', output: 2 });
  });

  const order: string[] = [];
  client.createFunction(
    { ...on('prioritised'), retries: 0, concurrency: 1, priority: { run: 'event.data.rank' } },
    async ({ event }) => {
      order.push(event.data.name);
      await pause(500);
    },
  );
  test('a higher priority goes first among those that wait', async () => {
    const first = await send('prioritised', { name: 'first', rank: 0 });
    await eventually(() => expect(order).toEqual(['first']));
    const others = [];
    for (const [name, rank] of [
      ['low', -100],
      ['middle', 0],
      ['high', 100],
    ]) {
      others.push(await send('prioritised', { name, rank }));
    }
    await Promise.all([first, ...others].map((id) => api.result(id)));
    expect(order).toEqual(['first', 'high', 'middle', 'low']);
  });

  client.createFunction({ ...on('too-long'), retries: 0, timeouts: { finish: '1s' } }, async ({ step }) => {
    await step.sleep('long', '4s');
    await step.run('after', () => ran('too-long'));
  });
  test('a run that takes longer than its timeout is cancelled', async () => {
    expect((await run('too-long')).status).toBe('Cancelled');
    expect(count('too-long')).toBe(0);
  });

  client.createFunction(
    { ...on('too-late'), retries: 0, concurrency: 1, timeouts: { start: '3s' } },
    async () => {
      ran('too-late');
      await pause(5_000);
    },
  );
  test('a run that cannot start in time is cancelled, one that started is not', async () => {
    const first = await send('too-late');
    await eventually(() => expect(count('too-late')).toBe(1));
    const second = await send('too-late');
    expect((await api.result(second)).status).toBe('Cancelled');
    expect((await api.result(first)).status).toBe('Completed');
    expect(count('too-late')).toBe(1);
  });
});
