import { ConstraintViolation, OutcomeUnknown, StoreUnavailable } from '@/lib/kernel/faults';

/** SQLSTATEs after which the server itself says that the statement had no effect. */
const NO_EFFECT = new Set([
  '25006', // read-only transaction: a failover is under way
  '25P03', // idle in transaction for too long
  '25P04', // transaction_timeout
  '40001', // serialization failure
  '40P01', // deadlock, and this side was chosen
  '55P03', // lock not available
  '57014', // statement_timeout or cancelled
  '57P03', // starting up or shutting down
  '57P05', // the connection had been idle for too long
]);
/** SQLSTATEs after which a statement that was sent may or may not have been committed. */
const LOST = new Set(['57P01', '57P02']);
/** Network errors that come before anything was sent. */
const NEVER_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
const NETWORK = /^(E[A-Z]{3,}|UND_ERR_[A-Z_]+)$/;
// No SQLSTATE class begins with E, and EPIPE would look like one.
const SQLSTATE = /^[0-9A-DF-Z][0-9A-Z]{4}$/;
/** `pg` gives these no code; the texts are its own and pinned by a test against a killed connection. */
const PG_LOST = /^(Connection terminated|Query read timeout)/;
const PG_NEVER_SENT = /not queryable$|^timeout exceeded when trying to connect/;

/** What stands before Postgres (Neon's proxy, the gateway) and could not reach it answers in its own words. */
const PROXY_ERROR = /^Server error \(HTTP status (\d{3})\)/;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What of a driver's error matters, wherever the driver keeps it. Never its class: that differs by driver. */
function readError(error: unknown): {
  code: string;
  message: string;
  name: string;
  constraint: string;
  table: string;
} {
  const fields = (error ?? {}) as Record<string, unknown>;
  const source = (fields.sourceError ?? fields.cause) as Record<string, unknown> | undefined;
  const inner = source && text(fields.code) === '' ? readError(source) : undefined;
  return {
    code: text(fields.code) || inner?.code || '',
    message: text(fields.message),
    name: inner?.name ?? text(fields.name),
    constraint: text(fields.constraint) || (inner?.constraint ?? ''),
    table: text(fields.table) || (inner?.table ?? ''),
  };
}

/**
 * A driver's error as a fault of ours where it is one, else the error itself. `mayHaveTakenEffect` says whether the
 * statement that changes something (or the commit) had been handed to the connection when it broke.
 */
export function translatePostgresError(error: unknown, mayHaveTakenEffect: boolean): unknown {
  const { code, message, name, constraint, table } = readError(error);
  const lost = () =>
    mayHaveTakenEffect ? new OutcomeUnknown('postgres', error) : new StoreUnavailable('postgres', error);
  if (SQLSTATE.test(code)) {
    if (code.startsWith('23')) return new ConstraintViolation(code, constraint, table, error);
    if (NO_EFFECT.has(code) || code.startsWith('53')) return new StoreUnavailable('postgres', error);
    return LOST.has(code) || code.startsWith('08') ? lost() : error;
  }
  if (NEVER_CONNECTED.has(code) || PG_NEVER_SENT.test(message))
    return new StoreUnavailable('postgres', error);
  const proxyStatus = PROXY_ERROR.exec(message)?.[1];
  if (proxyStatus === '429' || proxyStatus === '503') return new StoreUnavailable('postgres', error);
  if (proxyStatus !== undefined) return lost();
  const isLost =
    NETWORK.test(code) || PG_LOST.test(message) || name === 'TimeoutError' || name === 'AbortError';
  return isLost ? lost() : error;
}

/** Whether a connection is worth keeping after this error: yes if the server itself answered and went on. */
export function isConnectionUsable(error: unknown): boolean {
  const { code } = readError(error);
  if (!SQLSTATE.test(code)) return false;
  // 0A000 and 26000: a cached plan or a prepared statement no longer fits; a fresh connection prepares anew.
  return !/^(08|57P|25P03|25P04|0A000|26000|XX)/.test(code);
}
