import { readdir, readFile } from 'node:fs/promises';

/** Linux counts processor time in ticks of 10 ms, whatever the kernel's own clock is (USER_HZ, man 7 time). */
const MS_PER_TICK = 10;

type Process = { readonly parent: number; readonly ticks: number };

/**
 * Milliseconds of processor time, user and system, that each of these processes and everything below it has used, those
 * that have ended included. Zeros where there is no /proc to ask.
 */
export async function cpuTimes(pids: Readonly<Record<string, number>>): Promise<Record<string, number>> {
  const processes = await readProcesses();
  const ticksBelow = (pid: number): number =>
    (processes.get(pid)?.ticks ?? 0) +
    [...processes].reduce((sum, [child, { parent }]) => (parent === pid ? sum + ticksBelow(child) : sum), 0);
  return Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, ticksBelow(pid) * MS_PER_TICK]));
}

async function readProcesses(): Promise<Map<number, Process>> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const entries = await Promise.all(
    pids.map(async (pid): Promise<[number, Process] | null> => {
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
      if (stat === null) return null;
      // The name, in brackets, may hold anything; the numbers begin after it (man 5 proc): state, ppid, …, utime, stime,
      // and the same of children that have ended and were waited for.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
      return [Number(pid), { parent: Number(fields[1]), ticks }];
    }),
  );
  return new Map(entries.filter((entry) => entry !== null));
}
