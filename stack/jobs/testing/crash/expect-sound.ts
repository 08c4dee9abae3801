import { expect } from 'vitest';
import { type Cluster, type Job, nothingLeft, type StoredRun } from '@/stack/jobs/testing/crash/cluster';
import { overlaps, spansOf } from '@/stack/jobs/testing/crash/marks';
import { until } from '@/stack/jobs/testing/until';

interface OrderOutput {
  reserved: string;
  flaky: string;
  parts: [string, string, string];
  answer: { n: number; made: string };
  sent: { ids: string[] };
  closed: string;
}

/** What must hold however often engine and app were killed: all done, nothing twice, one memory, nothing left. */
export async function expectSound(cluster: Cluster, jobs: readonly Job[], timeoutMs?: number): Promise<void> {
  const runs = await cluster.completed(jobs, timeoutMs);
  const orders = runs.filter(({ fn }) => fn === 'order');
  const told = orders.map(({ event_id }) => ({ name: 'told', id: `${event_id}-told` }));
  await cluster.completed(told, 10_000);
  await expectNothingLeft(cluster);
  const all = (await cluster.runs()).filter(({ fn }) => fn !== 'tick');
  expect(all.filter(({ status }) => status !== 'completed')).toEqual([]);
  expect(twice(all)).toEqual([]);
  // Each order has its child and its told run, and nobody else has.
  expect(all).toHaveLength(jobs.length + 2 * orders.length);
  await expectOneMemory(cluster, orders);
  expect(overlaps(spansOf(cluster.marks(), 'alone'))).toEqual([]);
}

export async function expectNothingLeft(cluster: Cluster): Promise<void> {
  await until(async () => expect(await cluster.leftovers()).toEqual(nothingLeft), {
    timeoutMs: 10_000,
    everyMs: 200,
  });
}

/** The runs that one function has of one event beside the first. */
export function twice(runs: readonly StoredRun[]): string[] {
  const seen = new Set<string>();
  return runs
    .map(({ fn, event_id }) => `${fn} of ${event_id}`)
    .filter((key) => {
      if (seen.has(key)) return true;
      seen.add(key);
      return false;
    });
}

/** A body may have run twice, but only one result was ever believed: by later bodies, by the output, by the tables. */
async function expectOneMemory(cluster: Cluster, orders: readonly StoredRun[]): Promise<void> {
  const memos = await cluster.database.query<{ run_id: string; name: string; value: string }>(
    `select run_id, name, value from jobs.step`,
  );
  const memoOf = new Map(memos.map(({ run_id, name, value }) => [`${run_id} ${name}`, JSON.parse(value)]));
  const marks = cluster.marks();
  for (const order of orders) {
    const output = JSON.parse(order.output ?? 'null') as OrderOutput;
    const { reserved, flaky, parts, answer, sent, closed } = output;
    const stored = ['reserve', 'flaky', 'pdf', 'mail', 'label', 'close'].map((step) =>
      memoOf.get(`${order.id} ${step}`),
    );
    expect(stored).toEqual([reserved, flaky, ...parts, closed].map((data) => ({ data })));
    const seen = marks.filter(({ runId, kind }) => runId === order.id && kind === 'began');
    for (const mark of seen) expect({ ...output, ...(mark.seen as object | null) }).toEqual(output);
    expect(seen.map(({ nonce }) => nonce)).toEqual(
      expect.arrayContaining([reserved, flaky, ...parts, closed]),
    );
    expect(memoOf.get(`${order.id} tell`)).toEqual({ data: sent });
    expect(answer.made).toMatch(/^child work:/);
  }
}
