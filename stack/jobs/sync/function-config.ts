import { compileExpression } from '../cel/expression';
import { assertCron } from '../cron';
import { parseDurationMs } from '../duration';

export interface EventTrigger {
  event: string;
  expression?: string;
}

export interface CronTrigger {
  cron: string;
}

export interface ConcurrencyLimit {
  limit: number;
  key?: string;
  scope: 'fn' | 'env' | 'account';
}

export interface Throttle {
  key?: string;
  limit: number;
  periodMs: number;
  burst: number;
}

/** A function as the engine keeps it: checked, durations in milliseconds. */
export interface FunctionConfig {
  id: string;
  name: string;
  url: string;
  maxAttempts: number;
  events: EventTrigger[];
  crons: CronTrigger[];
  concurrency: ConcurrencyLimit[];
  cancelOn: { event: string; if?: string; timeoutMs?: number }[];
  idempotency?: string;
  rateLimit?: Throttle;
  throttle?: Throttle;
  debounce?: { key?: string; periodMs: number; timeoutMs?: number };
  batch?: { maxSize: number; timeoutMs: number; key?: string; if?: string };
  priority?: string;
  singleton?: { key?: string; mode: 'skip' | 'cancel' };
  timeouts?: { startMs?: number; finishMs?: number };
}

/** What the server gives a function that names no number of retries. */
const DEFAULT_ATTEMPTS = 5;
const MAX_ATTEMPTS = 21;
const MAX_CANCELS = 5;
const DAY_MS = 86_400_000;
const KNOWN = new Set([
  ...['id', 'name', 'triggers', 'steps', 'concurrency', 'cancel', 'idempotency', 'rateLimit', 'throttle'],
  ...['debounce', 'batchEvents', 'priority', 'singleton', 'timeouts'],
]);

type Json = Record<string, unknown>;

/**
 * Reads what an app says about one of its functions. Throws with one sentence, naming function and field, when it asks
 * for something that the engine does not do: a limit that is quietly not kept would be worse than no start.
 */
export function parseFunctionConfig(raw: unknown): FunctionConfig {
  const fn = record(raw, 'A function');
  if (typeof fn.id !== 'string' || fn.id === '') throw new Error('A function has no id.');
  try {
    const unknown = Object.keys(fn).find(
      (key) => fn[key] !== undefined && fn[key] !== null && !KNOWN.has(key),
    );
    if (unknown !== undefined) throw new Error(`"${unknown}" is not supported`);
    const triggers = list(fn.triggers).map((trigger) => record(trigger, 'a trigger'));
    const config: FunctionConfig = {
      id: fn.id,
      name: typeof fn.name === 'string' ? fn.name : fn.id,
      ...runtime(fn.steps),
      events: triggers.filter((trigger) => trigger.event !== undefined).map(eventTrigger),
      crons: triggers.filter((trigger) => trigger.cron !== undefined).map(cronTrigger),
      concurrency: concurrency(fn.concurrency),
      cancelOn: cancelOn(fn.cancel),
    };
    if (fn.idempotency) config.idempotency = expression(fn.idempotency);
    if (fn.rateLimit) config.rateLimit = throttle(fn.rateLimit, 'rateLimit');
    if (fn.throttle) config.throttle = throttle(fn.throttle, 'throttle');
    if (fn.debounce) config.debounce = debounce(fn.debounce);
    if (fn.batchEvents) config.batch = batch(fn.batchEvents);
    if (fn.priority) config.priority = expression(record(fn.priority, 'priority').run ?? '0');
    if (fn.singleton) config.singleton = singleton(fn.singleton);
    if (fn.timeouts) config.timeouts = timeouts(fn.timeouts);
    if (config.batch && config.cancelOn.length > 0) throw new Error('batchEvents cannot go with cancelOn');
    return config;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`Function ${fn.id}: ${why.replace(/\.$/, '')}.`);
  }
}

function runtime(raw: unknown): { url: string; maxAttempts: number } {
  const steps = Object.values(record(raw, 'steps'));
  if (steps.length !== 1) throw new Error('functions of several registered steps are not supported');
  const step = record(steps[0], 'a step');
  const where = record(step.runtime, 'runtime');
  if (where.type !== 'http')
    throw new Error(`the runtime "${String(where.type)}" (connect) is not supported`);
  if (typeof where.url !== 'string') throw new Error('it has no URL');
  const attempts = step.retries ? record(step.retries, 'retries').attempts : undefined;
  if (attempts === undefined || attempts === null) return { url: where.url, maxAttempts: DEFAULT_ATTEMPTS };
  const retries = wholeNumber(attempts, 'retries', 0);
  if (retries + 1 > MAX_ATTEMPTS) throw new Error(`more than ${MAX_ATTEMPTS - 1} retries are not supported`);
  return { url: where.url, maxAttempts: retries + 1 };
}

