import { existsSync, readFileSync } from 'node:fs';

/** One line of what the app's bodies write down. */
export interface Mark {
  kind: 'began' | 'ended';
  runId: string;
  step: string;
  nonce: string;
  /** The concurrency key, if the function has one. */
  key: string;
  pid: number;
  at: number;
  /** What the memos of earlier steps were when the body began. */
  seen: unknown;
}

export function readMarks(file: string): Mark[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Mark);
}

export interface Span {
  key: string;
  runId: string;
  nonce: string;
  from: number;
  /** Null when the process was killed within. */
  to: number | null;
}

/** Each run of a body, from its beginning to its end. */
export function spansOf(marks: readonly Mark[], step: string): Span[] {
  const ends = new Map(marks.filter(({ kind }) => kind === 'ended').map(({ nonce, at }) => [nonce, at]));
  return marks
    .filter((mark) => mark.kind === 'began' && mark.step === step)
    .map(({ key, runId, at, nonce }) => ({ key, runId, nonce, from: at, to: ends.get(nonce) ?? null }));
}

/** Pairs of different runs of one key whose bodies ran at the same time. */
export function overlaps(spans: readonly Span[]): [Span, Span][] {
  const whole = spans.filter((span): span is Span & { to: number } => span.to !== null);
  return whole.flatMap((one, index) =>
    whole
      .slice(index + 1)
      .filter((other) => one.key === other.key && one.runId !== other.runId)
      .filter((other) => one.from < other.to && other.from < one.to)
      .map((other): [Span, Span] => [one, other]),
  );
}
