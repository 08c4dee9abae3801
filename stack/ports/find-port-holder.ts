import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const listening = '0A';

/** Names the process that listens on a TCP port, as "node (process 123)"; null when that cannot be seen. */
export function findPortHolder(port: number): string | null {
  return process.platform === 'linux' ? holderInProc(port) : holderByLsof(port);
}

function holderInProc(port: number): string | null {
  const sockets = new Set([...inodesOn('/proc/net/tcp', port), ...inodesOn('/proc/net/tcp6', port)]);
  if (sockets.size === 0) return null;
  const pid = readdirSync('/proc').find((entry) => /^\d+$/.test(entry) && holdsOneOf(entry, sockets));
  return pid === undefined ? null : `${commandOf(pid)} (process ${pid})`;
}

function inodesOn(table: string, port: number): string[] {
  const hexPort = port.toString(16).toUpperCase().padStart(4, '0');
  return readOrEmpty(table)
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter((columns) => columns[1]?.endsWith(`:${hexPort}`) && columns[3] === listening)
    .map((columns) => `socket:[${columns[9]}]`);
}

function holdsOneOf(pid: string, sockets: Set<string>): boolean {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) => sockets.has(linkOrEmpty(`/proc/${pid}/fd/${fd}`)));
  } catch {
    // Another user's process: its descriptors are not ours to see.
    return false;
  }
}

function commandOf(pid: string): string {
  return readOrEmpty(`/proc/${pid}/comm`).trim() || 'a program';
}

function holderByLsof(port: number): string | null {
  try {
    const output = execFileSync('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [, pid, command] = /p(\d+)\n(?:.*\n)*?c(.+)/.exec(output) ?? [];
    return pid === undefined ? null : `${command} (process ${pid})`;
  } catch {
    return null;
  }
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function linkOrEmpty(file: string): string {
  try {
    return readlinkSync(file);
  } catch {
    return '';
  }
}
