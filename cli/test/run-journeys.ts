import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '@/cli/test/run-command';
import { firstLine, type Tally } from '@/cli/test/tally';

/** Runs Playwright's journeys; `env` says where the shop and the browser are. */
export async function runJourneys(env: Record<string, string>): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'doorbuster-journeys-'));
  const report = join(folder, 'report.json');
  try {
    const status = await runCommand('playwright', ['test', '--reporter=list,json'], {
      ...env,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    });
    const tally = readReport(report);
    return { ...tally, failed: status === 0 ? tally.failed : Math.max(1, tally.failed) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Suite {
  suites?: Suite[];
  specs: {
    title: string;
    file: string;
    line: number;
    tests: {
      projectName: string;
      status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
      results: { error?: { message?: string } }[];
    }[];
  }[];
}

function readReport(file: string): Tally {
  try {
    const { stats, suites, errors } = JSON.parse(readFileSync(file, 'utf8')) as {
      stats: { expected: number; unexpected: number; flaky: number };
      suites: Suite[];
      errors: { message?: string }[];
    };
    return {
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky,
      failures: [...suites.flatMap(failuresOf), ...errors.map(({ message }) => firstLine(message))],
    };
  } catch {
    return { passed: 0, failed: 0, failures: ['the run left no report'] };
  }
}

function failuresOf({ suites = [], specs }: Suite): string[] {
  const failed = specs.flatMap(({ title, file, line, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ projectName, results }) => {
        const message = results.find(({ error }) => error !== undefined)?.error?.message;
        return `[${projectName}] ${file}:${line} › ${title}: ${firstLine(message)}`;
      }),
  );
  return [...failed, ...suites.flatMap(failuresOf)];
}
