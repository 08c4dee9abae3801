import { expect, test, vi } from 'vitest';
import type { Refusal } from '@/stack/refusal';
import { createPart, type PartPlan } from '@/stack/supervisor/part';

/** A part whose processes die when the test says so. */
function makePart(overrides: Partial<PartPlan> = {}) {
  const said: string[] = [];
  const signals: string[] = [];
  let launches = 0;
  let die: (how: string) => void = () => {};
  let gaveUp: Refusal | null = null;
  const part = createPart(
    {
      name: 'redis',
      port: 1,
      home: '/tmp',
      log: { file: 'redis.log', write() {}, tail: () => 'No space left on device', forgetTail() {} },
      launch() {
        launches += 1;
        const ended = new Promise<string>((resolve) => {
          die = resolve;
        });
        return {
          pid: 1000 + launches,
          ended,
          signal(signal) {
            signals.push(signal);
            if (signal === 'SIGKILL') die('SIGKILL');
          },
        };
      },
      ready: async () => {},
      stopSignals: [{ signal: 'SIGTERM', graceMs: 20 }],
      ...overrides,
    },
    {
      changed() {},
      say: (line) => said.push(line),
      giveUp(reason) {
        gaveUp = reason;
      },
    },
  );
  return { part, said, signals, die: () => die('SIGKILL'), launches: () => launches, gaveUp: () => gaveUp };
}

test('a part that dies is started again', async () => {
  const { part, die, said } = makePart();
  await part.start();
  expect(part.pid()).toBe(1001);
  die();
  await vi.waitFor(() => expect(part.pid()).toBe(1002));
  await vi.waitFor(() => expect(said).toHaveLength(2));
  expect(said[0]).toBe('redis died (SIGKILL); starting it again');
  expect(said[1]).toMatch(/^redis is back after \d+\.\d s$/);
});

test('a part that dies 5 times within 30 s is given up, with the reason from its log', async () => {
  const { part, die, launches, gaveUp } = makePart();
  await part.start();
  for (let death = 1; death <= 4; death += 1) {
    die();
    await vi.waitFor(() => expect(launches()).toBe(death + 1), 3_000);
    await vi.waitFor(() => expect(part.pid()).toBe(1001 + death));
  }
  expect(gaveUp()).toBeNull();
  die();
  await vi.waitFor(() => expect(gaveUp()?.message).toContain('The disk that holds /tmp is full'));
  expect(launches()).toBe(5);
});

test('a part that dies before it serves is a refusal, not a restart', async () => {
  const { part, launches, die } = makePart({ ready: () => new Promise(() => {}) });
  const started = part.start();
  die();
  await expect(started).rejects.toThrow(/full/);
  expect(launches()).toBe(1);
});

test('a stopped part stays stopped, and one that ignores its signal is killed', async () => {
  const { part, signals, launches } = makePart();
  await part.start();
  await part.stop();
  expect(signals).toEqual(['SIGTERM', 'SIGKILL']);
  expect(part.pid()).toBeNull();
  expect(launches()).toBe(1);
});
