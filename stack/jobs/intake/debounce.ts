import type { Queryable } from '../database';
import type { Candidate } from './match-functions';
import { keyOf } from './run-keys';

/** Holds events back: the last by its own time wins, each restarts the period, up to the timeout. One statement. */
export async function debounce(
  tx: Queryable,
  candidates: readonly Candidate[],
  nowMs: number,
): Promise<void> {
  const lasts = new Map<string, { key: string; candidate: Candidate }>();
  for (const candidate of candidates) {
    const key = keyOf(candidate.fn.debounce?.key, candidate.event.body);
    const name = `${candidate.fn.id}\n${key}`;
    const last = lasts.get(name);
    if (!last || candidate.event.body.ts >= last.candidate.event.body.ts) lasts.set(name, { key, candidate });
  }
  if (lasts.size === 0) return;
  // In one order, so that two engines do not wait for each other.
  const rows = [...lasts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { key, candidate }]) => ({
      fn_id: candidate.fn.id,
      key,
      event_iid: candidate.event.iid,
      event: candidate.event.text,
      ts: candidate.event.body.ts,
      period_due: nowMs + (candidate.fn.debounce?.periodMs ?? 0),
      cap: candidate.fn.debounce?.timeoutMs === undefined ? null : nowMs + candidate.fn.debounce.timeoutMs,
    }));
  await tx.query(
    `insert into jobs.debounce (fn_id, key, event_iid, event, ts, due_at, cap_at)
     select fn_id, key, event_iid, event, ts, to_timestamp(period_due / 1000), to_timestamp(cap / 1000)
     from json_to_recordset($1::json) given (fn_id text, key text, event_iid text, event text, ts bigint,
       period_due float8, cap float8)
     on conflict (fn_id, key) do update set
       event_iid = case when excluded.ts >= debounce.ts then excluded.event_iid else debounce.event_iid end,
       event = case when excluded.ts >= debounce.ts then excluded.event else debounce.event end,
       ts = greatest(excluded.ts, debounce.ts),
       due_at = case when excluded.ts >= debounce.ts
         then least(excluded.due_at, debounce.cap_at) else debounce.due_at end`,
    [JSON.stringify(rows)],
  );
}
