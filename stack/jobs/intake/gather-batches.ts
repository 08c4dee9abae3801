import { compileExpression } from '../cel/expression';
import type { Queryable } from '../database';
import type { Candidate } from './match-functions';
import { keyOf } from './run-keys';

interface Batch {
  fn_id: string;
  key: string;
  events: string;
  size: number;
  event_iid: string;
  /** Set when a batch was filled and another began after it: how long that one may wait. */
  restart_seconds?: number;
}

/**
 * Puts events into their batches: those that fill one go on as one candidate, others wait for the next event or for the
 * timeout. Two statements, however many events and batches there are.
 */
export async function gatherBatches(tx: Queryable, candidates: readonly Candidate[]): Promise<Candidate[]> {
  const now = candidates.filter((candidate) => !isBatched(candidate));
  const batched = candidates.filter(isBatched);
  if (batched.length === 0) return now;
  const batches = await lockBatches(tx, batched);
  const full: Candidate[] = [];
  for (const { fn, event } of batched) {
    const batch = batches.get(nameOf(fn.id, keyOf(fn.batch?.key, event.body)));
    if (!batch || !fn.batch) continue;
    if (batch.size === 0) batch.event_iid = event.iid;
    batch.events = batch.size === 0 ? event.text : `${batch.events},${event.text}`;
    batch.size += 1;
    if (batch.size < fn.batch.maxSize) continue;
    full.push({ fn, event: { ...event, iid: batch.event_iid, eventsText: `[${batch.events}]` } });
    batch.size = 0;
    batch.restart_seconds = fn.batch.timeoutMs / 1_000;
  }
  await writeBatches(tx, [...batches.values()]);
  return [...now, ...full];
}

/** The open batches of these events, new ones of size zero among them, locked. */
async function lockBatches(tx: Queryable, candidates: readonly Candidate[]): Promise<Map<string, Batch>> {
  const wanted = new Map<string, object>();
  for (const { fn, event } of candidates) {
    const key = keyOf(fn.batch?.key, event.body);
    wanted.set(nameOf(fn.id, key), {
      id: event.iid,
      fn_id: fn.id,
      key,
      timeout_seconds: (fn.batch?.timeoutMs ?? 0) / 1_000,
    });
  }
  const rows = await tx.query<Batch>(
    `insert into jobs.batch (id, fn_id, key, events, size, event_iid, due_at)
     select fn_id || ':' || id, fn_id, key, '', 0, id, now() + make_interval(secs => timeout_seconds)
     from json_to_recordset($1::json) given (id text, fn_id text, key text, timeout_seconds float8)
     on conflict (fn_id, key) do update set size = batch.size
     returning fn_id, key, events, size, event_iid`,
    [JSON.stringify([...wanted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row))],
  );
  return new Map(rows.map((row) => [nameOf(row.fn_id, row.key), row]));
}

async function writeBatches(tx: Queryable, batches: readonly Batch[]): Promise<void> {
  await tx.query(
    `with given as (
       select * from json_to_recordset($1::json) given (fn_id text, key text, events text, size integer, event_iid text,
         restart_seconds float8)
     ), emptied as (
       delete from jobs.batch using given
       where batch.fn_id = given.fn_id and batch.key = given.key and given.size = 0
     )
     update jobs.batch set events = given.events, size = given.size, event_iid = given.event_iid,
       due_at = coalesce(now() + make_interval(secs => given.restart_seconds), batch.due_at)
     from given where batch.fn_id = given.fn_id and batch.key = given.key and given.size > 0`,
    [JSON.stringify(batches)],
  );
}

function isBatched({ fn, event }: Candidate): boolean {
  // What is invoked has somebody who waits for it.
  if (!fn.batch || event.invoke) return false;
  return fn.batch.if === undefined || compileExpression(fn.batch.if).holds({ event: event.body });
}

function nameOf(fnId: string, key: string): string {
  return `${fnId}\n${key}`;
}
