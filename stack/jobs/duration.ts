const UNITS_MS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/** Milliseconds of "10s", "1d12h" or "1.5h"; null if it is not a duration. The empty text is what the SDK makes of 0. */
export function parseDurationMs(text: string): number | null {
  if (text === '') return 0;
  if (!/^(?:\d+(?:\.\d+)?\s*(?:ms|[smhdw])\s*)+$/.test(text)) return null;
  let total = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d+)?)\s*(ms|[smhdw])/g)) {
    total += Number(amount) * (UNITS_MS[unit ?? ''] ?? 0);
  }
  return Math.round(total);
}

/** How long until what the SDK named: a duration, or an instant. Null if it is neither. */
export function parseDelay(text: string): { delayMs: number } | { at: Date } | null {
  const delayMs = parseDurationMs(text);
  if (delayMs !== null) return { delayMs };
  const at = new Date(text);
  return /^\d{4}-/.test(text) && !Number.isNaN(at.getTime()) ? { at } : null;
}
