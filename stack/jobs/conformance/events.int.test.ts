import { NonRetriableError, referenceFunction } from 'inngest';
import { describe, expect, test, vi } from 'vitest';
import { countBodies } from '@/stack/jobs/testing/count-bodies';
import { openSuite } from '@/stack/jobs/testing/open-suite';

// What starts functions, wakes them, and what they tell each other.
const suite = await openSuite('events');
const { client, on, event, run, send, callsOf, api, appId } = suite;
const { ran, noted, count } = countBodies();
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const eventually = (check: () => void, timeout = 15_000) => vi.waitFor(check, { timeout, interval: 100 });
/** Waits until the function's last request so far was answered, so that what it asked for stands. */
const answered = (name: string, calls = 1) =>
  eventually(() => expect(callsOf(name).filter(({ status }) => status !== null)).toHaveLength(calls)).then(
    () => pause(400),
  );

describe.concurrent('waiting for an event', () => {
  client.createFunction({ ...on('wait-match'), retries: 0 }, async ({ step }) =>
    step.waitForEvent('paid', { event: event('paid'), timeout: '20s', match: 'data.order' }),
  );
  test('the first event that matches ends the wait, and is returned whole', async () => {
    const order = 'o-1';
    await send('paid', { order, amount: 1 });
    const started = await send('wait-match', { order });
    await answered('wait-match');
    await send('paid', { order: 'another', amount: 2 });
    await pause(500);
    expect((await api.runsOf(started))[0]?.status).toBe('Running');
    const ts = Date.now() - 5_000;
    await send('paid', { order, amount: 3 }, { id: `${appId}-paid-3`, ts });
    const { status, output } = await api.result(started);
    expect(status).toBe('Completed');
    expect(output).toMatchObject({
      name: event('paid'),
      data: { order, amount: 3 },
      id: `${appId}-paid-3`,
      ts,
    });
  });

  client.createFunction({ ...on('wait-timeout'), retries: 0 }, async ({ step }) => {
    const found = await step.waitForEvent('nobody', { event: event('nobody'), timeout: '1s' });
    return step.run('after', () => noted('wait-timeout/after', { found }));
  });
  test('a wait that times out returns null, once', async () => {
    const from = Date.now();
    expect(await run('wait-timeout')).toMatchObject({ status: 'Completed', output: { found: null } });
    expect(Date.now() - from).toBeGreaterThanOrEqual(950);
    expect(count('wait-timeout/after')).toBe(1);
  });

  client.createFunction({ ...on('wait-many'), retries: 0 }, async ({ event: { data }, step }) => {
    const woken = await step.waitForEvent('doors', {
      event: event('doors-open'),
      timeout: '20s',
      if: 'async.data.hall == event.data.hall && async.data.seats > 2',
    });
    return [data.name, woken?.data.seats ?? null];
  });
  test('one event wakes every run that waits for it, and no run twice', async () => {
    const starts = await Promise.all(['a', 'b', 'c'].map((name) => send('wait-many', { hall: 7, name })));
    await answered('wait-many', 3);
    await send('doors-open', { hall: 7, seats: 2 });
    await send('doors-open', { hall: 8, seats: 9 });
    await send('doors-open', { hall: 7, seats: 3 });
    await send('doors-open', { hall: 7, seats: 4 });
    const results = await Promise.all(starts.map((id) => api.result(id)));
    expect(results.map(({ output }) => output)).toEqual([
      ['a', 3],
      ['b', 3],
      ['c', 3],
    ]);
    expect(callsOf('wait-many')).toHaveLength(6);
  });

  client.createFunction({ ...on('wait-own-trigger'), retries: 0 }, async ({ step }) =>
    step.waitForEvent('again', { event: event('wait-own-trigger'), timeout: '2s' }),
  );
  test('the event that started a run does not end its wait', async () => {
    expect(await run('wait-own-trigger')).toMatchObject({ status: 'Completed', output: null });
  });

  client.createFunction({ ...on('wait-twice'), retries: 0 }, async ({ step }) => {
    const both = await Promise.all([
      step.waitForEvent('left', { event: event('left'), timeout: '20s' }),
      step.waitForEvent('right', { event: event('right'), timeout: '20s' }),
    ]);
    const sides = both.map((found) => found?.data.side);
    return step.run('after', () => noted('wait-twice/after', sides));
  });
  test('two waits woken at once are followed by one run of the next step', async () => {
    const started = await send('wait-twice');
    await answered('wait-twice');
    await Promise.all([send('left', { side: 'l' }), send('right', { side: 'r' })]);
    expect(await api.result(started)).toMatchObject({ status: 'Completed', output: ['l', 'r'] });
    expect(count('wait-twice/after')).toBe(1);
  });

  client.createFunction({ ...on('wait-missing-field'), retries: 0 }, async ({ step }) =>
    step.waitForEvent('odd', {
      event: event('odd'),
      timeout: '20s',
      if: "async.data.missing == 'x' || async.data.deep.missing != 'y' && async.data.go == true",
    }),
  );
  test('a field that is missing counts as null in an expression', async () => {
    const started = await send('wait-missing-field');
    await answered('wait-missing-field');
    await send('odd', { go: false });
    await send('odd', { go: true });
    expect(await api.result(started)).toMatchObject({ output: { data: { go: true } } });
  });
});

