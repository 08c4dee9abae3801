import { fork } from 'node:child_process';
import { Refusal } from '@/stack/refusal';
import { repositoryRoot } from '@/stack/repository-root';

export interface ShopProcess {
  pid: number;
  /** Resolves when it says that it is open; rejects with what it said when it ends before. */
  ready: Promise<void>;
  /** Everything it printed so far. */
  output(): string;
  /** Resolves with its exit status once it is gone. */
  ended: Promise<number | null>;
  /** Ends it in order, as Ctrl-C does, and waits for it. */
  stop(): Promise<void>;
}

// Whatever this process was given for its own stack must not reach another one.
const notInherited =
  /^(PORT|STACK_.*|POSTGRES_.*|NEON_.*|UPSTASH_.*|REDIS_URL|SMTP_URL|APP_SECRET|INTERNAL_TOKEN|PUBLIC_URL|RELEASE|SEED|INSTANCES|OWNER_.*|HOLD_SECONDS|PARCEL_MAIL_DELAY_SECONDS|RATE_LIMIT|TRUSTED_PROXIES|NODE_ENV|VITEST.*|TZ|npm_.*)$/;

/** `npm start` as a process of its own with exactly the settings in `env`; it ends when this process ends. */
export function startShopProcess(
  env: Record<string, string>,
  account: { uid: number; gid: number } | null = null,
): ShopProcess {
  const inherited = Object.entries(process.env).filter(([name]) => !notInherited.test(name));
  const child = fork(`${repositoryRoot}/cli/bootstrap.mjs`, ['stack/start.ts'], {
    cwd: repositoryRoot,
    env: { ...Object.fromEntries(inherited), ...env } as NodeJS.ProcessEnv,
    execArgv: [],
    silent: true,
    ...(account === null ? {} : { uid: account.uid, gid: account.gid }),
  });
  let output = '';
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const ready = new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('Doorbuster is open.')) resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    void ended.then((status) => reject(new Refusal(`The shop ended with status ${status}:\n${output}`)));
  });
  // Whoever only waits for the end is not to be ended by an unheard rejection.
  ready.catch(() => {});
  return {
    pid: child.pid ?? 0,
    ready,
    output: () => output,
    ended,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
