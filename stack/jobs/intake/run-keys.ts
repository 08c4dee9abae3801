import { compileExpression } from '../cel/expression';
import { orNull } from '../cel/values';
import type { ConcurrencyLimit, FunctionConfig } from '../sync/function-config';
import type { EventBody } from './event';

/** The value of a key expression for an event, as text; '' where there is no expression. */
export function keyOf(expression: string | undefined, event: EventBody): string {
  if (expression === undefined) return '';
  return JSON.stringify(orNull(compileExpression(expression).value({ event }))) ?? 'null';
}

/** Under which names a run counts towards its function's concurrency limits, in the limits' order. */
export function concurrencyKeys(fn: FunctionConfig, event: EventBody): string[] {
  return fn.concurrency.map((limit) => `${limitName(fn, limit)}=${keyOf(limit.key, event)}`);
}

/** The part of a concurrency key that tells which limit it is about: env and account are one pool of all functions. */
export function limitName(fn: FunctionConfig, { key, scope }: ConcurrencyLimit): string {
  return scope === 'fn' ? `fn:${fn.id}:${key ?? ''}` : `all:${key ?? ''}`;
}

/** When a job of the run stands in the queue: its start, and up to ten minutes before or after by priority. */
export function headStartSeconds(fn: FunctionConfig, event: EventBody): number {
  if (fn.priority === undefined) return 0;
  const seconds = compileExpression(fn.priority).value({ event });
  return typeof seconds === 'number' ? Math.max(-600, Math.min(600, seconds)) : 0;
}
