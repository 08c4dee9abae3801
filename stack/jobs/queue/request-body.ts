/** A step's memo, as stored: `{"data":…}` or `{"error":…}`. */
export interface Memo {
  id: string;
  value: string;
}

export interface RequestFacts {
  runId: string;
  /** JSON list of the events that started the run. */
  events: string;
  /** In the order in which they were stored: the SDK replays them in it. */
  memos: readonly Memo[];
  attempt: number;
  maxAttempts: number;
  /** A group of parallel steps is open: the SDK plans steps and runs none by itself. */
  planOnly: boolean;
  /** The state is too large to be sent: the SDK fetches it (all but the first event, which it wants here). */
  useApi: boolean;
  dev: boolean;
}

/** The body of a Call Request, put together from stored JSON without reading it. */
export function requestBody(facts: RequestFacts): string {
  const { events, memos, useApi } = facts;
  const context = {
    run_id: facts.runId,
    env: facts.dev ? 'dev' : 'production',
    step_id: 'step',
    attempt: facts.attempt,
    max_attempts: facts.maxAttempts,
    stack: { stack: memos.map(({ id }) => id), current: memos.length },
    disable_immediate_execution: facts.planOnly,
    use_api: useApi,
  };
  const steps = memos.map(({ id, value }) => `${JSON.stringify(id)}:${value}`).join(',');
  return (
    `{"event":${firstOf(events)},"events":${useApi ? '[]' : events},"steps":{${useApi ? '' : steps}},"defers":{},` +
    `"ctx":${JSON.stringify(context)},"version":2,"use_api":${useApi}}`
  );
}

function firstOf(events: string): string {
  const [first] = JSON.parse(events) as unknown[];
  return JSON.stringify(first);
}
