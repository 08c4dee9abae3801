import type { Database } from '../database';
import { RUN_STATUSES, readBoardRun, readBoardRuns } from '../runs/board';
import type { Registry } from '../sync/registry';
import { HttpError, json } from './http';
import type { Route } from './router';

const MAX_RUNS = 100;

/** What an app's own dashboard asks for: its functions, its runs by pages, and all that is known of one. */
export function boardRoutes(db: Database, registry: Registry): Route[] {
  return [
    {
      method: 'GET',
      path: '/v1/board/functions',
      access: 'signing-key',
      async handle() {
        const counts = await db.query<{ fn_id: string; active: string; failed: string }>(
          `select fn_id, count(*) filter (where ended_at is null) as active, count(*) filter (where status = 'failed') as failed
           from (
             select fn_id, ended_at, status from jobs.run where ended_at is null
             union all
             select fn_id, ended_at, status from jobs.run where status = 'failed' and ended_at > now() - interval '1 day'
           ) as counted group by fn_id`,
        );
        const known = new Map(counts.map((row) => [row.fn_id, row]));
        const data = [...registry.all()]
          .filter(({ active }) => active)
          .map(({ id, name, events, crons }) => ({
            id,
            name,
            triggers: [...events.map(({ event }) => event), ...crons.map(({ cron }) => cron)],
            active: Number(known.get(id)?.active ?? 0),
            failed_last_day: Number(known.get(id)?.failed ?? 0),
          }))
          .sort((a, b) => a.name.localeCompare(b.name));
        return json({ data });
      },
    },
    {
      method: 'GET',
      path: '/v1/board/runs',
      access: 'signing-key',
      async handle({ url }) {
        const of = url.searchParams;
        const status = of.get('status');
        if (status !== null && !RUN_STATUSES.some((known) => known === status))
          throw new HttpError(400, `"status" is one of ${RUN_STATUSES.join(', ')}.`);
        const limit = Number(of.get('limit') ?? MAX_RUNS);
        if (!Number.isInteger(limit) || limit < 1 || limit > MAX_RUNS)
          throw new HttpError(400, `"limit" is a number from 1 to ${MAX_RUNS}.`);
        const data = await readBoardRuns(db, {
          status: RUN_STATUSES.find((known) => known === status) ?? null,
          functionId: of.get('function'),
          before: of.get('before'),
          limit,
        });
        return json({ data });
      },
    },
    {
      method: 'GET',
      path: '/v1/board/runs/:id',
      access: 'signing-key',
      async handle({ params }) {
        const run = await readBoardRun(db, params.id ?? '');
        if (run === null) throw new HttpError(404, `There is no run "${params.id}".`);
        return json({ data: run });
      },
    },
  ];
}
