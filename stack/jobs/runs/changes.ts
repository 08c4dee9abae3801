import type { StoredEvent } from '../intake/event';
import type { NewPause } from '../intake/pauses';

interface NewJob {
  key: string;
  fn_id: string;
  run_id: string;
  kind: string;
  step_id: string | null;
  delay_ms: number | null;
  at: string | null;
  concurrency_keys: readonly string[];
}

/** What a lot of answers changes, gathered so that each table is written once. */
export interface Changes {
  memos: { run_id: string; id: string; name: string; op: string; value: string }[];
  newOps: {
    run_id: string;
    id: string;
    kind: string;
    name: string;
    race: boolean;
    blocking: boolean;
    detail: string | null;
  }[];
  blockingOps: { run_id: string; id: string }[];
  settledOps: { run_id: string; id: string }[];
  jobs: NewJob[];
  /** Timers of what has settled before they fired. */
  droppedJobKeys: string[];
  doneJobIds: string[];
  /** Of discoveries that are done: they serve again if their run is to be asked again. */
  doneDiscoveries: { run_id: string; id: string }[];
  retries: { id: string; delay_ms: number }[];
  pauses: NewPause[];
  events: StoredEvent[];
  attempts: {
    run_id: string;
    step_id: string | null;
    attempt: number;
    ms: number;
    outcome: string;
    error: string | null;
  }[];
}

export function noChanges(): Changes {
  return {
    memos: [],
    newOps: [],
    blockingOps: [],
    settledOps: [],
    jobs: [],
    droppedJobKeys: [],
    doneJobIds: [],
    doneDiscoveries: [],
    retries: [],
    pauses: [],
    events: [],
    attempts: [],
  };
}
