import { referenceFunction } from 'inngest';
import { describe, expect, test } from 'vitest';
import { countBodies } from '@/stack/jobs/testing/count-bodies';
import { openSuite } from '@/stack/jobs/testing/open-suite';

// What a function may expect of steps that it starts together.
const suite = await openSuite('parallel');
const { client, on, event, run, callsOf } = suite;
const { ran, noted, count } = countBodies();
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe.concurrent('parallel steps', () => {
  client.createFunction({ ...on('groups'), retries: 0 }, async ({ step }) => {
    const body = (name: string) => step.run(name, () => noted(`groups/${name}`, [name, Date.now()] as const));
    const first = await Promise.all(['a1', 'a2', 'a3'].map(body));
    const between = await body('between');
    const second = await Promise.all(['b1', 'b2'].map(body));
    return [...first, between, ...second, await body('after')];
  });
  test('what stands between two groups runs once, after all of the one and before any of the other', async () => {
    const { output } = await run('groups');
    const at = Object.fromEntries(output as [string, number][]);
    for (const name of ['a1', 'a2', 'a3', 'between', 'b1', 'b2', 'after']) {
      expect(count(`groups/${name}`), name).toBe(1);
    }
    for (const a of ['a1', 'a2', 'a3']) expect(at.between).toBeGreaterThanOrEqual(at[a] ?? Infinity);
    for (const b of ['b1', 'b2']) expect(at[b]).toBeGreaterThanOrEqual(at.between ?? Infinity);
    for (const b of ['b1', 'b2']) expect(at.after).toBeGreaterThanOrEqual(at[b] ?? Infinity);
    const targeted = callsOf('groups').filter(({ stepId }) => stepId !== 'step');
    expect(targeted).toHaveLength(5);
  });

  let there = 0;
  client.createFunction({ ...on('at-once'), retries: 0 }, async ({ step }) => {
    const meet = (name: string) =>
      step.run(name, async () => {
        there += 1;
        for (let turn = 0; turn < 100 && there < 2; turn += 1) await pause(100);
        return there;
      });
    return Promise.all([meet('left'), meet('right')]);
  });
  test('two steps of a group run at the same time: each waits for the other', async () => {
    expect(await run('at-once')).toMatchObject({ status: 'Completed', output: [2, 2] });
    expect(there).toBe(2);
  });

  client.createFunction({ ...on('all-kinds'), retries: 0 }, async ({ step }) => {
    const results = await Promise.allSettled([
      step.run('run', async () => {
        ran('all-kinds');
        await pause(1_000);
        return 'ran';
      }),
      step.sleep('sleep', '2s'),
      step.waitForEvent('wait', { event: event('never-sent'), timeout: '3s' }),
      step.invoke('missing', { function: referenceFunction({ functionId: 'no-such-function' }) }),
    ]);
    await step.sleep('at the end', '1s');
    return results.map((result) => (result.status === 'fulfilled' ? (result.value ?? null) : 'rejected'));
  });
  test('a group of every kind takes four requests: discovery, its step, discovery, the end', async () => {
    const result = await run('all-kinds');
    expect(result).toMatchObject({ status: 'Completed', output: ['ran', null, null, 'rejected'] });
    expect(count('all-kinds')).toBe(1);
    const calls = callsOf('all-kinds');
    expect(calls.map(({ stepId }) => (stepId === 'step' ? 'discovery' : 'target'))).toEqual([
      'discovery',
      'target',
      'discovery',
      'discovery',
    ]);
  });

  client.createFunction(
    { ...on('both-fail'), retries: 0, onFailure: () => void ran('both-fail/onFailure') },
    async ({ step }) => {
      const fail = (name: string) =>
        step.run(name, () => {
          ran(`both-fail/${name}`);
          throw new Error(`${name} failed`);
        });
      await Promise.all([fail('left'), fail('right')]);
    },
  );
  test('two steps of a group fail: one failed run, one onFailure', async () => {
    const result = await run('both-fail');
    expect(result.status).toBe('Failed');
    await pause(1_500);
    expect(['left', 'right', 'onFailure'].map((name) => count(`both-fail/${name}`))).toEqual([1, 1, 1]);
  });

  client.createFunction({ ...on('one-retries'), retries: 2 }, async ({ step }) => {
    const results = await Promise.all([
      step.run('steady', () => ran('one-retries/steady')),
      step.run('shaky', () => {
        if (ran('one-retries/shaky') < 3) throw new Error('shaky');
        return 'held';
      }),
    ]);
    return step.run('after', () => noted('one-retries/after', results));
  });
  test('a retry of one step of a group leaves the others alone', async () => {
    expect(await run('one-retries')).toMatchObject({ status: 'Completed', output: [1, 'held'] });
    expect(['steady', 'shaky', 'after'].map((name) => count(`one-retries/${name}`))).toEqual([1, 3, 1]);
  });

  client.createFunction({ ...on('caught-in-group'), retries: 0 }, async ({ step }) => {
    const [left, right] = await Promise.allSettled([
      step.run('left', () => {
        throw new Error('left out');
      }),
      step.run('right', () => 'right'),
    ]);
    return [left.status, right.status];
  });
  test('a failed step of a group can be caught', async () => {
    expect(await run('caught-in-group')).toMatchObject({
      status: 'Completed',
      output: ['rejected', 'fulfilled'],
    });
  });

  client.createFunction({ ...on('chains'), retries: 0 }, async ({ step }) => {
    const chain = async (name: string, ms: number) => {
      const from = await step.run(`${name}1`, async () => {
        ran(`chains/${name}1`);
        await pause(ms);
        return Date.now();
      });
      return step.run(`${name}2`, () => noted(`chains/${name}2`, { from, at: Date.now() }));
    };
    return Promise.all([chain('a', 0), chain('b', 900)]);
  });
  test('chains in parallel go in step: no second link before all first ones are done', async () => {
    const { output } = await run('chains');
    const [a, b] = output as { from: number; at: number }[];
    expect(a?.at).toBeGreaterThanOrEqual(b?.from ?? Infinity);
    for (const link of ['a1', 'a2', 'b1', 'b2']) expect(count(`chains/${link}`)).toBe(1);
  });

  client.createFunction({ ...on('race'), retries: 0 }, async ({ step, group }) => {
    const winner = await group.parallel({ mode: 'race' }, () =>
      Promise.race([
        step.run('quick', () => 'quick'),
        step.run('slow', async () => {
          for (let turn = 0; turn < 100 && count('race/after') === 0; turn += 1) await pause(100);
          return noted('race/slow', 'slow');
        }),
      ]),
    );
    return step.run('after', () => noted('race/after', { winner, slow: count('race/slow') }));
  });
  test('in race mode the function goes on when the first step is done', async () => {
    expect(await run('race')).toMatchObject({
      status: 'Completed',
      output: { winner: 'quick', slow: 0 },
    });
    expect(count('race/after')).toBe(1);
  });

  client.createFunction({ ...on('plain-race'), retries: 0 }, async ({ step }) => {
    const winner = await Promise.race([
      step.sleep('short', '1s').then(() => 'sleep'),
      step.waitForEvent('never', { event: event('never-sent'), timeout: '7s' }).then(() => 'event'),
    ]);
    return step.run('after', () => noted('plain-race/after', { winner, at: Date.now() }));
  });
  test('a race of a sleep and a wait goes on with the sleep, and the step after it runs once', async () => {
    const { status, output } = await run('plain-race');
    expect(status).toBe('Completed');
    expect(output).toMatchObject({ winner: 'sleep' });
    // The end itself waits for the loser: it is planned together with the step that follows.
    const asked = callsOf('plain-race')[0]?.at ?? 0;
    expect((output as { at: number }).at).toBeLessThan(asked + 7_000);
    expect(count('plain-race/after')).toBe(1);
  });

  client.createFunction({ ...on('sleepers'), retries: 0 }, async ({ step }) => {
    await Promise.all([1, 2, 3].map((index) => step.sleep(`nap ${index}`, '1s')));
    return step.run('after', () => ran('sleepers/after'));
  });
  test('three sleeps that end together are followed by one run of the next step', async () => {
    expect(await run('sleepers')).toMatchObject({ status: 'Completed', output: 1 });
    expect(count('sleepers/after')).toBe(1);
  });

  client.createFunction({ ...on('many'), retries: 0 }, async ({ step }) => {
    const all = await Promise.all(
      Array.from({ length: 25 }, (_, index) => step.run(`part ${index}`, () => noted('many', index))),
    );
    return all.reduce((sum, one) => sum + one, 0);
  });
  test('25 steps at once run once each', async () => {
    expect(await run('many')).toMatchObject({ status: 'Completed', output: 300 });
    expect(count('many')).toBe(25);
    expect(callsOf('many').filter(({ stepId }) => stepId === 'step').length).toBeLessThanOrEqual(3);
  });
});
