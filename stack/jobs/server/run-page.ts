import type { Database } from '../database';
import { findRun } from '../runs/view-run';
import { escapeHtml, instant, page, table } from './html';

const SHOWN_CHARACTERS = 4_000;

/** One run: what it has done, each attempt, what it waits for and when it goes on. Null if there is none. */
export async function runPage(db: Database, id: string): Promise<string | null> {
  const run = await findRun(db, id);
  if (!run) return null;
  const [events, steps, attempts, jobs, ops] = await Promise.all([
    db.query<{ events: string }>('select events from jobs.run where id = $1', [id]),
    db.query<{ name: string; op: string; value: string; at: Date }>(
      'select name, op, left(value, $2) as value, at from jobs.step where run_id = $1 order by seq',
      [id, SHOWN_CHARACTERS],
    ),
    db.query<{ name: string; attempt: number; at: Date; ms: number; outcome: string; error: string | null }>(
      `select coalesce(step.name, attempt.step_id, 'function') as name, attempt, attempt.at, ms, outcome, error
       from jobs.attempt left join jobs.step on step.run_id = attempt.run_id and step.id = attempt.step_id
       where attempt.run_id = $1 order by attempt.at limit 1000`,
      [id],
    ),
    db.query<{
      kind: string;
      name: string | null;
      run_at: Date;
      attempt: number;
      lost: number;
      leased: boolean;
    }>(
      `select job.kind, op.name, job.run_at, job.attempt, job.lost, job.token is not null as leased
       from jobs.job left join jobs.op on op.run_id = job.run_id and op.id = job.step_id
       where job.run_id = $1 order by job.run_at`,
      [id],
    ),
    db.query<{ name: string; kind: string; detail: string | null; at: Date }>(
      'select name, kind, detail, at from jobs.op where run_id = $1 order by at',
      [id],
    ),
  ]);
  const button = (action: string, label: string) =>
    `<form method="post" action="/runs/${escapeHtml(id)}/${action}"><button>${label}</button></form>`;
  return page(
    `${run.fn_id}`,
    [
      `<p><a href="/">All runs</a> · ${escapeHtml(id)} · <span class="${run.status}">${run.status}</span> · ${instant(run.created_at)}</p>`,
      run.ended_at === null ? button('cancel', 'Cancel run') : button('rerun', 'Run again'),
      section('Waits for', ops.length > 0, () =>
        table(
          ['Since', 'Step', 'Kind', 'For'],
          ops.map((op) => [instant(op.at), escapeHtml(op.name), op.kind, escapeHtml(op.detail)]),
        ),
      ),
      section('Goes on', jobs.length > 0, () =>
        table(
          ['At', 'What', 'Step', 'Attempt', 'Lost', ''],
          jobs.map((job) => [
            instant(job.run_at),
            job.kind,
            escapeHtml(job.name),
            String(job.attempt + 1),
            String(job.lost),
            job.leased ? 'being called' : '',
          ]),
        ),
      ),
      section('Steps', steps.length > 0, () =>
        table(
          ['At', 'Step', 'Kind', 'Value'],
          steps.map((step) => [instant(step.at), escapeHtml(step.name), step.op, code(step.value)]),
        ),
      ),
      section('Attempts', attempts.length > 0, () =>
        table(
          ['At', 'Of', 'Attempt', 'Took', 'Outcome', 'Error'],
          attempts.map((attempt) => [
            instant(attempt.at),
            escapeHtml(attempt.name),
            String(attempt.attempt + 1),
            `${attempt.ms} ms`,
            attempt.outcome,
            escapeHtml(attempt.error),
          ]),
        ),
      ),
      section('Output', run.output !== null, () => code(run.output ?? '')),
      section('Events', true, () => code(events[0]?.events ?? '')),
    ].join(''),
  );
}

function section(title: string, shown: boolean, body: () => string): string {
  return shown ? `<h2>${title}</h2>${body()}` : '';
}

function code(text: string): string {
  return `<pre>${escapeHtml(text.slice(0, SHOWN_CHARACTERS))}</pre>`;
}
