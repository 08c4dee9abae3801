import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { runCommand } from '@/cli/test/run-command';
import { firstLine, type Tally } from '@/cli/test/tally';
import { repositoryRoot } from '@/stack/repository-root';

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
    const tally = readReport(report);
    // A file that does not even load fails the run without a failed test.
    return { ...tally, failed: status === 0 ? tally.failed : Math.max(1, tally.failed) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
}

function readReport(file: string): Tally {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      failures: report.testResults.flatMap(failuresOf),
    };
  } catch {
    return { passed: 0, failed: 0, failures: ['the run left no report'] };
  }
}

function failuresOf({ name, status, message, assertionResults }: Report['testResults'][number]): string[] {
  const file = relative(repositoryRoot, name);
  const failed = assertionResults.filter((test) => test.status === 'failed');
  if (failed.length === 0) return status === 'failed' ? [`${file}: ${firstLine(message)}`] : [];
  return failed.map((test) => `${file} › ${test.fullName}: ${firstLine(test.failureMessages[0])}`);
}
