import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RedisProgram } from '@/stack/redis/redis-program';
import { endLeftovers, type Leftover } from '@/stack/supervisor/end-leftovers';
import { launchGuarded } from '@/stack/supervisor/launch-guarded';
import type { PartPlan } from '@/stack/supervisor/part';
import type { PartLog } from '@/stack/supervisor/part-log';

/** The embedded Redis of a stack: append-only file, flushed each second, on 127.0.0.1 alone. */
export function redisPart(stackDir: string, port: number, program: RedisProgram, log: PartLog): PartPlan {
  const home = join(stackDir, 'redis');
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const leftover = redisLeftover(stackDir);
  return {
    name: 'redis',
    port,
    log,
    home,
    async launch() {
      await endLeftovers(leftover);
      return launchGuarded(
        {
          command: program.command,
          args: redisArguments(port, home, leftover.pidFile),
          cwd: home,
          env: {
            LC_ALL: 'C',
            PATH: process.env.PATH ?? '/usr/bin:/bin',
            ...(program.libraries === null ? {} : { LD_LIBRARY_PATH: program.libraries }),
          },
          account: null,
          endSignal: 'TERM',
        },
        log,
      );
    },
    async ready(gone) {
      while (!gone.aborted && !(await answersPing(port))) await sleep(20);
    },
    stopSignals: [{ signal: 'SIGTERM', graceMs: 1_500 }],
  };
}

/** How a Redis of this stack is found when its supervisor is gone. */
export function redisLeftover(stackDir: string): Leftover {
  const folder = join(stackDir, 'redis');
  const programs = ['redis-server', 'valkey-server'];
  return { folder, programs, pidFile: join(folder, 'redis.pid'), endSignal: 'SIGTERM' };
}

function redisArguments(port: number, home: string, pidFile: string): string[] {
  const settings: Record<string, string> = {
    port: String(port),
    bind: '127.0.0.1',
    dir: home,
    pidfile: pidFile,
    appendonly: 'yes',
    appendfsync: 'everysec',
    // The append-only file holds everything; snapshots beside it would only fork and write twice.
    save: '',
    // A power cut in the middle of a write leaves half a command at the end: drop it and start.
    'aof-load-truncated': 'yes',
  };
  return Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
}

/** False until it has loaded its file: before that it answers -LOADING. */
function answersPing(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const done = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(2_000, () => done(false));
    socket.once('connect', () => socket.write('PING\r\n'));
    socket.once('data', (reply) => done(reply.toString().startsWith('+PONG')));
    socket.once('error', () => done(false));
  });
}
