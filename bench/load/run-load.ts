import { cpuTimes } from './cpu-time';
import { HttpConnection } from './http-connection';

export type Load = {
  /** Where to send it. */
  readonly url: string;
  /** The next request as its bytes. */
  readonly nextRequest: () => string;
  /** Which answer counts as served. */
  readonly isServed: (status: number) => boolean;
};

export type LoadResult = {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
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
  const latencies: number[] = [];
  const outcomes: Record<string, number> = {};
  let served = 0;
  const cpuBefore = await cpuTimes(parts);
  const ownBefore = process.cpuUsage();
  const startedAt = performance.now();
  const endsAt = startedAt + durationMs;

  await Promise.all(
    Array.from({ length: clients }, async () => {
      const connection = new HttpConnection(load.url);
      while (performance.now() < endsAt) {
        const sentAt = performance.now();
        try {
          const { status } = await connection.send(load.nextRequest());
          latencies.push(performance.now() - sentAt);
          outcomes[status] = (outcomes[status] ?? 0) + 1;
          if (load.isServed(status)) served += 1;
        } catch {
          outcomes.error = (outcomes.error ?? 0) + 1;
        }
      }
      connection.close();
    }),
  );

  const seconds = (performance.now() - startedAt) / 1_000;
  const own = process.cpuUsage(ownBefore);
  const cpuAfter = await cpuTimes(parts);
  const perServed = (micros: number) => Math.round(micros / Math.max(1, served));
  const sorted = Float64Array.from(latencies).sort();
  const percentile = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return {
    perSecond: served / seconds,
    p50Ms: percentile(0.5),
    p95Ms: percentile(0.95),
    p99Ms: percentile(0.99),
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
