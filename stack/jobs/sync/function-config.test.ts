import { describe, expect, test } from 'vitest';
import { parseFunctionConfig } from './function-config';

const steps = (more: object = {}) => ({
  step: { id: 'step', name: 'step', runtime: { type: 'http', url: 'http://app' }, ...more },
});
const fn = (more: object = {}) => ({ id: 'shop-f', triggers: [{ event: 'a' }], steps: steps(), ...more });

describe('what an app says about a function', () => {
  test('is read with durations in milliseconds and the number of attempts', () => {
    const config = parseFunctionConfig(
      fn({
        steps: steps({ retries: { attempts: 2 } }),
        triggers: [{ event: 'a', expression: 'event.data.n > 1' }, { cron: '*/5 * * * *' }],
        concurrency: 3,
        debounce: { period: '5s', timeout: '1m', key: 'event.data.id' },
        cancel: [{ event: 'b', if: 'event.data.id == async.data.id' }],
      }),
    );
    expect(config).toMatchObject({
      maxAttempts: 3,
      events: [{ event: 'a', expression: 'event.data.n > 1' }],
      crons: [{ cron: '*/5 * * * *' }],
      concurrency: [{ limit: 3, scope: 'fn' }],
      debounce: { periodMs: 5_000, timeoutMs: 60_000, key: 'event.data.id' },
      cancelOn: [{ event: 'b', if: 'event.data.id == async.data.id' }],
    });
  });

  test('has five attempts if it says nothing of them, as on the real server', () => {
    expect(parseFunctionConfig(fn()).maxAttempts).toBe(5);
  });

  test.each([
    ['something of tomorrow', { teleport: {} }, '"teleport" is not supported'],
    [
      'connect',
      { steps: { step: { runtime: { type: 'ws', url: 'ws://x' } } } },
      '"ws" (connect) is not supported',
    ],
    ['jitter', { triggers: [{ cron: '* * * * *', jitter: '5s' }] }, '"jitter"'],
    ['a bad cron', { triggers: [{ cron: 'daily' }] }, 'The cron expression "daily" is not understood'],
    ['a bad expression', { idempotency: 'event.data.' }, 'the expression "event.data."'],
    ['an unknown call', { idempotency: 'sha9(event.data.id)' }, 'sha9() is not supported'],
    [
      'three limits',
      { concurrency: [{ limit: 1 }, { limit: 1 }, { limit: 1 }] },
      'more than two concurrency limits',
    ],
    ['a bad period', { rateLimit: { limit: 1, period: 'often' } }, 'rateLimit.period "often"'],
    ['a period too long', { debounce: { period: '8d' } }, 'debounce.period "8d"'],
    [
      'batches that can be cancelled',
      { batchEvents: { maxSize: 2, timeout: '1s' }, cancel: [{ event: 'b' }] },
      'batchEvents cannot go with cancelOn',
    ],
  ])('is refused by name: %s', (_, more, why) => {
    expect(() => parseFunctionConfig(fn(more))).toThrow(why);
    expect(() => parseFunctionConfig(fn(more))).toThrow('Function shop-f: ');
  });
});
