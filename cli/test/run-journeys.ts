import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '@/cli/test/run-command';
import type { Tally } from '@/cli/test/tally';

/** Runs Playwright's journeys; `env` says where the shop and the browser are. */
export async function runJourneys(env: Record<string, string>): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'doorbuster-journeys-'));
  const report = join(folder, 'report.json');
  try {
    const status = await runCommand('playwright', ['test', '--reporter=list,json'], {
      ...env,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    });
    const { passed, failed } = readReport(report);
    return { passed, failed: status === 0 ? failed : Math.max(1, failed) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReport(file: string): Tally {
  try {
    const { stats } = JSON.parse(readFileSync(file, 'utf8')) as {
      stats: { expected: number; unexpected: number; flaky: number };
    };
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
  } catch {
    return { passed: 0, failed: 0 };
  }
}
