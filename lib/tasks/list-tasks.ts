import { query } from '@/db/client';
import { getJobs } from '@/lib/jobs/read-runs';
import { fromUuid, type IdPrefix } from '@/lib/kernel/ids';
import { createMemoryCache } from '@/lib/platform/cache';
import { isAllowed, type Role } from '@/lib/staff/permissions';
import { MOST_TASKS, TASK_KINDS, TASKS, type Task, type TaskKind } from './model';

type Waiting = { readonly count: number; readonly since: string | null; readonly subject: string | null };

/** `waiting` names what waits: `id`, `since`. Counted no further than {@link MOST_TASKS}, along an index. */
const count = (waiting: string) =>
  `(select json_build_object('count', count(*), 'since', min(since), 'subject', (array_agg(id order by since))[1])
    from (${waiting} limit ${MOST_TASKS}) as waiting)`;

/**
 * Where each kind is looked up. What was done about something ends its task: a refund that failed and was asked for again, a file
 * that was imported after all.
 */
const LOOKS: Readonly<Record<Exclude<TaskKind, 'jobs-failed'>, { id: IdPrefix | null; sql: string }>> = {
  // What the last look at each kind of books found, as far as it was kept.
  'books-differ': {
    id: null,
    sql: `(
      select json_build_object('count', coalesce(sum(jsonb_array_length(faults)), 0), 'since', min(finished_at), 'subject', null)
      from unnest(array['stock', 'money']) as books (kind)
      cross join lateral (
        select faults, finished_at from book_checks c
        where c.kind = books.kind and c.status = 'done' order by c.id desc limit 1
      ) as last
      where faults <> '[]')`,
  },
  'payments-in-doubt': {
    id: 'ord',
    sql: count(`select order_id::text as id, started_at as since from payments
      where status in ('processing', 'in-doubt') and started_at < now() - interval '15 minutes'`),
  },
  'refunds-failed': {
    id: 'ord',
    sql: count(`
      select r.order_id::text as id, r.started_at as since from refunds r
      where (r.status = 'failed' and r.settled_at > now() - interval '30 days'
             and not exists (select from refunds later where later.payment_id = r.payment_id and later.id > r.id)
          or r.status in ('processing', 'in-doubt') and r.started_at < now() - interval '1 hour')`),
  },
  // The oldest stand at the end of the index, so they are found first.
  'orders-to-send': {
    id: 'ord',
    sql: count(
      `select id::text as id, paid_at as since from orders where status = 'paid' order by orders.id`,
    ),
  },
  'imports-failed': {
    id: 'imp',
    sql: count(`
      select i.id::text as id, i.finished_at as since from imports i
      where i.status = 'failed' and i.id > first_id_at(now() - interval '14 days')
        and not exists (select from imports later where later.id > i.id and later.status = 'done')`),
  },
  'reports-failed': {
    id: 'rep',
    sql: count(`
      select r.id::text as id, r.finished_at as since from reports r
      where r.status = 'failed' and r.created_at > now() - interval '7 days'
        and not exists (select from reports again
          where again.id > r.id and again.kind = r.kind and again.format = r.format and again.from_day = r.from_day and again.to_day = r.to_day)`),
  },
  'webhooks-off': {
    id: 'hook',
    sql: count(
      `select id::text as id, disabled_at as since from webhook_endpoints where disabled_at is not null and not enabled`,
    ),
  },
  'stock-out': {
    id: null,
    sql: count(`
      select s.variant_id::text as id, null::timestamptz as since from sold_out_variants s
      where s.variant_id in (select variant_id from variant_sales_daily where day > current_date - 30)
        and exists (select from offers o where o.variant_id = s.variant_id and o.sellable)`),
  },
};

export const TASKS_STATEMENT = `select ${Object.entries(LOOKS)
  .map(([kind, { sql }]) => `${sql}::text as "${kind}"`)
  .join(',\n')}`;

const KEPT_MS = 3_000;
const memory = createMemoryCache(1);

/** What waits for a person, as far as the role may see it, most urgent kinds first. One statement every three seconds an instance. */
export async function listTasks(role: Role): Promise<Task[]> {
  const all = await memory.cached('tasks', KEPT_MS, async () => {
    const [tasks, jobs] = await Promise.all([readTasks(), failedJobs()]);
    return [...tasks, ...jobs].sort((a, b) => TASK_KINDS.indexOf(a.kind) - TASK_KINDS.indexOf(b.kind));
  });
  return all.filter(({ kind }) => isAllowed(role, TASKS[kind]));
}

/** Runs that failed for good in the last day, as far as the engine can be asked: without it, the other tasks are told. */
async function failedJobs(): Promise<Task[]> {
  const { functions } = await getJobs();
  const count = functions.reduce((sum, { failedLastDay }) => sum + failedLastDay, 0);
  return count === 0
    ? []
    : [{ kind: 'jobs-failed', count: Math.min(count, MOST_TASKS), since: null, subject: null }];
}

/** As {@link listTasks}, of all kinds but jobs and past the memory. */
export async function readTasks(): Promise<Task[]> {
  const [row] = await query<Record<keyof typeof LOOKS, string>>('list_tasks', TASKS_STATEMENT, []);
  return TASK_KINDS.flatMap((kind) => {
    if (kind === 'jobs-failed' || row === undefined) return [];
    const { count, since, subject } = JSON.parse(row[kind]) as Waiting;
    if (count === 0) return [];
    const family = LOOKS[kind].id;
    return {
      kind,
      count,
      since: since === null ? null : new Date(since).toISOString(),
      subject: subject === null || family === null ? null : fromUuid(family, subject),
    };
  });
}
