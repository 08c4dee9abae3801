import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { bornAt } from '@/stack/file-lock.mjs';
import { asProcessEnv } from '@/stack/process-env';
import type { PartLog } from '@/stack/supervisor/part-log';
import { describeEnd, type Running, signalIfAlive } from '@/stack/supervisor/running';

/** A program that knows nothing of us: Postgres, Redis. */
export interface GuardedCommand {
  command: string;
  args: string[];
  cwd: string;
  env: Record<string, string>;
  /** Run as this user; null = as ourselves. */
  account: { uid: number; gid: number } | null;
  /** What the guard sends when the supervisor is gone. */
  endSignal: 'INT' | 'TERM';
}

// The guard reads from a pipe that only the supervisor holds open. However the supervisor ends, kill -9 included,
// the read returns and the command is ended. The command's process id comes back on descriptor 3.
const guardScript = `
signal=$1; shift
exec 4<&0
"$@" </dev/null 3>&- 4<&- &
child=$!
echo "$child" >&3
exec 3>&-
(
  read -r _ <&4
  kill -"$signal" "$child"
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    kill -0 "$child" || exit
    sleep 1
  done
  kill -KILL "$child"
) >/dev/null 2>&1 &
watcher=$!
exec 4<&- </dev/null
wait "$child"
status=$?
kill "$watcher" 2>/dev/null
exit "$status"
`;

/**
 * Starts a native program that ends when this process ends. It gets a process group of its own, so that
 * Ctrl-C in a terminal reaches the supervisor alone and the order of stopping stays ours.
 */
export async function launchGuarded(plan: GuardedCommand, log: PartLog): Promise<Running> {
  const guard = spawn('/bin/sh', ['-c', guardScript, 'guard', plan.endSignal, plan.command, ...plan.args], {
    cwd: plan.cwd,
    env: asProcessEnv(plan.env),
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    ...(plan.account === null ? {} : { uid: plan.account.uid, gid: plan.account.gid }),
  });
  // Writing is never needed; without a listener a broken pipe would end us.
  guard.stdin.on('error', () => {});
  guard.stdout.on('data', (chunk: Buffer) => log.write(chunk));
  guard.stderr.on('data', (chunk: Buffer) => log.write(chunk));
  const guardEnded = new Promise<string>((resolve) => {
    guard.once('error', (error) => resolve(error.message));
    guard.once('exit', (code, signal) => resolve(describeEnd(code, signal)));
  });
  const pid = await readPid(guard.stdio[3] as Readable, guardEnded);
  const born = bornAt(pid);
  return {
    pid,
    ended: guardEnded.then(async (how) => {
      // If the guard itself was killed, the command is still there.
      while (born !== null && bornAt(pid) === born) {
        signalIfAlive(pid, 'SIGKILL');
        await sleep(20);
      }
      return how;
    }),
    signal: (signal) => {
      if (bornAt(pid) === born) signalIfAlive(pid, signal);
    },
  };
}

async function readPid(stream: Readable, guardEnded: Promise<string>): Promise<number> {
  const first = await Promise.race([once(stream, 'data'), guardEnded]);
  if (typeof first === 'string') throw new Error(`the program could not be started: ${first}`);
  return Number(String(first[0]).trim());
}