describe.concurrent('invoking a function', () => {
  const child = client.createFunction({ ...on('child'), retries: 0 }, async ({ event, step }) => {
    ran('child');
    const half = await step.run('half', () => Number(event.data.n) / 2);
    await step.sleep('a while', '1s');
    return { half, name: event.name };
  });
  client.createFunction({ ...on('parent'), retries: 0 }, async ({ step }) => {
    const answer = await step.invoke('ask', { function: child, data: { n: 42 } });
    return step.run('use', () => noted('parent/use', answer));
  });
  test('the parent gets what the child returns', async () => {
    expect(await run('parent')).toMatchObject({
      status: 'Completed',
      output: { half: 21, name: 'inngest/function.invoked' },
    });
    expect(count('parent/use')).toBe(1);
  });

  const failing = client.createFunction({ ...on('failing-child'), retries: 0 }, () => {
    throw new Error('the child broke');
  });
  client.createFunction({ ...on('parent-of-failing'), retries: 2 }, async ({ step }) => {
    try {
      return await step.invoke('ask', { function: failing, data: {} });
    } catch (error) {
      return `caught: ${(error as Error).message}`;
    }
  });
  test('a child’s failure is an error of the step, with its message, and can be caught', async () => {
    const result = await run('parent-of-failing');
    expect(result.status).toBe('Completed');
    expect(result.output).toContain('caught: ');
    expect(result.output).toContain('the child broke');
    for (const { attempt } of callsOf('failing-child')) expect(attempt).toBe(0);
  });

  client.createFunction({ ...on('parent-not-catching'), retries: 2 }, async ({ step }) => {
    await step.invoke('ask', { function: failing, data: {} });
  });
  test('not caught, it fails the parent without a retry', async () => {
    expect(await run('parent-not-catching')).toMatchObject({ status: 'Failed' });
    expect(callsOf('parent-not-catching')).toHaveLength(2);
  });

  client.createFunction({ ...on('parent-of-nobody'), retries: 0 }, async ({ step }) => {
    const nobody = referenceFunction({ functionId: 'nobody-has-this-id' });
    return step.invoke('ask', { function: nobody }).then(
      () => 'not reached',
      (error: Error) => error.message,
    );
  });
  test('a function that does not exist is an error of the step', async () => {
    const result = await run('parent-of-nobody');
    expect(result.status).toBe('Completed');
    expect(result.output).not.toBe('not reached');
  });

  const slow = client.createFunction({ ...on('slow-child'), retries: 0 }, async ({ step }) => {
    await step.sleep('long', '3s');
    return 'late';
  });
  client.createFunction({ ...on('parent-in-a-hurry'), retries: 0 }, async ({ step }) =>
    step.invoke('ask', { function: slow, data: {}, timeout: '1s' }).then(
      () => 'not reached',
      (error: Error) => error.message,
    ),
  );
  test('a child that takes longer than the timeout is an error of the step', async () => {
    expect(await run('parent-in-a-hurry')).toMatchObject({
      status: 'Completed',
      output: expect.stringContaining('Timed out waiting for invoked function to complete'),
    });
  });

  client.createFunction({ ...on('parent-of-many'), retries: 0 }, async ({ step }) => {
    const answers = await Promise.all(
      [10, 20, 30].map((n) => step.invoke(`ask ${n}`, { function: child, data: { n } })),
    );
    return step.run('sum', () =>
      noted(
        'parent-of-many/sum',
        answers.reduce((sum, one) => sum + one.half, 0),
      ),
    );
  });
  test('three children at once are each answered for, and the next step runs once', async () => {
    expect(await run('parent-of-many')).toMatchObject({ status: 'Completed', output: 30 });
    expect(count('parent-of-many/sum')).toBe(1);
  });

  // A child that is not started, or does not end by itself, must not leave its parent waiting.
  const kept: Record<string, Partial<Parameters<typeof client.createFunction>[0]>> = {
    'rate-limited': { rateLimit: { limit: 1, period: '1h' } },
    idempotent: { idempotency: 'event.data.n' },
    single: { singleton: { mode: 'skip' } },
    timed: { timeouts: { finish: '1s' } },
    cancelled: { cancelOn: [{ event: event('cancel-child') }] },
  };
  for (const [name, options] of Object.entries(kept)) {
    const guarded = client.createFunction(
      { ...on(`child-${name}`), retries: 0, ...options },
      async ({ step }) => {
        await step.sleep('long', '5s');
        return 'done';
      },
    );
    client.createFunction({ ...on(`parent-${name}`), retries: 0 }, async ({ step }) => {
      const ask = (id: string) => step.invoke(id, { function: guarded, data: { n: 1 } });
      const answers = await Promise.allSettled([ask('first'), ask('second')]);
      return answers.map(({ status }) => status);
    });
  }
  test.each(['rate-limited', 'idempotent', 'single'])(
    'a child that is dropped (%s) is an error of the step',
    async (name) => {
      const { status, output } = await run(`parent-${name}`, {}, 25_000);
      expect(status).toBe('Completed');
      expect([...(output as string[])].sort()).toEqual(['fulfilled', 'rejected']);
    },
  );
  test('a child that is cancelled by its timeout is an error of the step', async () => {
    expect(await run('parent-timed')).toMatchObject({
      status: 'Completed',
      output: ['rejected', 'rejected'],
    });
  });
  test('a child that is cancelled by an event is an error of the step', async () => {
    const id = await send('parent-cancelled');
    await eventually(() => expect(callsOf('child-cancelled')).toHaveLength(2));
    await pause(300);
    await send('cancel-child');
    expect(await api.result(id)).toMatchObject({ status: 'Completed', output: ['rejected', 'rejected'] });
  });

  client.createFunction(
    { id: 'by-cron-only', retries: 0, triggers: [{ cron: '0 0 1 1 *' }] },
    ({ event }) => ({
      name: event.name,
    }),
  );
  client.createFunction({ ...on('parent-of-cron'), retries: 0 }, async ({ step }) =>
    step.invoke('ask', { function: referenceFunction({ functionId: 'by-cron-only' }) }),
  );
  test('a function with another trigger can be invoked as well', async () => {
    expect(await run('parent-of-cron')).toMatchObject({
      status: 'Completed',
      output: { name: 'inngest/function.invoked' },
    });
  });

  test('POST /invoke starts one run of the function that is named', async () => {
    const before = count('child');
    const answer = await api.call(`/invoke/${appId}-child`, {
      method: 'POST',
      body: JSON.stringify({ data: { n: 2 } }),
    });
    expect(answer.status).toBe(200);
    await eventually(() => expect(count('child')).toBeGreaterThan(before));
  });
});

