import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '@/cli/test/run-command';
import type { Tally } from '@/cli/test/tally';

/** Runs a project of vitest.config.ts, or those of its files whose path contains one of `files`; never what `excluded` matches. */
export async function runVitest(
  project: string,
  env: Record<string, string> = {},
  files: string[] = [],
  excluded: string[] = [],
): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'doorbuster-vitest-'));
  const report = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  try {
    const without = excluded.flatMap((pattern) => ['--exclude', pattern]);
    const args = ['run', '--project', project, ...reporters, ...without, ...files];
    const status = await runCommand('vitest', args, env);
    const { passed, failed } = readReport(report);
    // A file that does not even load fails the run without a failed test.
    return { passed, failed: status === 0 ? failed : Math.max(1, failed) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReport(file: string): Tally {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as {
      numPassedTests: number;
      numFailedTests: number;
    };
    return { passed: report.numPassedTests, failed: report.numFailedTests };
  } catch {
    return { passed: 0, failed: 0 };
  }
}
