import type { Answer, Call } from '../model';

/** A timer that is due: a sleep that is over, a wait that timed out, an event that woke a wait, a cancellation. */
export interface Timer {
  jobId: string;
  runId: string;
  kind: 'sleep' | 'timeout' | 'resume' | 'cancel';
  stepId: string | null;
  payload: string | null;
}

/** What moves a run on. */
export type Transition =
  | {
      type: 'answer';
      call: Call;
      answer: Exclude<Answer, { kind: 'unsent' }>;
      requestVersion?: number;
      ms: number;
    }
  | { type: 'timer'; timer: Timer }
  | { type: 'lost'; jobId: string; runId: string; lost: number };

export function runIdOf(transition: Transition): string {
  if (transition.type === 'answer') return transition.call.runId;
  return transition.type === 'timer' ? transition.timer.runId : transition.runId;
}
