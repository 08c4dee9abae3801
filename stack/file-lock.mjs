// Plain JavaScript because cli/bootstrap.mjs takes a lock before any package is installed.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

// A lock file that is still empty after this was left by a process that died between open and write.
const emptyFileGraceMs = 2_000;

/** When the living process `pid` began, as an opaque string; null when there is no such process. */
export function bornAt(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code === 'ESRCH') return null;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : `${bootId()}:${fields[19]}`;
  } catch {
    if (process.platform === 'linux') return null;
  }
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}

/** The process that holds the lock `file`, or null when nobody living does. */
export function lockHolder(file) {
  const text = read(file);
  if (text === null) return null;
  if (text === '') return ageMs(file) < emptyFileGraceMs ? 0 : null;
  const [pid, born] = text.split(' ');
  return bornAt(Number(pid)) === born ? Number(pid) : null;
}

/** Takes the lock `file` for this process; null when another living process holds it. */
export function takeLock(file) {
  mkdirSync(dirname(file), { recursive: true });
  const mine = `${process.pid} ${bornAt(process.pid)}`;
  for (let attempt = 0; attempt < 20; attempt += 1) {
    try {
      writeFileSync(file, mine, { flag: 'wx', mode: 0o600 });
      return { release: () => read(file) === mine && rmSync(file, { force: true }) };
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (lockHolder(file) !== null) return null;
    discard(file);
  }
  return null;
}

/** Waits until this process has the lock `file`; `onWait` is called once if somebody else has it first. */
export async function waitForLock(file, onWait) {
  for (let waits = 0; ; waits += 1) {
    const lock = takeLock(file);
    if (lock !== null) return lock;
    if (waits === 0) onWait?.(lockHolder(file));
    await sleep(200);
  }
}

/** Removes a stale lock by renaming, and puts it back if another process renewed it in between. */
function discard(file) {
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (lockHolder(aside) === null) {
    rmSync(aside, { force: true });
  } else {
    renameSync(aside, file);
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

function ageMs(file) {
  try {
    return Date.now() - statSync(file).mtimeMs;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

function bootId() {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return 'unknown-boot';
  }
}