function eventTrigger(trigger: Json): EventTrigger {
  if (typeof trigger.event !== 'string' || trigger.event === '') throw new Error('a trigger names no event');
  return trigger.expression
    ? { event: trigger.event, expression: expression(trigger.expression) }
    : { event: trigger.event };
}

function cronTrigger(trigger: Json): CronTrigger {
  if (trigger.jitter) throw new Error('"jitter" of a cron trigger is not supported');
  const cron = String(trigger.cron);
  assertCron(cron);
  return { cron };
}

function concurrency(raw: unknown): ConcurrencyLimit[] {
  if (raw === undefined || raw === null) return [];
  const limits = (Array.isArray(raw) ? raw : [raw]).map((entry): ConcurrencyLimit => {
    if (typeof entry === 'number') return { limit: wholeNumber(entry, 'concurrency', 0), scope: 'fn' };
    const { limit, key, scope = 'fn' } = record(entry, 'concurrency');
    if (scope !== 'fn' && scope !== 'env' && scope !== 'account') {
      throw new Error(`the concurrency scope "${String(scope)}" is not supported`);
    }
    const common: ConcurrencyLimit = { limit: wholeNumber(limit, 'concurrency.limit', 0), scope };
    return key ? { ...common, key: expression(key) } : common;
  });
  if (limits.length > 2) throw new Error('more than two concurrency limits are not supported');
  // Zero means none, as with the real server.
  return limits.filter(({ limit }) => limit > 0);
}

function cancelOn(raw: unknown): FunctionConfig['cancelOn'] {
  const entries = list(raw).map((entry) => record(entry, 'cancelOn'));
  if (entries.length > MAX_CANCELS) throw new Error(`more than ${MAX_CANCELS} cancelOn are not supported`);
  return entries.map((entry) => ({
    event: String(entry.event),
    ...(entry.if ? { if: expression(entry.if) } : {}),
    ...(entry.timeout ? { timeoutMs: duration(entry.timeout, 'cancelOn.timeout') } : {}),
  }));
}

function throttle(raw: unknown, name: string): Throttle {
  const { key, limit, period, burst } = record(raw, name);
  return {
    limit: wholeNumber(limit, `${name}.limit`, 1),
    periodMs: duration(period, `${name}.period`, 1_000, 7 * DAY_MS),
    burst: burst === undefined || burst === null ? 1 : wholeNumber(burst, `${name}.burst`, 1),
    ...(key ? { key: expression(key) } : {}),
  };
}

function debounce(raw: unknown): NonNullable<FunctionConfig['debounce']> {
  const { key, period, timeout } = record(raw, 'debounce');
  return {
    periodMs: duration(period, 'debounce.period', 1_000, 7 * DAY_MS),
    ...(key ? { key: expression(key) } : {}),
    ...(timeout ? { timeoutMs: duration(timeout, 'debounce.timeout') } : {}),
  };
}

function batch(raw: unknown): NonNullable<FunctionConfig['batch']> {
  const { maxSize, timeout, key, if: condition } = record(raw, 'batchEvents');
  return {
    maxSize: wholeNumber(maxSize, 'batchEvents.maxSize', 1),
    timeoutMs: duration(timeout, 'batchEvents.timeout'),
    ...(key ? { key: expression(key) } : {}),
    ...(condition ? { if: expression(condition) } : {}),
  };
}

function singleton(raw: unknown): NonNullable<FunctionConfig['singleton']> {
  const { key, mode } = record(raw, 'singleton');
  if (mode !== 'skip' && mode !== 'cancel')
    throw new Error(`the singleton mode "${String(mode)}" is not supported`);
  return key ? { mode, key: expression(key) } : { mode };
}

function timeouts(raw: unknown): NonNullable<FunctionConfig['timeouts']> {
  const { start, finish } = record(raw, 'timeouts');
  return {
    ...(start ? { startMs: duration(start, 'timeouts.start') } : {}),
    ...(finish ? { finishMs: duration(finish, 'timeouts.finish') } : {}),
  };
}

function expression(raw: unknown): string {
  try {
    compileExpression(String(raw));
  } catch (error) {
    const why = (error instanceof Error ? error.message : String(error)).split('\n')[0];
    throw new Error(`the expression "${String(raw)}" is not understood: ${why}`);
  }
  return String(raw);
}

function duration(raw: unknown, name: string, minMs = 0, maxMs = Number.MAX_SAFE_INTEGER): number {
  const ms = typeof raw === 'number' ? raw : parseDurationMs(String(raw));
  if (ms === null || ms < minMs || ms > maxMs)
    throw new Error(`${name} "${String(raw)}" is not a duration it may have`);
  return ms;
}

function wholeNumber(raw: unknown, name: string, min: number): number {
  if (!Number.isSafeInteger(raw) || Number(raw) < min)
    throw new Error(`${name} must be a whole number from ${min}`);
  return Number(raw);
}

function list(raw: unknown): unknown[] {
  return Array.isArray(raw) ? raw : [];
}

function record(raw: unknown, name: string): Json {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    throw new Error(`${name} is not an object`);
  return raw as Json;
}
