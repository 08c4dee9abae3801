/** Offsets of time zones change on quarters of an hour, so one look-up serves all moments of a quarter. */
const QUARTER_MS = 900_000;
const KEPT = 4_096;

/** How moments are written in a zone: `2026-11-27T09:00:00+01:00`, ISO 8601 with the offset that held then. */
export function zonedTime(timeZone: string): (ms: number) => string {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    ...{
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    },
  });
  const offsets = new Map<number, number>();
  const offsetAt = (quarter: number) => {
    const known = offsets.get(quarter);
    if (known !== undefined) return known;
    const parts = new Map(format.formatToParts(quarter * QUARTER_MS).map(({ type, value }) => [type, value]));
    const at = (part: Intl.DateTimeFormatPartTypes) => Number(parts.get(part));
    const local = Date.UTC(at('year'), at('month') - 1, at('day'), at('hour'), at('minute'), at('second'));
    if (offsets.size >= KEPT) offsets.clear();
    offsets.set(quarter, local - quarter * QUARTER_MS);
    return local - quarter * QUARTER_MS;
  };
  return (ms) => {
    const offset = offsetAt(Math.floor(ms / QUARTER_MS));
    const minutes = Math.round(Math.abs(offset) / 60_000);
    const two = (value: number) => String(value).padStart(2, '0');
    const sign = offset < 0 ? '-' : '+';
    return `${new Date(ms + offset).toISOString().slice(0, 19)}${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  };
}
