import { NonRetriableError, RetryAfterError, StepError } from 'inngest';
import { describe, expect, test } from 'vitest';
import { countBodies } from '@/stack/jobs/testing/count-bodies';
import { openSuite } from '@/stack/jobs/testing/open-suite';

// What a function may expect of its steps: order, memory, retries, time.
const suite = await openSuite('steps');
const { client, on, event, run, callsOf } = suite;

const { ran, noted, count } = countBodies();

describe.concurrent('sequence', () => {
  client.createFunction({ ...on('sequence'), retries: 2 }, async ({ event, step }) => {
    const one = await step.run('first', () => noted('sequence/1', Number(event.data.start) + 1));
    const two = await step.run('second', () => noted('sequence/2', one * 10));
    const three = await step.run('third', () => noted('sequence/3', two + 7));
    return { one, two, three };
  });
  test('three steps run once each, every request carries the memos so far, in their order', async () => {
    const result = await run('sequence', { start: 4 });
    expect(result).toMatchObject({ status: 'Completed', output: { one: 5, two: 50, three: 57 } });
    expect([1, 2, 3].map((step) => count(`sequence/${step}`))).toEqual([1, 1, 1]);
    const calls = callsOf('sequence');
    expect(calls.map(({ stack }) => stack.length)).toEqual([0, 1, 2, 3]);
    const last = calls[3];
    for (const call of calls) {
      expect(call.runId).toBe(result.run_id);
      expect(call.stack).toEqual(last?.stack.slice(0, call.stack.length));
      expect(Object.keys(call.body.steps ?? {}).sort()).toEqual([...call.stack].sort());
      expect(call.body.ctx).toMatchObject({ attempt: 0, max_attempts: 3 });
      expect(call.body.ctx?.stack?.current).toBe(call.stack.length);
    }
  });

  client.createFunction({ ...on('plain'), retries: 0 }, ({ event, events, runId, attempt }) => ({
    name: event.name,
    data: event.data,
    ids: events.map(({ id }) => id),
    runId,
    attempt,
  }));
  test('a function without steps gets its event, its run id and attempt 0, and is called once', async () => {
    const id = await suite.send('plain', { deep: { list: [1, 'é', null] } }, { id: `${suite.appId}-plain` });
    const result = await suite.api.result(id);
    expect(result.output).toEqual({
      name: event('plain'),
      data: { deep: { list: [1, 'é', null] } },
      ids: [`${suite.appId}-plain`],
      runId: result.run_id,
      attempt: 0,
    });
    expect(callsOf('plain')).toHaveLength(1);
  });

  client.createFunction({ ...on('checkpointed'), retries: 1, checkpointing: true }, async ({ step }) => {
    const one = await step.run('one', () => ran('checkpointed/one'));
    await step.sleep('nap', '1s');
    const two = await step.run('two', () => {
      if (ran('checkpointed/two') === 1) throw new Error('once');
      return 'two';
    });
    const both = await Promise.all([step.run('a', () => ran('checkpointed/a')), step.run('b', () => 'b')]);
    return [one, two, ...both];
  });
  test('a function that would checkpoint, as is the default of the SDK, comes to the same', async () => {
    expect(await run('checkpointed')).toMatchObject({ status: 'Completed', output: [1, 'two', 1, 'b'] });
    expect(['one', 'two', 'a'].map((step) => count(`checkpointed/${step}`))).toEqual([1, 2, 1]);
  });

  client.createFunction({ ...on('nothing'), retries: 0 }, () => {});
  test('a function that returns nothing completes with null', async () => {
    expect(await run('nothing')).toMatchObject({ status: 'Completed', output: null });
  });

  client.createFunction({ ...on('through-json'), retries: 0 }, async ({ step }) => {
    const date = await step.run('date', () => new Date(86_400_000));
    const nothing = await step.run('nothing', () => undefined);
    const mixed = await step.run('mixed', () => ({
      a: undefined,
      b: [undefined],
      c: new Date(0),
      d: 'ü€😀',
    }));
    const zero = await step.run('zero', () => 0);
    const no = await step.run('no', () => false);
    const empty = await step.run('empty', () => '');
    const data = await step.run('data', () => ({ data: { data: 1 }, error: { message: 'no error' } }));
    return { date, nothing, mixed, zero, no, empty, data };
  });
  test('what steps return comes back through JSON, falsy values and the words data and error included', async () => {
    expect(await run('through-json')).toMatchObject({
      status: 'Completed',
      output: {
        date: '1970-01-02T00:00:00.000Z',
        nothing: null,
        mixed: { b: [null], c: '1970-01-01T00:00:00.000Z', d: 'ü€😀' },
        zero: 0,
        no: false,
        empty: '',
        data: { data: { data: 1 }, error: { message: 'no error' } },
      },
    });
  });

  client.createFunction({ ...on('loop'), retries: 0 }, async ({ step }) => {
    const seen: number[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      seen.push(await step.run('turn', () => noted('loop', turn * turn)));
    }
    return seen;
  });
  test('one id used in a loop is a step of its own each time', async () => {
    expect((await run('loop')).output).toEqual([0, 1, 4, 9]);
    expect(count('loop')).toBe(4);
    expect(new Set(callsOf('loop').at(-1)?.stack).size).toBe(4);
  });

  client.createFunction({ ...on('large-state'), retries: 0 }, async ({ step }) => {
    const lengths: number[] = [];
    for (let turn = 0; turn < 6; turn += 1) {
      const part = await step.run(`part ${turn}`, () => noted('large-state', 'x'.repeat(900_000)));
      lengths.push(part.length);
    }
    return lengths;
  });
  test('a state of over 4 MB is fetched by the app, and no step runs again', async () => {
    const result = await run('large-state');
    expect(result).toMatchObject({ status: 'Completed', output: Array(6).fill(900_000) });
    expect(count('large-state')).toBe(6);
    expect(callsOf('large-state').at(-1)?.body).toMatchObject({ use_api: true });
  });
});

