import type { Queryable } from '../database';

export const RUN_STATUSES = ['queued', 'running', 'completed', 'failed', 'cancelled'] as const;

export type RunStatus = (typeof RUN_STATUSES)[number];

interface RunFilter {
  status: RunStatus | null;
  functionId: string | null;
  /** The last run of the page before. */
  before: string | null;
  limit: number;
}

const SHOWN_CHARACTERS = 2_000;
/** An error with its stack. */
const READ_CHARACTERS = 100_000;
const MOST_ATTEMPTS = 500;

/** What a run is, in a line. */
const SUMMARY = `run.id, run.fn_id as function_id, run.status, run.created_at, run.started_at, run.ended_at,
  (select min(job.run_at) from jobs.job where job.run_id = run.id) as goes_on_at,
  case when run.status = 'failed' then left(run.output, ${READ_CHARACTERS}) end as output`;

interface SummaryRow {
  output: string | null;
  [column: string]: unknown;
}

/** A run's row as it is told: of what it ended with, the error's name and message, never the stack. */
function toSummary({ output, ...run }: SummaryRow): Record<string, unknown> {
  return { ...run, error: output === null ? null : errorWords(output) };
}

function errorWords(output: string): string {
  try {
    const { name, message } = JSON.parse(output) as { name?: unknown; message?: unknown };
    return `${String(name ?? 'Error')}: ${String(message ?? 'no words')}`.slice(0, SHOWN_CHARACTERS);
  } catch {
    return 'The error is too long to be shown here.';
  }
}

/** A page of runs, newest first. */
export async function readBoardRuns(
  db: Queryable,
  { status, functionId, before, limit }: RunFilter,
): Promise<Record<string, unknown>[]> {
  // As a word of the statement and not a parameter: those that failed, or have not ended, have an index of their own.
  const isOf = status === null ? '' : `run.status = '${status}' and`;
  const isActive = status === 'queued' || status === 'running' ? 'run.ended_at is null and' : '';
  const rows = await db.query<SummaryRow>(
    `select ${SUMMARY} from jobs.run
     where ${isOf} ${isActive} ($1::text is null or run.fn_id = $1)
       and ($2::text is null or (run.created_at, run.id) < (select last.created_at, last.id from jobs.run last where last.id = $2))
     order by run.created_at desc, run.id desc limit $3::int`,
    [functionId, before, limit],
  );
  return rows.map(toSummary);
}

/** All that is known of a run but what its steps gave: what it was started by, did, tried, waits for. Null if there is none. */
export async function readBoardRun(db: Queryable, id: string): Promise<Record<string, unknown> | null> {
  const [run] = await db.query<SummaryRow & { events: string }>(
    `select ${SUMMARY}, run.events from jobs.run where run.id = $1`,
    [id],
  );
  if (run === undefined) return null;
  const [steps, attempts, waits, jobs] = await Promise.all([
    db.query('select name, op as kind, at from jobs.step where run_id = $1 order by seq', [id]),
    db.query(
      `select coalesce(step.name, op.name) as step, attempt.attempt + 1 as number, attempt.at, attempt.ms, attempt.outcome,
         left(attempt.error, ${SHOWN_CHARACTERS}) as error
       from jobs.attempt
       left join jobs.step on step.run_id = attempt.run_id and step.id = attempt.step_id
       left join jobs.op on op.run_id = attempt.run_id and op.id = attempt.step_id
       where attempt.run_id = $1 order by attempt.at limit ${MOST_ATTEMPTS}`,
      [id],
    ),
    db.query('select name as step, kind, detail, at as since from jobs.op where run_id = $1 order by at', [
      id,
    ]),
    db.query(
      `select job.kind, op.name as step, job.run_at as at, job.attempt + 1 as attempt, job.token is not null as is_called
       from jobs.job left join jobs.op on op.run_id = job.run_id and op.id = job.step_id
       where job.run_id = $1 order by job.run_at`,
      [id],
    ),
  ]);
  const { events, ...summary } = run;
  return { ...toSummary(summary), events: JSON.parse(events) as unknown, steps, attempts, waits, jobs };
}
