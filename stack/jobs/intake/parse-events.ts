import { plainText } from '../plain-text';
import type { EventBody, StoredEvent } from './event';
import { eventIds } from './event-id';

const MAX_EVENTS = 5_000;
const MAX_EVENT_BYTES = 512 * 1024;
const MAX_NAME = 512;
/** The last instant there is. */
const MAX_TS = 8.64e15;

/** What was posted is not a list of events; its message is one sentence for the sender. */
export class BadEvents extends Error {
  override name = 'BadEvents';
}

/** Reads a body of `/e/:key`: one event or a list. Throws BadEvents. */
export function parseEvents(text: string, seed: string | undefined, nowMs: number): StoredEvent[] {
  let posted: unknown;
  try {
    posted = JSON.parse(text);
  } catch {
    throw new BadEvents('The body is not JSON.');
  }
  const raw = Array.isArray(posted) ? posted : [posted];
  if (raw.length === 0) throw new BadEvents('There is no event.');
  if (raw.length > MAX_EVENTS) throw new BadEvents(`More than ${MAX_EVENTS} events at once are not taken.`);
  const iidOf = eventIds(seed, nowMs);
  return raw.map((event, index) => parseEvent(event, iidOf(index), nowMs));
}

function parseEvent(raw: unknown, iid: string, nowMs: number): StoredEvent {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    throw new BadEvents('An event is not an object.');
  const { name, data, id, ts, user, ...others } = raw as Record<string, unknown>;
  if (typeof name !== 'string' || name.trim() === '') throw new BadEvents('An event has no name.');
  if (name.length > MAX_NAME) throw new BadEvents(`An event name is longer than ${MAX_NAME} characters.`);
  if (name.toLowerCase().startsWith('inngest/')) {
    throw new BadEvents(`The event name "${name}" is refused: inngest/ is for the engine's own events.`);
  }
  const label = `${name}${String(id ?? '')}`;
  if (plainText(label) !== label) throw new BadEvents('The name or id of an event is not plain text.');
  if (data !== undefined && data !== null && (typeof data !== 'object' || Array.isArray(data))) {
    throw new BadEvents(`The data of the event "${name}" is not an object.`);
  }
  if (ts !== undefined && ts !== null && (typeof ts !== 'number' || Math.abs(ts) > MAX_TS)) {
    throw new BadEvents(`The ts of the event "${name}" is not a number of milliseconds.`);
  }
  const { _inngest, ...payload } = (data ?? {}) as Record<string, unknown>;
  const body: EventBody = {
    ...others,
    name,
    data: payload,
    id: typeof id === 'string' && id !== '' ? id : typeof id === 'number' ? String(id) : iid,
    ts: typeof ts === 'number' && ts > 0 ? Math.trunc(ts) : nowMs,
    user: typeof user === 'object' && user !== null ? (user as Record<string, unknown>) : {},
  };
  const text = JSON.stringify(body);
  if (Buffer.byteLength(text) > MAX_EVENT_BYTES) {
    throw new BadEvents(`The event "${name}" is larger than ${MAX_EVENT_BYTES / 1024} KB.`);
  }
  return { iid, body, text };
}
