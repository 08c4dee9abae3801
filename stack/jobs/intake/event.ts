/** An event as it is stored and sent on. */
export interface EventBody {
  name: string;
  data: Record<string, unknown>;
  id: string;
  ts: number;
  user: Record<string, unknown>;
  [other: string]: unknown;
}

/** An event with its internal id, the one that a resend has too. */
export interface StoredEvent {
  iid: string;
  body: EventBody;
  /** `body` as JSON. */
  text: string;
  /** All events of a batch as a JSON list; else it is alone. */
  eventsText?: string;
  /** Whom it goes to, when it is for one function alone. */
  invoke?: { fnId: string; parentRunId?: string; parentStepId?: string };
}

export const INVOKED = 'inngest/function.invoked';
export const SCHEDULED = 'inngest/scheduled.timer';

/** An event of the engine's own. Its id is fixed by what it tells of, so that it happens once. */
export function internalEvent(
  iid: string,
  name: string,
  data: Record<string, unknown>,
  more: { id?: string; ts?: number; user?: Record<string, unknown> } = {},
): StoredEvent {
  const body: EventBody = {
    name,
    data,
    id: more.id ?? iid,
    ts: more.ts ?? Date.now(),
    user: more.user ?? {},
  };
  return { iid, body, text: JSON.stringify(body) };
}
