import { constants } from 'node:os';

/** A started process of a part. */
export interface Running {
  /** The process that does the work (not the guard around it). */
  pid: number;
  /** Resolves once it is gone, with how it ended in words. */
  ended: Promise<string>;
  signal(signal: NodeJS.Signals): void;
}

/** "status 1" or "SIGKILL"; a shell reports the signal that ended its command as 128 + the number. */
export function describeEnd(code: number | null, signal: string | null): string {
  if (signal !== null) return signal;
  const name = code !== null && code > 128 ? signalName(code - 128) : undefined;
  return name ?? `status ${code}`;
}

function signalName(number: number): string | undefined {
  return Object.entries(constants.signals).find(([, value]) => value === number)?.[0];
}

/** Sends a signal to a process that may be gone already, or that never started. */
export function signalIfAlive(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
