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

/** Messages that quote what people sent: Drizzle's name all parameters, Postgres' data exceptions (class 22) the value. */
const quotesValues = (code: unknown, message: string) =>
  message.startsWith('Failed query') || /^22\w{3}$/.test(String(code));

/** The name, code and first words of an error and its causes, without values that people sent. */
export function describeError(error: unknown): string {
  const parts: string[] = [];
  let at = error;
  for (let depth = 0; depth < 6 && at !== undefined && at !== null; depth += 1) {
    const { name, code, message, cause } = at as Record<string, unknown>;
    const text = String(message ?? at);
    const words = quotesValues(code, text)
      ? '(its values are left out)'
      : text.split('\n', 1)[0]?.slice(0, 200);
    parts.push(`${String(name ?? 'Error')}${typeof code === 'string' ? ` ${code}` : ''}: ${words}`);
    at = cause;
  }
  return parts.join(' <- ');
}
