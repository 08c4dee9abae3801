type Level = 'info' | 'warn' | 'error';
type Fields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/**
 * One JSON line on standard output (errors and warnings: standard error). Fields are ids, words and figures, never
 * people, query strings or statements' values.
 */
export function log(level: Level, event: string, fields: Fields = {}): void {
  const line = JSON.stringify({ at: new Date().toISOString(), level, event, ...fields });
  if (level === 'info') console.log(line);
  else console.error(line);
}

const lastAt = new Map<string, number>();

/** {@link log}, but at most one line a minute per event: what breaks under load breaks a thousand times a second. */
export function logEveryMinute(level: Level, event: string, fields: Fields = {}): void {
  const now = Date.now();
  if (now - (lastAt.get(event) ?? Number.NEGATIVE_INFINITY) < 60_000) return;
  lastAt.set(event, now);
  log(level, event, fields);
}

/** The name, code and first words of an error and its causes, without values: Drizzle and Upstash put parameters into messages. */
export function describeError(error: unknown): string {
  const parts: string[] = [];
  let at = error;
  for (let depth = 0; depth < 6 && at !== undefined && at !== null; depth += 1) {
    const { name, code, message, cause } = at as Record<string, unknown>;
    const isQuery = typeof message === 'string' && message.startsWith('Failed query');
    const words = isQuery
      ? 'Failed query'
      : String(message ?? at)
          .split('\n', 1)[0]
          ?.slice(0, 200);
    parts.push(`${String(name ?? 'Error')}${typeof code === 'string' ? ` ${code}` : ''}: ${words}`);
    at = cause;
  }
  return parts.join(' <- ');
}