describe.concurrent('sending events', () => {
  client.createFunction({ ...on('sender'), retries: 1 }, async ({ step }) => {
    const sent = await step.sendEvent('tell', [
      { name: event('told'), data: { part: 1 } },
      { name: event('told'), data: { part: 2 } },
    ]);
    return step.run('fails once', () => {
      if (ran('sender') === 1) throw new Error('once');
      return sent;
    });
  });
  client.createFunction({ ...on('told'), retries: 0 }, ({ event }) => void ran(`told/${event.data.part}`));
  test('events sent in a step are sent once although the next step is retried', async () => {
    const { output } = await run('sender');
    expect((output as { ids: string[] }).ids).toHaveLength(2);
    await Promise.all((output as { ids: string[] }).ids.map((id) => api.over(id)));
    expect([count('told/1'), count('told/2')]).toEqual([1, 1]);
  });

  client.createFunction({ ...on('by-id'), retries: 0 }, () => void ran('by-id/one'));
  client.createFunction(
    { id: 'by-id-too', retries: 0, triggers: [{ event: event('by-id') }] },
    () => void ran('by-id/other'),
  );
  test('an event id starts a function once, however often it is sent, and each function that listens', async () => {
    const ids = [];
    for (let turn = 0; turn < 5; turn += 1) ids.push(await send('by-id', { turn }, { id: `${appId}-twice` }));
    await eventually(() => expect([count('by-id/one'), count('by-id/other')]).toEqual([1, 1]));
    await pause(1_000);
    expect([count('by-id/one'), count('by-id/other')]).toEqual([1, 1]);
    expect(new Set(ids).size).toBe(5);
    for (const id of ids) expect((await api.call(`/v1/events/${id}`)).status).toBe(200);
    await send('by-id', {}, { id: `${appId}-once` });
    await eventually(() => expect([count('by-id/one'), count('by-id/other')]).toEqual([2, 2]));
  });

  client.createFunction({ ...on('listed'), retries: 0 }, ({ event }) => ({
    id: event.id,
    ts: event.ts,
    data: event.data,
  }));
  test('what is sent in one call comes back as ids in its order, each with its own run', async () => {
    const { ids } = await client.send([1, 2, 3].map((n) => ({ name: event('listed'), data: { n } })));
    expect(new Set(ids).size).toBe(3);
    const runs = await Promise.all(ids.map((id) => api.result(id)));
    expect(runs.map(({ output }) => (output as { data: unknown }).data)).toEqual([
      { n: 1 },
      { n: 2 },
      { n: 3 },
    ]);
  });
  test('an event without id or time gets both', async () => {
    const from = Date.now();
    const id = await send('listed');
    const { output } = await api.result(id);
    const { id: given, ts } = output as { id: string; ts: number };
    expect(given).toBe(id);
    expect(ts).toBeGreaterThanOrEqual(from - 1_000);
    expect(ts).toBeLessThanOrEqual(Date.now() + 1_000);
  });

  test('an event that nobody listens to is stored, and starts nothing', async () => {
    const id = await send('unheard');
    await pause(500);
    expect(await api.runsOf(id)).toEqual([]);
  });
});

