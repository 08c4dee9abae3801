import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setPriority } from 'node:os';
import { pathToFileURL } from 'node:url';
import { asProcessEnv } from '@/stack/process-env';
import { repositoryRoot } from '@/stack/repository-root';
import type { OutputSink } from '@/stack/supervisor/part-log';
import { describeEnd, type Running, signalIfAlive } from '@/stack/supervisor/running';

/** Loads TypeScript, with the path aliases of tsconfig.json. */
export const typeScriptLoader = [
  '--import',
  pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href,
];

// A forked child learns by the closed channel that its parent is gone, also after a kill -9.
const endWithParent = [
  '--import',
  `data:text/javascript,${encodeURIComponent("process.on('disconnect', () => process.exit(1));")}`,
];

export interface NodeCommand {
  /** Relative to the repository. */
  file: string;
  args?: string[];
  env: Record<string, string | undefined>;
  typeScript: boolean;
  /** Whether others go first when processor time is short: what is sold now comes before the mail about it. */
  isBackground?: boolean;
}

/** A third of another part's share while both want the processor: the jobs of a shop that sells go on, slower. */
const backgroundNiceness = 5;

/**
 * Linux shares the processor among sessions before it looks at niceness (sched(7), autogroup), and every part is a session of its
 * own: niceness alone would change nothing between parts.
 */
function giveWay(pid: number): void {
  if (process.env.JOBS_GIVE_WAY === 'off') return;
  setPriority(pid, backgroundNiceness);
  try {
    writeFileSync(`/proc/${pid}/autogroup`, String(backgroundNiceness));
  } catch {
    // Elsewhere, and where the kernel was built without it, niceness is all there is.
  }
}

/** Starts a Node process that ends when this one ends, in a process group of its own. */
export function launchNode(plan: NodeCommand, log: OutputSink): Running {
  const child = fork(`${repositoryRoot}/${plan.file}`, plan.args ?? [], {
    cwd: repositoryRoot,
    env: asProcessEnv(plan.env),
    execArgv: [...(plan.typeScript ? typeScriptLoader : []), ...endWithParent],
    detached: true,
    silent: true,
  });
  child.stdout?.on('data', (chunk: Buffer) => log.write(chunk));
  child.stderr?.on('data', (chunk: Buffer) => log.write(chunk));
  const { pid } = child;
  if (plan.isBackground && pid !== undefined) giveWay(pid);
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(describeEnd(code, signal)));
  });
  return { pid: pid ?? 0, ended, signal: (signal) => signalIfAlive(pid, signal) };
}
