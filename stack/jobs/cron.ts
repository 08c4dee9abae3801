import { Cron } from 'croner';

const PREFIX = /^(?:CRON_)?TZ=(\S+)\s+/;
const EVERY = /^@every\s+(\d+)(s|m|h)$/;
const EVERY_MS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000 };

/** The first instant after `after` at which the expression fires; null if there is none. Throws if it is none. */
export function nextCronAt(expression: string, after: Date): Date | null {
  const timezone = PREFIX.exec(expression)?.[1] ?? 'UTC';
  const pattern = expression.replace(PREFIX, '').trim();
  const fields = pattern.split(/\s+/).length;
  if (!pattern.startsWith('@') && fields !== 5 && fields !== 6) throw new Error('it has not five fields');
  const every = EVERY.exec(pattern);
  if (every) return new Date(after.getTime() + Number(every[1]) * (EVERY_MS[every[2] ?? ''] ?? 0));
  return new Cron(pattern, { timezone, paused: true }).nextRun(after);
}

/** Throws with one sentence if the expression or its time zone is not understood. */
export function assertCron(expression: string): void {
  try {
    nextCronAt(expression, new Date());
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`The cron expression "${expression}" is not understood: ${why}`);
  }
}
