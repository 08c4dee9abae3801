import type { Database } from '../database';
import { cancelRuns } from '../intake/keep-singletons';
import { rerun } from '../runs/rerun';
import { findRun, RUN_COLUMNS, type RunRow, viewRun } from '../runs/view-run';
import type { Registry } from '../sync/registry';
import { HttpError, json } from './http';
import type { Route } from './router';

const MAX_RUNS = 200;

/** Events and runs, as in Inngest's REST API. */
export function runRoutes(db: Database, registry: Registry, wake: () => void): Route[] {
  return [
    {
      method: 'GET',
      path: '/v1/events/:id',
      access: 'signing-key',
      async handle({ params }) {
        const event = await findEvent(db, params.id);
        const body = JSON.parse(event.body) as Record<string, unknown>;
        return json({ data: { internal_id: event.iid, received_at: event.received_at, ...body } });
      },
    },
    {
      method: 'GET',
      path: '/v1/events/:id/runs',
      access: 'signing-key',
      async handle({ params }) {
        const { iid } = await findEvent(db, params.id);
        const rows = await db.query<RunRow>(
          `select ${RUN_COLUMNS} from jobs.run where event_iid = $1 order by id limit ${MAX_RUNS}`,
          [iid],
        );
        return json({ data: rows.map(viewRun) });
      },
    },
    {
      method: 'GET',
      path: '/v1/runs',
      access: 'signing-key',
      async handle({ url }) {
        const status = url.searchParams.get('status')?.toLowerCase() ?? null;
        const fn = url.searchParams.get('function');
        const rows = await db.query<RunRow>(
          `select ${RUN_COLUMNS} from jobs.run
           where ($1::text is null or status = $1) and ($2::text is null or fn_id = $2)
           order by created_at desc, id desc limit ${MAX_RUNS}`,
          [status, fn],
        );
        return json({ data: rows.map(viewRun) });
      },
    },
    {
      method: 'GET',
      path: '/v1/runs/:id',
      access: 'signing-key',
      handle: async ({ params }) => json({ data: viewRun(await getRun(db, params.id)) }),
    },
    {
      method: 'DELETE',
      path: '/v1/runs/:id',
      access: 'signing-key',
      async handle({ params }) {
        const run = await getRun(db, params.id);
        if (run.ended_at !== null) throw new HttpError(409, `The run has ended: it is ${run.status}.`);
        await cancelRuns(db, [run.id]);
        wake();
        return json({ data: { run_id: run.id }, status: 202 }, 202);
      },
    },
    {
      method: 'POST',
      path: '/v1/runs/:id/rerun',
      access: 'signing-key',
      async handle({ params }) {
        const created = await db.inTransaction((tx) => rerun(tx, registry, params.id));
        if (created === null)
          throw new HttpError(404, `There is no run "${params.id}" of an active function.`);
        wake();
        return json({ data: { run_id: created } });
      },
    },
    {
      method: 'GET',
      path: '/v1/runs/:id/jobs',
      access: 'signing-key',
      async handle({ params }) {
        await getRun(db, params.id);
        const rows = await db.query(
          `select kind, step_id, run_at as at, attempt, lost, token is not null as running
           from jobs.job where run_id = $1 order by run_at`,
          [params.id],
        );
        return json({ data: rows });
      },
    },
  ];
}

async function getRun(db: Database, id: string | undefined): Promise<RunRow> {
  const run = await findRun(db, id);
  if (!run) throw new HttpError(404, `There is no run "${id}".`);
  return run;
}

/** By its internal id, the one that sending returned; else the last one with that id of its own. */
async function findEvent(
  db: Database,
  id: string | undefined,
): Promise<{ iid: string; body: string; received_at: Date }> {
  const [event] = await db.query<{ iid: string; body: string; received_at: Date }>(
    `select iid, body, received_at from jobs.event where iid = $1 or id = $1
     order by iid = $1 desc, received_at desc limit 1`,
    [id],
  );
  if (!event) throw new HttpError(404, `There is no event "${id}".`);
  return event;
}
