import type { LoadResult } from '../load/run-load';
import type { Scenario } from '../scenarios/scenario';

export type Measured = { readonly scenario: Scenario; readonly result: LoadResult };

const HEAD = [
  '',
  'per second',
  'of',
  'p50 ms',
  'p95 ms',
  'p99 ms',
  'edge µs',
  'Postgres µs',
  'generator µs',
  'other answers',
];

/** The medians as a Markdown table: rates, what share of its ceiling each reaches, latencies, processor time a request. */
export function toTable(measured: readonly Measured[]): string {
  const rateOf = new Map(measured.map(({ scenario, result }) => [scenario.name, result.perSecond]));
  const rows = measured.map(({ scenario, result }) => {
    const top = scenario.ceiling === null ? undefined : rateOf.get(scenario.ceiling);
    const share =
      top === undefined ? '' : `${((100 * result.perSecond) / top).toFixed(1)} % of ${scenario.ceiling}`;
    const answers = Object.entries(result.outcomes)
      .filter(([status]) => !scenario.load.isServed(Number(status)))
      .map(([status, count]) => `${status}: ${count}`);
    return [
      scenario.name,
      Math.round(result.perSecond).toLocaleString('en'),
      share,
      result.p50Ms.toFixed(1),
      result.p95Ms.toFixed(1),
      result.p99Ms.toFixed(1),
      ...['edge', 'postgres', 'generator'].map((part) => String(result.cpuMicros[part] ?? '')),
      answers.join(', '),
    ];
  });
  return [HEAD, HEAD.map((_, at) => (at === 0 ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