describe.concurrent('retries', () => {
  client.createFunction({ ...on('attempts'), retries: 1 }, async ({ step, attempt }) => {
    const seen = await step.run('a', () => {
      if (ran('attempts/a') === 1) throw new Error('a fails once');
      return attempt;
    });
    const then = await step.run('b', () => {
      if (ran('attempts/b') === 1) throw new Error('b fails once');
      return attempt;
    });
    return [seen, then];
  });
  test('attempts are counted for each step anew', async () => {
    expect(await run('attempts')).toMatchObject({ status: 'Completed', output: [1, 1] });
    expect([count('attempts/a'), count('attempts/b')]).toEqual([2, 2]);
    expect(callsOf('attempts').map(({ attempt }) => attempt)).toEqual([0, 1, 0, 1, 0]);
  });

  client.createFunction({ ...on('caught'), retries: 3 }, async ({ step }) => {
    try {
      await step.run('fatal', () => {
        ran('caught');
        throw new NonRetriableError('no use', { cause: new Error('the reason') });
      });
      return 'not reached';
    } catch (error) {
      const { name, message } = error as Error;
      return { name, message, isStepError: error instanceof StepError };
    }
  });
  test('a NonRetriableError is not retried, and the function may catch it', async () => {
    const result = await run('caught');
    expect(result.status).toBe('Completed');
    expect(result.output).toMatchObject({ name: 'NonRetriableError', message: 'no use' });
    expect(count('caught')).toBe(1);
  });

  client.createFunction({ ...on('exhausted-and-caught'), retries: 1 }, async ({ step }) => {
    const recovered = await step
      .run('weak', () => {
        ran('exhausted-and-caught/weak');
        throw new TypeError('weak again');
      })
      .catch((error: Error) => `${error.name}: ${error.message}`);
    return step.run('after', () => noted('exhausted-and-caught/after', recovered));
  });
  test('a step that used up its attempts can be caught, and the function goes on', async () => {
    expect(await run('exhausted-and-caught')).toMatchObject({
      status: 'Completed',
      output: 'TypeError: weak again',
    });
    expect([count('exhausted-and-caught/weak'), count('exhausted-and-caught/after')]).toEqual([2, 1]);
  });

  client.createFunction({ ...on('uncaught'), retries: 1 }, async ({ step }) => {
    ran('uncaught/function');
    await step.run('weak', () => {
      ran('uncaught/step');
      throw new Error('for good');
    });
  });
  test('a step’s last error, not caught, fails the run without a retry of the function', async () => {
    const result = await run('uncaught');
    expect(result).toMatchObject({ status: 'Failed', output: { message: 'for good' } });
    expect(count('uncaught/step')).toBe(2);
    expect(callsOf('uncaught').map(({ attempt }) => attempt)).toEqual([0, 1, 0]);
  });

  client.createFunction({ ...on('body-throws'), retries: 1 }, () => {
    ran('body-throws');
    throw new Error('the body');
  });
  client.createFunction({ ...on('body-throws-once'), retries: 0 }, () => {
    ran('body-throws-once');
    throw new Error('the body');
  });
  test('a body that throws runs retries + 1 times, then the run failed with its error', async () => {
    const [twice, once] = await Promise.all([run('body-throws'), run('body-throws-once')]);
    expect(twice).toMatchObject({ status: 'Failed', output: { name: 'Error', message: 'the body' } });
    expect(once).toMatchObject({ status: 'Failed', output: { name: 'Error', message: 'the body' } });
    expect([count('body-throws'), count('body-throws-once')]).toEqual([2, 1]);
    expect(callsOf('body-throws').map(({ status }) => status)).toEqual([500, 400]);
  });

  client.createFunction({ ...on('body-recovers'), retries: 2 }, async ({ step, attempt }) => {
    const memo = await step.run('kept', () => ran('body-recovers/step'));
    if (attempt < 2) throw new Error('not yet');
    return { memo, attempt };
  });
  test('a retried function finds its memos as they were', async () => {
    expect(await run('body-recovers')).toMatchObject({
      status: 'Completed',
      output: { memo: 1, attempt: 2 },
    });
    expect(count('body-recovers/step')).toBe(1);
  });

  client.createFunction({ ...on('fatal-body'), retries: 3 }, () => {
    ran('fatal-body');
    throw new NonRetriableError('never again');
  });
  test('a NonRetriableError of the body fails the run at once', async () => {
    expect(await run('fatal-body')).toMatchObject({ status: 'Failed', output: { message: 'never again' } });
    expect(count('fatal-body')).toBe(1);
  });

  const later = {
    'after-number': () => new RetryAfterError('later', 2_000),
    'after-text': () => new RetryAfterError('later', '2s'),
    'after-date': () => new RetryAfterError('later', new Date(Date.now() + 2_900)),
  };
  for (const [name, error] of Object.entries(later)) {
    client.createFunction({ ...on(name), retries: 1 }, async ({ step }) => {
      await step.run('later', () => {
        if (ran(name) === 1) throw error();
      });
    });
    client.createFunction({ ...on(`${name}-body`), retries: 1 }, () => {
      if (ran(`${name}-body`) === 1) throw error();
    });
  }
  test.each(Object.keys(later).flatMap((name) => [name, `${name}-body`]))(
    'a RetryAfterError says when the next attempt is: %s',
    async (name) => {
      expect((await run(name)).status).toBe('Completed');
      const [first, second] = callsOf(name);
      const waited = (second?.at ?? 0) - (first?.endedAt ?? 0);
      expect(waited).toBeGreaterThanOrEqual(1_850);
      expect(waited).toBeLessThan(12_000);
    },
  );

  client.createFunction({ ...on('backoff'), retries: 2 }, async ({ step }) => {
    await step.run('weak', () => {
      if (ran('backoff') < 3) throw new Error('weak');
    });
  });
  test('attempts are at least the retry interval apart', async () => {
    expect((await run('backoff')).status).toBe('Completed');
    const calls = callsOf('backoff');
    for (const [index, call] of calls.entries()) {
      const before = calls[index - 1];
      if (call.attempt > 0) expect(call.at - (before?.endedAt ?? 0)).toBeGreaterThanOrEqual(150);
    }
  });
});

