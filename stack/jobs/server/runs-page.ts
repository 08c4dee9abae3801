import type { Database } from '../database';
import type { Registry } from '../sync/registry';
import { escapeHtml, instant, page, table } from './html';

const STATUSES = ['queued', 'running', 'completed', 'failed', 'cancelled'];
const SHOWN = 100;

/** The last runs, by status and function as asked for. */
export async function runsPage(db: Database, registry: Registry, query: URLSearchParams): Promise<string> {
  const status = STATUSES.find((known) => known === query.get('status')) ?? null;
  const fn = query.get('function') || null;
  const rows = await db.query<{
    id: string;
    fn_id: string;
    status: string;
    created_at: Date;
    ended_at: Date | null;
    error: string | null;
  }>(
    `select id, fn_id, status, created_at, ended_at, case when status = 'failed' then left(output, 500) end as error
     from jobs.run where ($1::text is null or status = $1) and ($2::text is null or fn_id = $2)
     order by created_at desc, id desc limit ${SHOWN}`,
    [status, fn],
  );
  const functions = [...registry.all()].map(({ id }) => id).sort();
  const filter = `<form method="get">${choice('status', STATUSES, status)} ${choice('function', functions, fn)} <button>Show</button></form>`;
  const list = table(
    ['Started', 'Function', 'Status', 'Took', 'Run'],
    rows.map((row) => [
      instant(row.created_at),
      escapeHtml(row.fn_id),
      `<span class="${row.status}">${row.status}</span>`,
      row.ended_at === null ? '' : `${row.ended_at.getTime() - row.created_at.getTime()} ms`,
      `<a href="/runs/${escapeHtml(row.id)}">${escapeHtml(row.id)}</a>`,
    ]),
  );
  return page('Runs', filter + list);
}

function choice(name: string, values: readonly string[], chosen: string | null): string {
  const options = values.map(
    (value) => `<option${value === chosen ? ' selected' : ''}>${escapeHtml(value)}</option>`,
  );
  return `<select name="${name}" aria-label="${name}"><option value="">Any ${name}</option>${options.join('')}</select>`;
}
