import type { Schema } from '@/app/(merchant)/_api/client';
import { took } from '../took';

type Run = Pick<Schema<'JobRunDetail'>, 'steps' | 'attempts'>;
type Attempt = Run['attempts'][number];

export type Moment = {
  readonly at: string;
  readonly what: string;
  readonly note: string;
  readonly isBad: boolean;
  readonly error: string | null;
};

const KINDS: Readonly<Record<string, string>> = {
  Sleep: 'pause over',
  StepRun: 'done',
  StepFailed: 'given up',
  WaitForEvent: 'event came',
  InvokeFunction: 'other job ended',
};

/**
 * Attempts and steps in the order of time. A step that an attempt ended is one line with it; pauses, and events that came, are no
 * attempts. Attempts that failed before are of the same step.
 */
export function momentsOf({ attempts, steps }: Run): Moment[] {
  const ended = new Map(steps.map((step) => [step.at, step]));
  const tried = [...attempts].sort((a, b) => a.at.localeCompare(b.at));
  const names: (string | null)[] = [];
  for (const [at, attempt] of [...tried.entries()].reverse())
    names[at] =
      attempt.step ?? ended.get(attempt.at)?.name ?? nameOfNext(attempt, tried[at + 1], names[at + 1]);
  const known = new Set([...tried.map((attempt) => attempt.at), ...tried.map(({ step }) => step)]);
  return [
    ...tried.map(({ at, number, ms, isOk, error }, index): Moment => {
      const what = names[index] ?? 'Between steps';
      return { at, what, note: number > 1 ? `try ${number}, ${took(ms)}` : took(ms), isBad: !isOk, error };
    }),
    ...steps
      .filter(({ at, name }) => !known.has(at) && !known.has(name))
      .map(({ at, name, kind }): Moment => {
        const isBad = kind === 'StepFailed';
        return { at, what: name, note: KINDS[kind] ?? kind.toLowerCase(), isBad, error: null };
      }),
  ].sort((a, b) => a.at.localeCompare(b.at));
}

/** An attempt that failed is of the step that is tried next, if that is its next try. */
function nameOfNext(attempt: Attempt, next: Attempt | undefined, name: string | null | undefined) {
  return !attempt.isOk && next !== undefined && next.number > attempt.number ? (name ?? null) : null;
}
