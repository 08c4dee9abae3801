import type { Queryable } from '../database';

export interface RunRow {
  id: string;
  fn_id: string;
  event_iid: string;
  status: string;
  output: string | null;
  created_at: Date;
  started_at: Date | null;
  ended_at: Date | null;
}

/** Columns of a RunRow. */
export const RUN_COLUMNS =
  'run.id, run.fn_id, run.event_iid, run.status, run.output, run.created_at, run.started_at, run.ended_at';

/** A run in the words of Inngest's REST API. */
export function viewRun(row: RunRow): Record<string, unknown> {
  return {
    run_id: row.id,
    function_id: row.fn_id,
    event_id: row.event_iid,
    status: `${row.status.charAt(0).toUpperCase()}${row.status.slice(1)}`,
    run_started_at: row.started_at ?? row.created_at,
    ended_at: row.ended_at,
    output: row.output === null ? null : (JSON.parse(row.output) as unknown),
  };
}

/** A run, or null. */
export async function findRun(db: Queryable, id: string | undefined): Promise<RunRow | null> {
  const [row] = await db.query<RunRow>(`select ${RUN_COLUMNS} from jobs.run where id = $1`, [id]);
  return row ?? null;
}
