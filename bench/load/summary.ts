export type Latencies = { readonly p50Ms: number; readonly p95Ms: number; readonly p99Ms: number };

/** The middle and the slow end of these times, in milliseconds. */
export function summarise(latencies: readonly number[]): Latencies {
  const sorted = Float64Array.from(latencies).sort();
  const percentile = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50Ms: percentile(0.5), p95Ms: percentile(0.95), p99Ms: percentile(0.99) };
}
