import { readFileSync } from 'node:fs';

const intervalMs = 250;

/**
 * Calls `onGone` when whoever started us is gone without having told us: a test that forked us, or npm after a
 * kill -9. Started from a shell by hand we do not care, so that `nohup` and a closed terminal stay possible.
 */
export function watchParent(onGone: () => void): void {
  process.on('disconnect', onGone);
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const npm = npmBehind(parent);
  setInterval(() => {
    if (process.ppid !== parent || !isAlive(npm)) onGone();
  }, intervalMs).unref();
}

/** npm runs scripts in a shell, which steps aside for the command where it can. */
function npmBehind(parent: number): number {
  try {
    const stat = readFileSync(`/proc/${parent}/stat`, 'utf8');
    const [, name = '', rest = ''] = /\((.*)\) (.*)/s.exec(stat) ?? [];
    return name.endsWith('sh') ? Number(rest.split(' ')[1]) : parent;
  } catch {
    return parent;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