describe.concurrent('triggers', () => {
  client.createFunction(
    {
      id: 'two-triggers',
      retries: 0,
      triggers: [
        { event: event('user.created'), if: "event.data.type == 'premium'" },
        { event: event('user.updated'), if: "event.data.type == 'standard'" },
        { event: event('user.deleted') },
      ],
    },
    ({ event }) => `${event.name.split('/')[1]} ${event.data.type}`,
  );
  test('each trigger’s expression is asked only for its own event', async () => {
    const asked = (name: string, type: string) => send(name, { type });
    const none = await Promise.all([asked('user.created', 'standard'), asked('user.updated', 'premium')]);
    const some = await Promise.all([
      asked('user.created', 'premium'),
      asked('user.updated', 'standard'),
      asked('user.deleted', 'any'),
    ]);
    const runs = await Promise.all(some.map((id) => api.result(id)));
    expect(runs.map(({ output }) => output)).toEqual([
      'user.created premium',
      'user.updated standard',
      'user.deleted any',
    ]);
    for (const id of none) expect(await api.runsOf(id)).toEqual([]);
  });

  client.createFunction(
    { id: 'wildcard', retries: 0, triggers: [{ event: event('wild/*') }] },
    ({ event }) => {
      ran('wildcard');
      return event.name;
    },
  );
  test('a name that ends in a star takes what is below it, and nothing else', async () => {
    const [one, deep] = await Promise.all([send('wild/one'), send('wild/one.two')]);
    const other = await send('wilder/one');
    expect((await api.result(one)).output).toBe(event('wild/one'));
    expect((await api.result(deep)).output).toBe(event('wild/one.two'));
    expect(await api.runsOf(other)).toEqual([]);
    expect(count('wildcard')).toBe(2);
  });

  const expressions: Record<string, { expression: string; yes: unknown[]; no: unknown[] }> = {
    numbers: {
      expression: 'event.data.amount > 100 && event.data.amount <= 200.5',
      yes: [{ amount: 150 }, { amount: 200.5 }],
      no: [{ amount: 100 }, { amount: 201 }, {}, { amount: 'text' }],
    },
    lists: {
      expression: "event.data.country in ['DE', 'FR'] && size(event.data.tags) == 2",
      yes: [{ country: 'FR', tags: ['a', 'b'] }],
      no: [{ country: 'US', tags: ['a', 'b'] }, { country: 'DE', tags: [] }, { country: 'DE' }],
    },
    texts: {
      expression: "event.data.mail.endsWith('@shop.test') || event.data.name.startsWith('Ad')",
      yes: [
        { mail: 'a@shop.test', name: '' },
        { mail: '', name: 'Ada' },
      ],
      no: [{ mail: 'a@shop.example', name: 'Bob' }],
    },
    missing: {
      expression: "event.data.missing == null && event.data.a.b != 'x' && !(event.data.c == 'x')",
      yes: [{}, { a: { b: 'y' } }],
      no: [{ missing: 1 }, { a: { b: 'x' } }, { c: 'x' }],
    },
  };
  for (const [name, { expression }] of Object.entries(expressions)) {
    client.createFunction(
      { id: `if-${name}`, retries: 0, triggers: [{ event: event(`if-${name}`), if: expression }] },
      ({ event }) => event.data,
    );
  }
  test.each(Object.entries(expressions))('an expression over %s', async (name, { yes, no }) => {
    const refused = await Promise.all(no.map((data) => send(`if-${name}`, data as Record<string, unknown>)));
    for (const data of yes) {
      expect(await run(`if-${name}`, data as Record<string, unknown>)).toMatchObject({ output: data });
    }
    for (const id of refused) expect(await api.runsOf(id)).toEqual([]);
  });

  client.createFunction(
    {
      id: 'broken-expression',
      retries: 0,
      triggers: [{ event: event('twofold'), if: "event.data.x.startsWith('a')" }],
    },
    () => void ran('twofold/broken'),
  );
  client.createFunction({ ...on('twofold'), retries: 0 }, () => void ran('twofold/sound'));
  test('an expression that cannot be evaluated is no match, and harms no other function', async () => {
    await run('twofold', { x: 1 });
    expect([count('twofold/broken'), count('twofold/sound')]).toEqual([0, 1]);
  });
});

