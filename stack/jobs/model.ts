/** An error as it travels in JSON. */
export interface ErrorBody {
  name: string;
  message: string;
  stack?: string;
  [other: string]: unknown;
}

/** An operation that the SDK reports. */
export interface Op {
  id: string;
  op: string;
  name?: string;
  displayName?: string;
  data?: unknown;
  error?: unknown;
  opts?: Record<string, unknown>;
}

export type JobKind = 'discover' | 'step' | 'sleep' | 'timeout' | 'resume' | 'cancel';

/** A job that is a call to the app, leased to this engine. */
export interface Call {
  jobId: string;
  token: string;
  runId: string;
  fnId: string;
  kind: 'discover' | 'step';
  stepId: string | null;
  attempt: number;
  maxAttempts: number;
  requestVersion: number;
  concurrencyKeys: readonly string[];
  /** The request, ready to be sent. */
  body: string;
}

/** What came of a call. */
export type Answer =
  /** The function returned. */
  | { kind: 'done'; output: string }
  | { kind: 'ops'; ops: Op[]; noRetry: boolean; retryAfterMs: number | null }
  /** The attempt failed: the function threw, or nobody answered as the SDK does. */
  | { kind: 'failed'; error: ErrorBody; retriable: boolean; retryAfterMs: number | null }
  /** The app was not reached: nothing was sent, nothing is used up. */
  | { kind: 'unsent'; error: ErrorBody };

/** An error of the engine's own making. */
export function errorBody(message: string, name = 'Error'): ErrorBody {
  return { name, message, stack: '' };
}
