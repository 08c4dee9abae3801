import { type SQL, sql } from 'drizzle-orm';
import { atomically, callFunction } from '@/db/client';
import { fromUuid, newId, toUuid } from '@/lib/kernel/ids';
import { jobEngine } from './job-engine';
import { describeError, logEveryMinute } from './log';
import { PAGES_CHANGED, refreshTags } from './tags/bump-tags';
import type { Tag } from './tags/tag';
import { waitUntil } from './wait-until';

const LEASE_SECONDS = 30;
const SEND_TIMEOUT_MS = 10_000;
const FULL_LEASE = 500;

type OutboxEvent = {
  readonly id: string;
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly ts: number;
};
type Lease = { readonly taken: number; readonly made: number; readonly events: readonly OutboxEvent[] };

/** What is written in this time leaves together: a lease every two seconds is next to nothing beside a sale's orders. */
const GATHER_MS = 2_000;

/** More writes than this while a batch was on its way are a rush: the shop sells, and what follows from it can wait. */
const RUSH_WRITES = 50;
/** So many times what a batch took the relay rests in a rush, so that taking events in costs a sale a tenth of a connection. */
const RESTS = 9;
const LONGEST_REST_MS = 5_000;

/** A relay that has not come back by then was frozen with its request: another begins. */
const RELAY_FOR_MS = 20_000;
const FROZEN_AFTER_MS = 60_000;

let relayingUntilMs = 0;
/** Writes of this process, and how many of them the last lease could see. */
let writes = 0;
let seenWrites = 0;

/**
 * Says that a write has committed whose announcements may leave now; costs nothing, and nobody waits for what follows. What a
 * crash swallows here is found by the sweep. One relay a process: a rush must not become a rush of relays.
 */
export function nudgeOutbox(names: readonly string[]): void {
  writes += 1;
  if (performance.now() < relayingUntilMs) return;
  relayingUntilMs = performance.now() + FROZEN_AFTER_MS;
  const relay = async () => {
    await rest(GATHER_MS);
    await relayOutbox(names, { forMs: RELAY_FOR_MS });
    relayingUntilMs = 0;
    if (writes !== seenWrites) nudgeOutbox(names);
  };
  waitUntil(
    relay().catch((error) => {
      relayingUntilMs = 0;
      logEveryMinute('warn', 'outbox:relay', { error: describeError(error) });
    }),
  );
}

/**
 * The statement that announces a fact, for a write's own transaction. The data are ids and plain values, nothing about people.
 * `id` makes the announcement itself unrepeatable: an id that stands in the outbox is not announced again.
 */
export function announce(name: string, data: Readonly<Record<string, unknown>>, id = newId('evt')): SQL {
  return sql`insert into outbox (id, name, data) values (${toUuid(id)}::uuid, ${name}, ${JSON.stringify(data)}::jsonb)
    on conflict (id) do nothing`;
}

/**
 * Sends what stands in the outbox to the job engine, in batches, until it is empty, and deletes it; what `names` does not list is
 * deleted without being sent, for nobody listens. An event's id is its row's, so that one that is sent twice counts once.
 * Gives how many rows it took. Throws when the engine cannot be reached: another look finds the rows again. In a rush it rests
 * between batches, as a sweep always does; after `forMs` it stops, and what is left is the next one's.
 */
export async function relayOutbox(
  names: readonly string[],
  { forMs = Number.POSITIVE_INFINITY, isSweep = false }: { forMs?: number; isSweep?: boolean } = {},
): Promise<number> {
  const engine = jobEngine();
  if (engine === null) return 0;
  const startedMs = performance.now();
  let total = 0;
  for (;;) {
    const batchMs = performance.now();
    seenWrites = writes;
    const { taken, made, events } = await callFunction<Lease>('lease_outbox', {
      names: [...names, PAGES_CHANGED],
      leaseSeconds: LEASE_SECONDS,
    });
    total += taken;
    const forEngine = events.filter(({ name }) => name !== PAGES_CHANGED);
    await refreshPages(events.filter(({ name }) => name === PAGES_CHANGED));
    if (forEngine.length > 0) {
      const sent = await send(engine.eventsUrl, forEngine).catch(async (error: unknown) => {
        await atomically([
          sql`update outbox set leased_until = null where id = any (${idsOf(forEngine)}::uuid[])`,
        ]);
        throw error;
      });
      await atomically([sql`delete from outbox where id = any (${idsOf(sent)}::uuid[])`]);
    }
    if (taken < FULL_LEASE && made === 0) return total;
    const endedMs = performance.now();
    if (endedMs - startedMs > forMs) {
      // There is more, whoever wrote it.
      seenWrites = -1;
      return total;
    }
    if (isSweep || writes - seenWrites > RUSH_WRITES)
      await rest(Math.min(LONGEST_REST_MS, RESTS * (endedMs - batchMs)));
  }
}

const rest = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Bumps what writes said they changed. It was done right after each, if nothing came in between; once more does no harm. */
async function refreshPages(events: readonly OutboxEvent[]): Promise<void> {
  if (events.length === 0) return;
  const tags = [...new Set(events.flatMap(({ data }) => data.tags as Tag[]))];
  try {
    await refreshTags(tags);
    await atomically([sql`delete from outbox where id = any (${idsOf(events)}::uuid[])`]);
  } catch (error) {
    // The lease runs out, and the next look has them again: mails must not wait for a cache.
    logEveryMinute('warn', 'outbox:pages', { error: describeError(error) });
  }
}

const idsOf = (events: readonly OutboxEvent[]) => `{${events.map(({ id }) => id).join(',')}}`;

/** Gives those that the engine took. One that it refuses for what it is must not hold up the others. */
async function send(url: string, events: readonly OutboxEvent[]): Promise<readonly OutboxEvent[]> {
  const status = await post(url, events);
  if (status < 300) return events;
  if (status !== 400 && status !== 413) throw new Error(`The job engine answered ${status} to events.`);
  if (events.length > 1) {
    const half = Math.ceil(events.length / 2);
    return [...(await send(url, events.slice(0, half))), ...(await send(url, events.slice(half)))];
  }
  logEveryMinute('error', 'outbox:refused', { event: events[0]?.name, id: events[0]?.id, status });
  return [];
}

async function post(url: string, events: readonly OutboxEvent[]): Promise<number> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(events.map((event) => ({ ...event, id: fromUuid('evt', event.id) }))),
    signal: AbortSignal.timeout(SEND_TIMEOUT_MS),
  });
  await response.arrayBuffer();
  return response.status;
}
