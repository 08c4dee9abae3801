const DAY_MS = 86_400_000;

/** How much of a usual day each month brings: gifts at the end of the year, nobody at home in August. */
const months = [0.72, 0.8, 0.92, 0.98, 1.02, 0.9, 0.78, 0.72, 0.95, 1.08, 1.62, 1.75];
/** Sunday first: people buy pictures when they sit at home, and when they should be working. */
const weekdays = [1.22, 1.14, 1.02, 0.98, 0.96, 0.82, 0.9];
/** Of a day's orders, by hour in UTC: most buyers are in America. */
const hours = [7, 6, 5, 4, 2, 1, 1, 1, 2, 2, 3, 3, 4, 5, 6, 6, 6, 6, 7, 7, 7, 7, 7, 7];

/** How long ago something came out, in whole days before today. */
export type Launch = { daysAgo: number; pull: number };

/** What a day is like beside the others; growth over the year, season, weekday, and the days after a launch. */
export function dayWeight(todayMs: number, daysAgo: number, launches: readonly Launch[]): number {
  const day = new Date(todayMs - daysAgo * DAY_MS);
  const growth = 1.25 - 0.55 * (daysAgo / 365);
  const isGiftRush = day.getUTCMonth() === 11 && day.getUTCDate() > 20 ? 0.45 : 1;
  const fresh = launches.reduce((sum, launch) => {
    const since = launch.daysAgo - daysAgo;
    return since >= 0 && since < 6 ? sum + launch.pull * 0.42 ** since : sum;
  }, 0);
  return (
    growth * isGiftRush * (months[day.getUTCMonth()] ?? 1) * (weekdays[day.getUTCDay()] ?? 1) * (1 + fresh)
  );
}

/** An hour of the day for a share between 0 and 1. */
export function hourAt(share: number): number {
  let left = share * hours.reduce((sum, weight) => sum + weight, 0);
  for (const [hour, weight] of hours.entries()) {
    left -= weight;
    if (left < 0) return hour;
  }
  return 23;
}
