import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster, Job } from '@/stack/jobs/testing/crash/cluster';
import type { Running } from '@/stack/supervisor/running';

export interface RandomKills {
  kills: number;
  orders: number;
  keyed: number;
}

/** Sends orders and keyed work while engine and app are killed in turn at random moments. Both run when it returns. */
export async function killAtRandom(cluster: Cluster, plan: RandomKills): Promise<Job[]> {
  const jobs: Job[] = [
    ...Array.from({ length: plan.orders }, (_, n): Job => ({ name: 'order', id: `order-${n}`, data: { n } })),
    ...Array.from(
      { length: plan.keyed },
      (_, n): Job => ({ name: 'keyed', id: `keyed-${n}`, data: { key: `key ${n % 3}` } }),
    ),
  ].sort(() => Math.random() - 0.5);
  let killing = true;
  const sending = sendAll(cluster, jobs, () => killing);
  for (let kill = 0; kill < plan.kills; kill += 1) {
    await sleep(randomInt(100, 900));
    if (kill % 2 === 0) await restart(cluster.engine(), () => cluster.startEngine());
    else await restart(cluster.app(), () => cluster.startApp());
  }
  killing = false;
  await sending;
  return jobs;
}

async function restart(
  victim: Pick<Running, 'signal' | 'ended'>,
  start: () => Promise<unknown>,
): Promise<void> {
  victim.signal('SIGKILL');
  await victim.ended;
  await start();
}

/** In portions that spread over the time of the killing. */
async function sendAll(cluster: Cluster, jobs: readonly Job[], slowly: () => boolean): Promise<void> {
  for (let from = 0; from < jobs.length; from += 5) {
    await cluster.send(jobs.slice(from, from + 5));
    if (slowly()) await sleep(200);
  }
}
