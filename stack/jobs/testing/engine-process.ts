import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { repositoryRoot } from '@/stack/repository-root';
import { launchNode } from '@/stack/supervisor/launch-node';

export interface EngineOptions {
  port: number;
  databaseUrl: string;
  /** The addresses of apps, each with the path of its endpoint. */
  apps: readonly string[];
  signingKey?: string;
  /** What stands in for the table of backoffs, default 200. */
  retryIntervalMs?: number;
  env?: Record<string, string>;
}

export interface EngineProcess {
  url: string;
  pid: number;
  /** What it wrote to its standard output and error so far. */
  log(): string;
  signal(signal: NodeJS.Signals): void;
  /** Resolves with how it ended. */
  ended: Promise<string>;
  /** Asks it to stop, and kills it when it does not within 5 s. */
  stop(): Promise<void>;
}

/** Starts the engine as `npm run jobs` does, without npm between, so that a signal reaches the engine itself. */
export function launchEngine(options: EngineOptions): EngineProcess {
  const written: string[] = [];
  const running = launchNode(
    {
      file: 'cli/bootstrap.mjs',
      args: [jobsScript(), ...argumentsOf(options)],
      env: { ...process.env, INNGEST_DEV: undefined, ...options.env },
      typeScript: false,
    },
    { write: (chunk) => void written.push(String(chunk)) },
  );
  return {
    url: `http://127.0.0.1:${options.port}`,
    pid: running.pid,
    log: () => written.join(''),
    signal: running.signal,
    ended: running.ended,
    async stop() {
      running.signal('SIGTERM');
      await Promise.race([running.ended, sleep(5_000, null, { ref: false })]);
      running.signal('SIGKILL');
      await running.ended;
    },
  };
}

/** Resolves when the engine's `GET /health` is 200; throws with its last words when it dies or stays silent. */
export async function engineReady(engine: EngineProcess): Promise<void> {
  let end: string | null = null;
  void engine.ended.then((how) => {
    end = how;
  });
  for (const until = Date.now() + 30_000; Date.now() < until; await sleep(20)) {
    if (end !== null) throw new Error(`The engine ended (${end}):\n${engine.log()}`);
    const status = await fetch(`${engine.url}/health`).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 200) return;
  }
  throw new Error(`The engine was not ready within 30 s:\n${engine.log()}`);
}

function argumentsOf(options: EngineOptions): string[] {
  return [
    ...['--port', String(options.port), '--database-url', options.databaseUrl],
    ...options.apps.flatMap((app) => ['--app', app]),
    ...(options.signingKey === undefined ? [] : ['--signing-key', options.signingKey]),
    ...['--retry-interval', String(options.retryIntervalMs ?? 200)],
  ];
}

/** The file behind `npm run jobs`. */
export function jobsScript(): string {
  const { scripts } = JSON.parse(readFileSync(`${repositoryRoot}/package.json`, 'utf8')) as {
    scripts: Record<string, string>;
  };
  const file = /bootstrap\.mjs (\S+)/.exec(scripts.jobs ?? '')?.[1];
  if (file === undefined) throw new Error('package.json has no script "jobs" that starts a file.');
  return file;
}
