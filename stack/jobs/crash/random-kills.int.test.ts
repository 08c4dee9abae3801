import { expect, test } from 'vitest';
import { type Job, startCluster, warmUp } from '@/stack/jobs/testing/crash/cluster';
import { expectSound } from '@/stack/jobs/testing/crash/expect-sound';
import { killAtRandom } from '@/stack/jobs/testing/crash/kill-at-random';
import { spansOf } from '@/stack/jobs/testing/crash/marks';

// The short form of what crash.long.test.ts does with 50 kills.
test('6 random kills of engine and app: all runs complete, none twice, one memory, nothing left', async () => {
  const cluster = await startCluster();
  try {
    await Promise.all([cluster.startEngine(), cluster.startApp()]);
    await warmUp(cluster);
    const warm = (await cluster.runs())
      .filter(({ fn }) => fn === 'simple')
      .map(({ event_id }): Job => ({ name: 'simple', id: event_id }));
    const jobs = await killAtRandom(cluster, { kills: 6, orders: 15, keyed: 9 });
    await expectSound(cluster, [...warm, ...jobs], 90_000);
    expect(spansOf(cluster.marks(), 'close').length).toBeGreaterThanOrEqual(15);
  } finally {
    await cluster.stop();
  }
}, 150_000);
