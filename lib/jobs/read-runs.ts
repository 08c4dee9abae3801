import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { createMemoryCache } from '@/lib/platform/cache';
import { askJobBoard, type BoardAnswer } from '@/lib/platform/job-board';
import type { JobFunction, JobRun, JobRunDetail, JobsRefusal, JobsState, RunStatus } from './model';
import { maskWords, withoutSecrets } from './without-secrets';

type RunRow = {
  id: string;
  function_id: string;
  status: RunStatus;
  created_at: string;
  started_at: string | null;
  ended_at: string | null;
  goes_on_at: string | null;
  error: string | null;
};

type DetailRow = RunRow & {
  events: { name?: unknown; ts?: unknown; data?: unknown }[];
  steps: { name: string; kind: string; at: string }[];
  attempts: {
    step: string | null;
    number: number;
    at: string;
    ms: number;
    outcome: string;
    error: string | null;
  }[];
  waits: { step: string; kind: string; detail: string | null; since: string }[];
  jobs: { kind: string; step: string | null; at: string; attempt: number; is_called: boolean }[];
};

const KEPT_MS = 1_000;
const memory = createMemoryCache(1);

/** Who runs the jobs, and which there are. Remembered for a second, for home asks too. */
export function getJobs(): Promise<JobsState> {
  return memory.cached('jobs', KEPT_MS, async () => {
    const answer = await askJobBoard('GET', '/v1/board/functions');
    const nothing = { dashboardUrl: null, functions: [] };
    if (answer.kind === 'elsewhere')
      return { ...nothing, engine: 'elsewhere', dashboardUrl: answer.dashboardUrl };
    if (answer.kind === 'none') return { ...nothing, engine: 'none' };
    if (answer.kind !== 'data') return { ...nothing, engine: 'unreachable' };
    const rows = answer.data as (Omit<JobFunction, 'failedLastDay'> & { failed_last_day: number })[];
    const functions = rows.map(({ failed_last_day, ...row }) => ({ ...row, failedLastDay: failed_last_day }));
    return { engine: 'embedded', dashboardUrl: null, functions };
  });
}

/** A page of runs, newest first. `nextCursor` is a run's id. */
export async function listRuns(filter: {
  readonly status?: RunStatus | undefined;
  readonly function?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}): Promise<Outcome<{ items: JobRun[]; nextCursor: string | null }, JobsRefusal>> {
  const { status, cursor, limit } = filter;
  const asked = new URLSearchParams({
    limit: String(limit),
    ...(status ? { status } : {}),
    ...(filter.function ? { function: filter.function } : {}),
    ...(cursor ? { before: cursor } : {}),
  });
  const answer = await askJobBoard('GET', `/v1/board/runs?${asked}`);
  if (answer.kind !== 'data') return no(refusalOf(answer));
  const items = (answer.data as RunRow[]).map(toRun);
  // A last page that is full is followed by an empty one: the engine need not read one more than it tells.
  return ok({ items, nextCursor: items.length === limit ? (items.at(-1)?.id ?? null) : null });
}

/** All that is known of a run, without what may be a person's or a secret. */
export async function findRun(id: string): Promise<Outcome<JobRunDetail, JobsRefusal>> {
  const answer = await askJobBoard('GET', `/v1/board/runs/${encodeURIComponent(id)}`);
  if (answer.kind !== 'data') return no(refusalOf(answer));
  const row = answer.data as DetailRow;
  return ok({
    ...toRun(row),
    events: row.events.map(({ name, ts, data }) => ({
      name: String(name),
      at: typeof ts === 'number' ? new Date(ts).toISOString() : null,
      data: withoutSecrets(data ?? {}),
    })),
    steps: row.steps,
    attempts: row.attempts.map(({ outcome, error, ...attempt }) => ({
      ...attempt,
      isOk: outcome === 'ok',
      error: error === null ? null : maskWords(error),
    })),
    waits: row.waits.map(({ detail, ...wait }) => ({
      ...wait,
      for: detail === null ? null : maskWords(detail),
    })),
    next: row.jobs.map(({ is_called, ...job }) => ({ ...job, isCalled: is_called })),
  });
}

function toRun(row: RunRow): JobRun {
  return {
    id: row.id,
    function: row.function_id,
    status: row.status,
    createdAt: row.created_at,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    goesOnAt: row.ended_at === null ? row.goes_on_at : null,
    error: row.error === null ? null : maskWords(row.error),
  };
}

/** What the engine's no means to whoever asked. */
export function refusalOf(answer: Exclude<BoardAnswer, { kind: 'data' }>): JobsRefusal {
  if (answer.kind === 'refused') return answer.status === 409 ? 'run-ended' : 'run-not-found';
  return answer.kind === 'unreachable' ? 'unreachable' : 'elsewhere';
}
