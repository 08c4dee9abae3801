import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { repositoryRoot } from '@/stack/repository-root';

/** Runs a program (one of node_modules/.bin too) with its output on ours; resolves with its exit status. */
export function runCommand(
  command: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<number> {
  const path = [join(repositoryRoot, 'node_modules/.bin'), process.env.PATH ?? ''].join(delimiter);
  const child = spawn(command, args, {
    cwd: repositoryRoot,
    env: { ...process.env, ...env, PATH: path },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  // Whoever stops a run in its middle stops what it runs.
  const stop = () => void child.kill();
  process.once('exit', stop);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      process.off('exit', stop);
      resolve(code ?? 1);
    });
  });
}
