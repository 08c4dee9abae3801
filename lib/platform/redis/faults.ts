import { OutcomeUnknown, StoreUnavailable } from '@/lib/kernel/faults';

/** Replies by which a server says that it cannot serve now, whatever was asked. */
const NOT_SERVING =
  /^(?:Command failed: )?(LOADING|READONLY|OOM|BUSY|MASTERDOWN|CLUSTERDOWN|MISCONF|TRYAGAIN|NOREPLICAS)\b/;
/** An error reply of Redis begins with its code; what a proxy before it says does not. */
const REPLY = /^(?:Command failed: )?[A-Z]{2,}\b/;
const NEVER_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** Whether an error reply (as text) says that the server cannot serve, rather than that the command was wrong. */
export function isNotServing(reply: string): boolean {
  return NOT_SERVING.test(reply);
}

/** Whether an error's text is Redis' own word on a command, rather than that of somebody who did not reach it. */
export function isReply(text: string): boolean {
  return REPLY.test(text);
}

/** What broke a connection to Redis, as a fault: unavailable if the command was never sent, else unknown. */
export function connectionFault(error: unknown, wasSent: boolean): StoreUnavailable | OutcomeUnknown {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: { code?: unknown } };
  const word = String(code ?? cause?.code ?? '');
  return wasSent && !NEVER_CONNECTED.has(word)
    ? new OutcomeUnknown('redis', error)
    : new StoreUnavailable('redis', error);
}