describe.concurrent('the end of a run', () => {
  const heard: { name: string; data: Record<string, unknown> }[] = [];
  for (const name of ['finished', 'failed', 'cancelled']) {
    client.createFunction(
      {
        id: `hears-${name}`,
        retries: 0,
        triggers: [
          {
            event: `inngest/function.${name}`,
            if: `event.data.function_id.startsWith('${appId}-told-of')`,
          },
        ],
      },
      ({ event }) => void heard.push({ name, data: event.data }),
    );
  }
  const heardOf = (runId: string) => heard.filter(({ data }) => data.run_id === runId);

  client.createFunction({ ...on('told-of-end'), retries: 0 }, () => ({ fine: true }));
  test('is told by function.finished, once, with the event and the result', async () => {
    const id = await send('told-of-end', { a: 1 });
    const { run_id } = await api.result(id);
    await eventually(() => expect(heardOf(run_id)).not.toEqual([]));
    await pause(500);
    expect(heardOf(run_id)).toMatchObject([
      {
        name: 'finished',
        data: {
          function_id: `${appId}-told-of-end`,
          event: { name: event('told-of-end'), data: { a: 1 } },
          result: { fine: true },
        },
      },
    ]);
  });

  client.createFunction({ ...on('told-of-invoke'), retries: 0 }, async ({ step }) =>
    step.invoke('ask', { function: referenceFunction({ functionId: 'told-of-end' }), data: {} }),
  );
  test('of an invoked run names the step that waits for it', async () => {
    const { run_id } = await run('told-of-invoke');
    await eventually(() =>
      expect(heard.filter(({ data }) => String(data.correlation_id).startsWith(`${run_id}.`))).toHaveLength(
        1,
      ),
    );
  });

  client.createFunction({ ...on('told-of-failure'), retries: 0 }, () => {
    throw new NonRetriableError('too bad');
  });
  test('in failure is told by function.finished and function.failed, with the error', async () => {
    const { run_id } = await run('told-of-failure');
    await eventually(() => expect(heardOf(run_id)).toHaveLength(2));
    const names = heardOf(run_id).map(({ name }) => name);
    expect(names.sort()).toEqual(['failed', 'finished']);
    for (const { data } of heardOf(run_id)) {
      expect(data).toMatchObject({
        function_id: `${appId}-told-of-failure`,
        error: { message: 'too bad' },
        event: { name: event('told-of-failure') },
      });
    }
  });

  const handled: { event: unknown; error: Error; runId: unknown }[] = [];
  client.createFunction(
    {
      ...on('handled'),
      retries: 1,
      onFailure: async ({ event, error, step }) => {
        await step.run('weak', () => {
          if (ran('onFailure/weak') === 1) throw new Error('the handler fails once');
        });
        handled.push({ event: event.data.event, error, runId: event.data.run_id });
      },
    },
    async ({ step }) => {
      await step.run('doomed', () => {
        ran('handled');
        throw new RangeError('out of luck');
      });
    },
  );
  test('onFailure runs once, after the last attempt, with the event and the error, and retries its own steps', async () => {
    const { run_id, status } = await run('handled', { order: 9 });
    expect(status).toBe('Failed');
    await eventually(() => expect(handled).toHaveLength(1));
    await pause(500);
    expect(handled).toHaveLength(1);
    expect(handled[0]).toMatchObject({
      event: { name: event('handled'), data: { order: 9 } },
      error: { name: 'RangeError', message: 'out of luck' },
      runId: run_id,
    });
    expect([count('handled'), count('onFailure/weak')]).toEqual([2, 2]);
  });

  client.createFunction(
    {
      ...on('doomed-handler'),
      retries: 0,
      onFailure: () => {
        ran('doomed-handler/onFailure');
        throw new NonRetriableError('and the handler too');
      },
    },
    () => {
      throw new Error('first');
    },
  );
  for (const name of ['finished', 'failed']) {
    client.createFunction(
      {
        id: `hears-of-listeners-${name}`,
        retries: 0,
        triggers: [
          {
            event: `inngest/function.${name}`,
            if: `event.data.function_id in ['${appId}-doomed-handler-failure', '${appId}-hears-finished']`,
          },
        ],
      },
      () => void ran('heard of listeners'),
    );
  }
  test('is not told when the run was started by such news, failed or not: there would be no end', async () => {
    await Promise.all([run('doomed-handler'), run('told-of-end')]);
    await eventually(() => expect(count('doomed-handler/onFailure')).toBe(1));
    await pause(1_500);
    expect([count('doomed-handler/onFailure'), count('heard of listeners')]).toEqual([1, 0]);
  });

  client.createFunction(
    { ...on('recovers'), retries: 1, onFailure: () => void ran('recovers/onFailure') },
    ({ attempt }) => {
      if (attempt === 0) throw new Error('once');
    },
  );
  test('onFailure does not run when a retry helps', async () => {
    expect((await run('recovers')).status).toBe('Completed');
    await pause(500);
    expect(count('recovers/onFailure')).toBe(0);
  });
});
