import type { ASTNode } from '@marcbachmann/cel-js';
import { compileExpression } from '../cel/expression';
import { at, MISSING } from '../cel/values';
import type { Queryable } from '../database';
import type { EventBody, StoredEvent } from './event';

/** A run that an event may wake or cancel. */
export interface NewPause {
  run_id: string | undefined;
  step_id: string;
  kind: 'wait' | 'cancel';
  event: string;
  expression: string | null;
  timeout_ms: number | null;
  match_path: string[] | null;
  match_value: string | null;
}

/** Writes pauses; those that are there already stay as they are. */
export async function addPauses(tx: Queryable, pauses: readonly NewPause[]): Promise<void> {
  if (pauses.length === 0) return;
  await tx.query(
    `insert into jobs.pause (run_id, step_id, kind, event, expression, match_path, match_value, expires_at)
     select run_id, step_id, kind, event, expression, match_path, match_value,
       now() + make_interval(secs => timeout_ms / 1000.0)
     from json_to_recordset($1::json) given (run_id text, step_id text, kind text, event text, expression text,
       match_path text[], match_value text, timeout_ms float8)
     on conflict do nothing`,
    [JSON.stringify(pauses)],
  );
}

/**
 * For an expression `event.a == async.b`: path b and the value at a. Postgres compares these, so that an event that
 * concerns one run of ten thousand that wait does not fetch all of them.
 */
export function matchOf(
  expression: string | undefined,
  trigger: EventBody,
): Pick<NewPause, 'match_path' | 'match_value'> {
  const none = { match_path: null, match_value: null };
  if (expression === undefined) return none;
  const { ast } = compileExpression(expression);
  if (ast.op !== '==') return none;
  const sides = ast.args.map(pathOf);
  const mine = sides.find((path) => path?.[0] === 'event');
  const theirs = sides.find((path) => path?.[0] === 'async');
  if (!mine || !theirs) return none;
  const value = mine.slice(1).reduce<unknown>(at, trigger);
  // Other values have more than one way to be equal: those are compared here, one by one.
  if (value === MISSING || (typeof value !== 'string' && typeof value !== 'boolean')) return none;
  if (typeof value === 'string' && value.includes('\u0000')) return none;
  return { match_path: theirs.slice(1), match_value: String(value) };
}

function pathOf(node: ASTNode): string[] | null {
  if (node.op === 'id') return [node.args];
  if (node.op !== '.') return null;
  const before = pathOf(node.args[0]);
  return before && [...before, node.args[1]];
}

/** A pause that an event may end, if its expression says so. */
export interface Waiting {
  id: string;
  kind: 'wait' | 'cancel';
  expression: string | null;
  /** The events of the run that waits. */
  events: string;
  /** The event that may end it. */
  iid: string;
}

/**
 * Takes away the pauses that the events end, and leaves jobs that wake or cancel their runs: the runs themselves are not
 * touched here, so that intake never waits for a run that is being worked on. A pause has one winner, by its row.
 */
export async function endPauses(
  tx: Queryable,
  waiting: readonly Waiting[],
  events: readonly StoredEvent[],
): Promise<number> {
  const byIid = new Map(events.map((event) => [event.iid, event]));
  const woken = new Map<string, StoredEvent>();
  for (const pause of waiting) {
    const event = byIid.get(pause.iid);
    if (!event || woken.has(pause.id) || !isMeant(pause.expression, pause.events, event)) continue;
    woken.set(pause.id, event);
  }
  if (woken.size === 0) return 0;
  const rows = await tx.query(
    `with taken as (
       delete from jobs.pause where id in (
         select id from jobs.pause where id = any ($1::bigint[]) order by id for update)
       returning id, run_id, step_id, kind
     )
     insert into jobs.job (key, fn_id, run_id, kind, step_id, payload, run_at)
     select case taken.kind when 'cancel' then taken.run_id || ':cancel' else taken.run_id || ':resume:' || step_id end,
       run.fn_id, taken.run_id, case taken.kind when 'cancel' then 'cancel' else 'resume' end,
       case taken.kind when 'wait' then step_id end, case taken.kind when 'wait' then given.payload end, now()
     from taken
     join unnest($1::bigint[], $2::text[]) given (id, payload) on given.id = taken.id
     join jobs.run on run.id = taken.run_id
     on conflict (key) do nothing
     returning 1`,
    [[...woken.keys()], [...woken.values()].map(({ text }) => `{"data":${text}}`)],
  );
  return rows.length;
}

function isMeant(expression: string | null, triggers: string, candidate: StoredEvent): boolean {
  if (expression === null) return true;
  const [trigger] = JSON.parse(triggers) as EventBody[];
  return compileExpression(expression).holds({ event: trigger, async: candidate.body });
}
