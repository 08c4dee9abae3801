import { compileExpression } from '../cel/expression';
import type { Queryable } from '../database';
import type { Candidate } from './match-functions';
import { keyOf } from './run-keys';

/** Puts aside what a debounce or a batch holds back; returns what may go on now. */
export async function delayCandidates(
  tx: Queryable,
  candidates: readonly Candidate[],
  nowMs: number,
): Promise<Candidate[]> {
  const now: Candidate[] = [];
  const later: Candidate[] = [];
  for (const candidate of candidates) {
    // What is invoked has somebody who waits for it.
    if (candidate.fn.debounce && !candidate.event.invoke) later.push(candidate);
    else now.push(candidate);
  }
  await debounce(tx, later, nowMs);
  return await gatherBatches(tx, now);
}

/** The last event by its own time wins; each restarts the period, up to the timeout. */
async function debounce(tx: Queryable, candidates: readonly Candidate[], nowMs: number): Promise<void> {
  const lasts = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const name = candidate.fn.id + keyOf(candidate.fn.debounce?.key, candidate.event.body);
    const last = lasts.get(name);
    if (!last || candidate.event.body.ts >= last.event.body.ts) lasts.set(name, candidate);
  }
  for (const { fn, event } of lasts.values()) {
    if (!fn.debounce) continue;
    await tx.query(
      `insert into jobs.debounce (fn_id, key, event_iid, event, ts, due_at, cap_at)
       values ($1, $2, $3, $4, $5, least(to_timestamp($6::float8 / 1000), to_timestamp($7::float8 / 1000)),
         to_timestamp($7::float8 / 1000))
       on conflict (fn_id, key) do update set
         event_iid = case when excluded.ts >= debounce.ts then excluded.event_iid else debounce.event_iid end,
         event = case when excluded.ts >= debounce.ts then excluded.event else debounce.event end,
         ts = greatest(excluded.ts, debounce.ts),
         due_at = case when excluded.ts >= debounce.ts
           then least(to_timestamp($6::float8 / 1000), debounce.cap_at) else debounce.due_at end`,
      [
        fn.id,
        keyOf(fn.debounce.key, event.body),
        event.iid,
        event.text,
        event.body.ts,
        nowMs + fn.debounce.periodMs,
        fn.debounce.timeoutMs === undefined ? null : nowMs + fn.debounce.timeoutMs,
      ],
    );
  }
}

/** Batches that an event fills go on as one candidate; others wait for the next event, or their timeout. */
async function gatherBatches(tx: Queryable, candidates: readonly Candidate[]): Promise<Candidate[]> {
  const now: Candidate[] = [];
  for (const candidate of candidates) {
    const { fn, event } = candidate;
    const held = fn.batch && !event.invoke && isBatched(fn.batch.if, candidate);
    if (!fn.batch || !held) {
      now.push(candidate);
      continue;
    }
    const [batch] = await tx.query<{ size: number; events: string; event_iid: string }>(
      `insert into jobs.batch (id, fn_id, key, events, size, event_iid, due_at)
       values ($1, $2, $3, $4, 1, $1, now() + make_interval(secs => $5))
       on conflict (fn_id, key) do update set events = batch.events || ',' || excluded.events, size = batch.size + 1
       returning size, events, event_iid`,
      [event.iid, fn.id, keyOf(fn.batch.key, event.body), event.text, fn.batch.timeoutMs / 1_000],
    );
    if (!batch || batch.size < fn.batch.maxSize) continue;
    await tx.query('delete from jobs.batch where fn_id = $1 and key = $2', [
      fn.id,
      keyOf(fn.batch.key, event.body),
    ]);
    now.push({ fn, event: { ...event, eventsText: `[${batch.events}]` } });
  }
  return now;
}

function isBatched(condition: string | undefined, { event }: Candidate): boolean {
  return condition === undefined || compileExpression(condition).holds({ event: event.body });
}
