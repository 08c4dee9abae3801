import { resolve } from 'node:path';
import { Refusal } from '@/stack/refusal';
import { repositoryRoot } from '@/stack/repository-root';

/** What the user chose by environment variables, checked. */
export interface Settings {
  /** Where the stack keeps its data, absolute. */
  dir: string;
  port: number;
  stackPort: number;
  /** How many edge workers, and how many Next origins behind them. */
  instances: number;
  publicUrl: string;
  /** Services the user brings; null = the embedded part is used. */
  postgresUrl: string | null;
  redisRest: { url: string; token: string } | null;
  smtpUrl: string | null;
  /** Inngest's cloud, its development server or one of the user's own runs the jobs. */
  bringsJobs: boolean;
}

type Environment = Record<string, string | undefined>;

const maxInstances = 16;

/** Reads the settings; throws a Refusal that names the variable which makes no sense. */
export function readSettings(env: Environment): Settings {
  const port = readInteger(env, 'PORT', 3000, 1, 65_535);
  return {
    dir: stackDirOf(env),
    port,
    stackPort: readInteger(env, 'STACK_PORT', 4300, 1024, 65_400),
    instances: readInteger(env, 'INSTANCES', 1, 1, maxInstances),
    publicUrl: (given(env, 'PUBLIC_URL') ?? `http://localhost:${port}`).replace(/\/+$/, ''),
    postgresUrl: given(env, 'POSTGRES_URL'),
    redisRest: readRedisRest(env),
    smtpUrl: given(env, 'SMTP_URL'),
    bringsJobs: bringsJobs(env),
  };
}

/** STACK_DIR, absolute; a relative one counts from the repository. */
export function stackDirOf(env: Environment): string {
  return resolve(repositoryRoot, given(env, 'STACK_DIR') ?? '.stack');
}

/** The value of a variable; null when it is unset or empty, as `NAME=` in a shell means "not given". */
export function given(env: Environment, name: string): string | null {
  const value = env[name]?.trim();
  return value === undefined || value === '' ? null : value;
}

function readInteger(env: Environment, name: string, fallback: number, min: number, max: number): number {
  const text = given(env, name);
  if (text === null) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max) {
    throw new Refusal(`${name} must be a whole number from ${min} to ${max}, and it is "${text}".`);
  }
  return value;
}

function bringsJobs(env: Environment): boolean {
  const dev = given(env, 'INNGEST_DEV');
  if (dev !== null && dev !== '0') return true;
  const keys = ['INNGEST_EVENT_KEY', 'INNGEST_SIGNING_KEY'].filter((name) => given(env, name) !== null);
  if (keys.length === 1) {
    throw new Refusal('INNGEST_EVENT_KEY and INNGEST_SIGNING_KEY belong together: set both or none.');
  }
  return keys.length === 2;
}

function readRedisRest(env: Environment): Settings['redisRest'] {
  const url = given(env, 'UPSTASH_REDIS_REST_URL');
  const token = given(env, 'UPSTASH_REDIS_REST_TOKEN');
  if (url === null && token === null) return null;
  if (url === null || token === null) {
    throw new Refusal(
      'UPSTASH_REDIS_REST_URL and UPSTASH_REDIS_REST_TOKEN belong together: set both or none.',
    );
  }
  return { url, token };
}
