import type { Client, Load } from './load';
import { type Latencies, summarise } from './summary';

export type OpenLoadResult = Latencies & {
  /** What was sent a second, whether or not answers kept up. */
  readonly offeredPerSecond: number;
  readonly servedPerSecond: number;
  /** Requests that found no free client: the shop was too slow for what was offered. */
  readonly dropped: number;
  readonly outcomes: Readonly<Record<string, number>>;
};

const MAX_CLIENTS = 256;

/**
 * An open loop: requests come at a fixed rate whether or not earlier ones were answered, as people do. Each latency counts from
 * the moment at which the request was due, so a stall is felt by everybody who came during it (what a closed loop hides:
 * "coordinated omission", Gil Tene).
 */
export async function runOpenLoad(
  load: Load,
  perSecond: number,
  durationMs: number,
): Promise<OpenLoadResult> {
  await load.prepare?.();
  const latencies: number[] = [];
  const outcomes: Record<string, number> = {};
  const idle: Client[] = [];
  const all: Client[] = [];
  const running = new Set<Promise<void>>();
  let served = 0;
  let dropped = 0;
  let offered = 0;

  const send = async (client: Client, dueAt: number) => {
    try {
      const status = await client.send();
      latencies.push(performance.now() - dueAt);
      outcomes[status] = (outcomes[status] ?? 0) + 1;
      if (load.isServed(status)) served += 1;
    } catch {
      outcomes.error = (outcomes.error ?? 0) + 1;
    }
    idle.push(client);
  };
  const startedAt = performance.now();
  while (performance.now() - startedAt < durationMs) {
    const due = Math.floor(((performance.now() - startedAt) / 1_000) * perSecond);
    for (; offered < due; offered += 1) {
      let client = idle.pop();
      if (client === undefined && all.length < MAX_CLIENTS) {
        client = load.open();
        all.push(client);
      }
      if (client === undefined) {
        dropped += 1;
        continue;
      }
      const sending = send(client, startedAt + (offered / perSecond) * 1_000).finally(() =>
        running.delete(sending),
      );
      running.add(sending);
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(running);
  for (const client of all) client.close();
  const seconds = (performance.now() - startedAt) / 1_000;
  return {
    offeredPerSecond: offered / seconds,
    servedPerSecond: served / seconds,
    dropped,
    outcomes,
    ...summarise(latencies),
  };
}
