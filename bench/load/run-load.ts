import { cpuTimes } from './cpu-time';
import type { Load } from './load';
import { type Latencies, summarise } from './summary';

export type LoadResult = Latencies & {
  readonly perSecond: number;
  readonly served: number;
  /** Answers by status, and `error` for those that never came. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** Processor time a served request, in microseconds, by who spent it. */
  readonly cpuMicros: Readonly<Record<string, number>>;
};

/**
 * A closed loop: so many clients, each sending its next request when the last was answered, for a time. `parts` are the
 * processes whose processor time is counted; this one's own, the generator's, is always among them.
 */
export async function runLoad(
  load: Load,
  clients: number,
  durationMs: number,
  parts: Readonly<Record<string, number>> = {},
): Promise<LoadResult> {
  await load.prepare?.();
  const latencies: number[] = [];
  const outcomes: Record<string, number> = {};
  let served = 0;
  const cpuBefore = await cpuTimes(parts);
  const ownBefore = process.cpuUsage();
  const startedAt = performance.now();
  const endsAt = startedAt + durationMs;

  await Promise.all(
    Array.from({ length: clients }, async () => {
      const client = load.open();
      while (performance.now() < endsAt) {
        const sentAt = performance.now();
        try {
          const status = await client.send();
          latencies.push(performance.now() - sentAt);
          outcomes[status] = (outcomes[status] ?? 0) + 1;
          if (load.isServed(status)) served += 1;
        } catch {
          outcomes.error = (outcomes.error ?? 0) + 1;
        }
      }
      client.close();
    }),
  );

  const seconds = (performance.now() - startedAt) / 1_000;
  const own = process.cpuUsage(ownBefore);
  const cpuAfter = await cpuTimes(parts);
  const perServed = (micros: number) => Math.round(micros / Math.max(1, served));
  return {
    perSecond: served / seconds,
    ...summarise(latencies),
    served,
    outcomes,
    cpuMicros: {
      ...Object.fromEntries(
        Object.keys(parts).map((name) => [
          name,
          perServed(1_000 * ((cpuAfter[name] ?? 0) - (cpuBefore[name] ?? 0))),
        ]),
      ),
      generator: perServed(own.user + own.system),
    },
  };
}
