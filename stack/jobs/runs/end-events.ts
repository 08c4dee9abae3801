import { type EventBody, internalEvent, type StoredEvent } from '../intake/event';
import { readError } from '../queue/read-answer';
import type { RunState } from './run-state';

/** What the world is told when a run ends: that it finished, and that it failed or was cancelled. Once for each run. */
export function endEvents(run: RunState): StoredEvent[] {
  if (!run.end || run.quiet) return [];
  const events = JSON.parse(run.events) as EventBody[];
  const [event] = events;
  const inngest = event?.data._inngest as { correlation_id?: unknown } | undefined;
  const common = {
    function_id: run.fnId,
    run_id: run.id,
    event,
    events,
    ...(inngest?.correlation_id === undefined ? {} : { correlation_id: inngest.correlation_id }),
  };
  const output: unknown = JSON.parse(run.end.output);
  const data =
    run.end.status === 'completed' ? { ...common, result: output } : { ...common, error: readError(output) };
  const finished = internalEvent(`finished:${run.id}`, 'inngest/function.finished', data);
  if (run.end.status === 'completed') return [finished];
  const name = run.end.status === 'failed' ? 'inngest/function.failed' : 'inngest/function.cancelled';
  return [finished, internalEvent(`${run.end.status}:${run.id}`, name, data, { id: run.id })];
}
