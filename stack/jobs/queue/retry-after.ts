const MIN_MS = 1_000;
const MAX_MS = 86_400_000;

/** How long a Retry-After header asks to wait: seconds or a date, held between a second and a day. Null if it is none. */
export function parseRetryAfterMs(header: string | undefined, nowMs = Date.now()): number | null {
  if (header === undefined || header.trim() === '') return null;
  const seconds = Number(header);
  const ms = Number.isNaN(seconds) ? Date.parse(header) - nowMs : seconds * 1_000;
  return Number.isNaN(ms) ? null : Math.max(MIN_MS, Math.min(MAX_MS, ms));
}
