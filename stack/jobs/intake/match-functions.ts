import { compileExpression } from '../cel/expression';
import type { RegisteredFunction, Registry } from '../sync/registry';
import type { StoredEvent } from './event';

/** A function that an event starts. */
export interface Candidate {
  fn: RegisteredFunction;
  event: StoredEvent;
}

/** Which functions the events start: by name, wildcard and expression, or because they are meant for one alone. */
export function matchFunctions(registry: Registry, events: readonly StoredEvent[]): Candidate[] {
  return events.flatMap((event): Candidate[] => {
    if (event.invoke) {
      const fn = registry.get(event.invoke.fnId);
      return fn ? [{ fn, event }] : [];
    }
    const fns = registry.triggeredBy(event.body.name).filter((fn) => isTriggered(fn, event));
    return fns.map((fn) => ({ fn, event }));
  });
}

function isTriggered(fn: RegisteredFunction, { body }: StoredEvent): boolean {
  return fn.events.some(
    ({ event, expression }) =>
      (event === body.name || (event.endsWith('*') && body.name.startsWith(event.slice(0, -1)))) &&
      (expression === undefined || compileExpression(expression).holds({ event: body })),
  );
}
