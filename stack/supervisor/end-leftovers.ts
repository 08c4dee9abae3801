import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { signalIfAlive } from '@/stack/supervisor/running';

/** A server program and the folder it keeps its data in. */
export interface Leftover {
  folder: string;
  /** The names its processes go by. */
  programs: string[];
  pidFile: string;
  endSignal: 'SIGINT' | 'SIGTERM';
}

const graceMs = 10_000;

/**
 * Ends the server that an earlier supervisor left running: normally none, as its guard ends it, but both may
 * have been killed. Postgres and Redis work inside their data folder, which tells their processes (a backend
 * that outlived its postmaster too) from a stranger that got an old process id. Call it only while holding the
 * stack's lock. Where there is no /proc, the pid file and the command line decide.
 */
export async function endLeftovers(leftover: Leftover): Promise<void> {
  if (!existsSync(leftover.folder)) return;
  const deadline = Date.now() + graceMs;
  for (let sent = false; ; sent = true) {
    const pids = process.platform === 'linux' ? findInProc(leftover) : findByPidFile(leftover);
    if (pids.length === 0) return;
    const late = Date.now() > deadline;
    if (!sent || late) for (const pid of pids) signalIfAlive(pid, late ? 'SIGKILL' : leftover.endSignal);
    await sleep(50);
  }
}

function findInProc({ folder, programs }: Leftover): number[] {
  const realFolder = realpathSync(folder);
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .filter((pid) => workingFolder(pid) === realFolder && programs.includes(programName(pid)))
    .map(Number);
}

function workingFolder(pid: string): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

function programName(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  } catch {
    return '';
  }
}

function findByPidFile({ folder, pidFile }: Leftover): number[] {
  try {
    const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
    const command = execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return command.includes(folder) ? [pid] : [];
  } catch {
    return [];
  }
}
