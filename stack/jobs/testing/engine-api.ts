import { until } from '@/stack/jobs/testing/until';

/** A run as `GET /v1/events/{id}/runs` shows it. */
export interface RunView {
  run_id: string;
  status: string;
  output: unknown;
}

const over = new Set(['Completed', 'Failed', 'Cancelled']);

export interface EngineApi {
  url: string;
  /** Any request; `path` begins with a slash. */
  call(path: string, init?: RequestInit): Promise<{ status: number; body: unknown }>;
  /** The runs that an event started, by the id that sending it returned. */
  runsOf(eventId: string): Promise<RunView[]>;
  /** Waits until the event has exactly so many runs and all of them are over. */
  over(eventId: string, count?: number, timeoutMs?: number): Promise<RunView[]>;
  /** The one run of an event, when it is over. */
  result(eventId: string, timeoutMs?: number): Promise<RunView>;
}

/** What of an engine's HTTP interface the tests ask, which is the same for the dev server. */
export function engineApi(url: string, signingKey?: string): EngineApi {
  const authorization = signingKey === undefined ? {} : { authorization: `Bearer ${signingKey}` };
  const api: EngineApi = {
    url,
    async call(path, init = {}) {
      const answer = await fetch(url + path, {
        ...init,
        headers: { ...authorization, ...Object.fromEntries(new Headers(init.headers)) },
      });
      const text = await answer.text();
      return { status: answer.status, body: asJson(text) };
    },
    async runsOf(eventId) {
      const { status, body } = await api.call(`/v1/events/${eventId}/runs`);
      if (status !== 200) throw new Error(`/v1/events/${eventId}/runs: ${status} ${JSON.stringify(body)}`);
      return (body as { data: RunView[] | null }).data ?? [];
    },
    over: (eventId, count = 1, timeoutMs = 20_000) =>
      until(
        async () => {
          const runs = await api.runsOf(eventId);
          const open = runs.filter(({ status }) => !over.has(status));
          if (runs.length !== count || open.length > 0) {
            throw new Error(
              `expected ${count} runs, all over; got ${JSON.stringify(runs.map(({ run_id, status }) => [run_id, status]))}`,
            );
          }
          return runs;
        },
        { timeoutMs, everyMs: 150 },
      ),
    async result(eventId, timeoutMs) {
      const [run] = await api.over(eventId, 1, timeoutMs);
      if (run === undefined) throw new Error('no run');
      return run;
    },
  };
  return api;
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
