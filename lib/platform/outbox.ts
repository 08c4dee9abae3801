import { type SQL, sql } from 'drizzle-orm';
import { atomically, callFunction, query } from '@/db/client';
import { fromUuid, newId, toUuid } from '@/lib/kernel/ids';
import { env } from './env';
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

/**
 * Where the jobs share the machine with the sale, a rush is so many times more writes a second than a rush hands on: each event
 * becomes a run, a mail and their rows, and costs as much as a dozen purchases. What waits leaves when the rush is over. No
 * clock tells it instead: timers of a process that often sleeps come on time on a machine with nothing to spare.
 */
const RUSH_FACTOR = 24;
const RUSH_REST_MS = 1_000;
const REST_MS = 200;

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
  waitUntil(
    relayInTurn(names)
      .then((hasMore) => {
        relayingUntilMs = 0;
        if (hasMore || writes !== seenWrites) nudgeOutbox(names);
      })
      .catch((error) => {
        relayingUntilMs = 0;
        logEveryMinute('warn', 'outbox:relay', { error: describeError(error) });
      }),
  );
}

/** What a process relays of its own: all there is, or in a rush a little now and then. Gives whether there is more. */
async function relayInTurn(names: readonly string[]): Promise<boolean> {
  const untilMs = performance.now() + RELAY_FOR_MS;
  const inRush = env().RELAY_RUSH_PER_SECOND ?? Number.POSITIVE_INFINITY;
  let perSecond = await restAndCount(GATHER_MS);
  while (performance.now() < untilMs) {
    const isRush = perSecond > RUSH_FACTOR * inRush;
    if (isRush) await relayAwaited(names);
    const { hasMore } = await relayBatch(names, isRush ? inRush : FULL_LEASE);
    if (!hasMore) return false;
    perSecond = await restAndCount(isRush ? RUSH_REST_MS : REST_MS);
  }
  return true;
}

/** What a sale makes in bulk; somebody waits for all else, a link to sign in above all. */
const MADE_BY_SALES = /^(orders|webhooks)\//;
/** Some looks of a rush long, so that a write that committed late is found by the next one. */
const AWAITED_FOR_MS = 5_000;

/** Hands on what came of late and does not come by the thousand, past what a rush holds back. */
async function relayAwaited(names: readonly string[]): Promise<void> {
  const engine = jobEngine();
  if (engine === null) return;
  const awaited = names.filter((name) => !MADE_BY_SALES.test(name));
  const rows = await query<{ id: string; name: string; data: string; ts: number }>(
    'lease_awaited',
    `update outbox set leased_until = now() + make_interval(secs => ${LEASE_SECONDS})
     where id = any (array(
       select id from outbox
       where id between $1::uuid and $2::uuid and name = any ($3::text[])
         and (leased_until is null or leased_until <= now())
       order by id limit ${FULL_LEASE} for update skip locked))
     returning id::text, name, data::text as data, floor(extract(epoch from created_at) * 1000)::float8 as ts`,
    [lowestIdAt(Date.now() - AWAITED_FOR_MS), lowestIdAt(Date.now() + 60_000), awaited],
  );
  await handOn(
    engine.eventsUrl,
    rows.map((row) => ({ ...row, data: JSON.parse(row.data) as OutboxEvent['data'] })),
  );
}

/** Rests, and gives how many writes a second this process made meanwhile. */
async function restAndCount(ms: number): Promise<number> {
  const [startedMs, writesBefore] = [performance.now(), writes];
  await rest(ms);
  return (1_000 * (writes - writesBefore)) / (performance.now() - startedMs);
}

const rest = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

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
 * Gives how many rows it took. Throws when the engine cannot be reached: another look finds the rows again. One that
 * `leavesRush` takes nothing while others write much: their relays take the oldest first, whoever left it. A sweep takes a tenth of
 * the time that it may have.
 */
export async function relayOutbox(
  names: readonly string[],
  { leavesRush = false, sweepForMs }: { leavesRush?: boolean; sweepForMs?: number } = {},
): Promise<number> {
  const startedMs = performance.now();
  for (let total = 0; ; ) {
    const batchMs = performance.now();
    if (leavesRush && (await isRushOfOthers())) return total;
    const { taken, hasMore } = await relayBatch(names, sweepForMs === undefined ? FULL_LEASE : SWEEP_LEASE);
    total += taken;
    if (!hasMore) return total;
    if (sweepForMs === undefined) continue;
    await rest(9 * (performance.now() - batchMs));
    if (performance.now() - startedMs > sweepForMs) return total;
  }
}

const SWEEP_LEASE = 100;
/** In the last second. */
const AWAKE_WRITES = 50;

/** Whether so much is being written that whoever writes it has a relay awake. */
async function isRushOfOthers(): Promise<boolean> {
  const [row] = await query<{ written: number }>(
    'outbox_written',
    `select count(*)::int as written from (
       select from outbox where id between $1::uuid and $2::uuid limit ${AWAKE_WRITES + 1}) written`,
    [lowestIdAt(Date.now() - 1_000), lowestIdAt(Date.now() + 60_000)],
  );
  return (row?.written ?? 0) > AWAKE_WRITES;
}

/** Where ids of a moment begin: theirs is the time in milliseconds, while ids made of what they announce are anywhere. */
const lowestIdAt = (ms: number) => `${ms.toString(16).padStart(12, '0')}${'0'.repeat(20)}`;

async function relayBatch(
  names: readonly string[],
  limit: number,
): Promise<{ taken: number; hasMore: boolean }> {
  seenWrites = writes;
  const engine = jobEngine();
  if (engine === null) return { taken: 0, hasMore: false };
  const { taken, made, events } = await callFunction<Lease>('lease_outbox', {
    names: [...names, PAGES_CHANGED],
    leaseSeconds: LEASE_SECONDS,
    limit,
  });
  const forEngine = events.filter(({ name }) => name !== PAGES_CHANGED);
  await refreshPages(events.filter(({ name }) => name === PAGES_CHANGED));
  await handOn(engine.eventsUrl, forEngine);
  return { taken, hasMore: taken >= limit || made > 0 };
}

/** Sends leased events and deletes them; gives the lease back where they cannot be sent. */
async function handOn(url: string, events: readonly OutboxEvent[]): Promise<void> {
  if (events.length === 0) return;
  const sent = await send(url, events).catch(async (error: unknown) => {
    await atomically([sql`update outbox set leased_until = null where id = any (${idsOf(events)}::uuid[])`]);
    throw error;
  });
  await atomically([sql`delete from outbox where id = any (${idsOf(sent)}::uuid[])`]);
}

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
