import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { type Cluster, type Job, startCluster, warmUp } from '@/stack/jobs/testing/crash/cluster';
import { expectSound, twice } from '@/stack/jobs/testing/crash/expect-sound';
import { killAtRandom } from '@/stack/jobs/testing/crash/kill-at-random';
import { spansOf } from '@/stack/jobs/testing/crash/marks';
import { startTestStack } from '@/stack/test-stack';

test('50 random kills of engine and app: all runs complete, none twice, one memory, no cron doubled, nothing left', async () => {
  const cluster = await startCluster();
  try {
    await Promise.all([cluster.startEngine(), cluster.startApp()]);
    const warm = await warmUpAndName(cluster);
    const startedAt = Date.now();
    const jobs = await killAtRandom(cluster, { kills: 50, orders: 120, keyed: 60 });
    await expectSound(cluster, [...warm, ...jobs], 120_000);
    const ticks = (await cluster.runs()).filter(({ fn }) => fn === 'tick');
    expect(twice(ticks)).toEqual([]);
    // One a minute, whichever engine lived then; of those missed while none did, at most some.
    const minutes = Math.floor((Date.now() - startedAt) / 60_000);
    expect(ticks.length).toBeGreaterThanOrEqual(minutes - 1);
    expect(ticks.length).toBeLessThanOrEqual(minutes + 2);
    expect(ticks.filter(({ status }) => status !== 'completed')).toEqual([]);
  } finally {
    await cluster.stop();
  }
});

test('a Postgres that is killed three times under load costs no run', async () => {
  const stack = await startTestStack();
  const cluster = await startCluster(stack.env.POSTGRES_URL_NON_POOLING);
  try {
    const [engine] = await Promise.all([cluster.startEngine(), cluster.startApp()]);
    const warm = await warmUpAndName(cluster);
    const jobs = Array.from(
      { length: 60 },
      (_, n): Job => ({ name: 'order', id: `order-${n}`, data: { n } }),
    );
    for (let turn = 0; turn < 3; turn += 1) {
      await cluster.send(jobs.slice(turn * 20, turn * 20 + 20));
      await sleep(400);
      const postgres = stack.parts().find(({ name }) => name === 'postgres');
      process.kill(postgres?.pid ?? 0, 'SIGKILL');
      await vi.waitFor(() => cluster.runs(), { timeout: 20_000, interval: 100 });
    }
    await expectSound(cluster, [...warm, ...jobs], 60_000);
    expect(spansOf(cluster.marks(), 'close').length).toBeGreaterThanOrEqual(60);
    engine.signal('SIGTERM');
    expect(await engine.ended).toContain('0');
  } finally {
    await cluster.stop().catch(() => {});
    await stack.stop();
  }
});

/** The jobs that warming up took. */
async function warmUpAndName(cluster: Cluster): Promise<Job[]> {
  await warmUp(cluster);
  return (await cluster.runs())
    .filter(({ fn }) => fn === 'simple')
    .map(({ event_id }) => ({ name: 'simple', id: event_id }));
}