describe.concurrent('sleep', () => {
  client.createFunction({ ...on('sleeps'), retries: 0 }, async ({ step }) => {
    const marks = [await step.run('before', () => noted('sleeps/before', Date.now()))];
    await step.sleep('half a second', 500);
    marks.push(await step.run('one', () => Date.now()));
    await step.sleep('one and a half', 1_500);
    marks.push(await step.run('two', () => Date.now()));
    return marks;
  });
  test('half a second is rounded up to one, one and a half down to one, and what came before is not repeated', async () => {
    const { output } = await run('sleeps');
    const marks = output as number[];
    const gaps = marks.slice(1).map((mark, index) => mark - (marks[index] ?? 0));
    for (const gap of gaps) {
      expect(gap).toBeGreaterThanOrEqual(950);
    }
    const asked = callsOf('sleeps').flatMap(
      ({ answer }) => JSON.parse(answer) as { op: string; name: string }[],
    );
    expect(asked.filter(({ op }) => op === 'Sleep').map(({ name }) => name)).toEqual(['1s', '1s']);
    expect(count('sleeps/before')).toBe(1);
  });

  client.createFunction({ ...on('sleeps-until'), retries: 0 }, async ({ event, step }) => {
    await step.sleepUntil('the hour', new Date(event.data.until));
    return step.run('woke', () => Date.now());
  });
  test('sleepUntil wakes at the instant, not before', async () => {
    const until = Date.now() + 2_500;
    const { output } = await run('sleeps-until', { until });
    expect(output).toBeGreaterThanOrEqual(until - 1_000);
    expect(output).toBeLessThan(until + 12_000);
  });
  test('sleepUntil a moment that is past goes on', async () => {
    expect((await run('sleeps-until', { until: Date.now() - 60_000 })).status).toBe('Completed');
  });

  client.createFunction({ ...on('long-words'), retries: 0 }, async ({ step }) => {
    await step.sleep('in words', '1 second');
    await step.sleepUntil('a text', new Date(Date.now() + 100).toISOString());
    return 'slept';
  });
  test('a duration may be words, and an instant an ISO text', async () => {
    expect(await run('long-words')).toMatchObject({ status: 'Completed', output: 'slept' });
  });
});
