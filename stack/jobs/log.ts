type Level = 'info' | 'warn' | 'error';

/** One line of JSON a fact. Bodies, keys and addresses with passwords never go in here. */
export function log(level: Level, event: string, facts: Record<string, unknown> = {}): void {
  const line = JSON.stringify({ at: new Date().toISOString(), level, event, ...facts });
  (level === 'info' ? process.stdout : process.stderr).write(`${line}\n`);
}

/** What to say about a caught value. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
