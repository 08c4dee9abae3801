import { z } from 'zod';

/** The configuration is missing something or too weak to serve with. The message is one sentence for the operator. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

const url = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    message: `must be a URL starting with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  });
const postgresUrl = url('postgres:', 'postgresql:');
const httpUrl = url('http:', 'https:');
const list = z
  .string()
  .default('')
  .transform((text) => text.split(',').flatMap((item) => item.trim() || []));
const flag = z
  .enum(['0', '1', 'false', 'true'])
  .default('0')
  .transform((text) => text === '1' || text === 'true');
const wholeNumber = (min: number, max: number, fallback: number) =>
  z.coerce.number().int().min(min).max(max).default(fallback);

const schema = z
  .object({
    NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
    POSTGRES_URL: postgresUrl,
    POSTGRES_URL_NON_POOLING: postgresUrl.optional(),
    POSTGRES_REPLICA_URLS: list,
    /** Connections of one process. Two cores saturate well below ten, and more only lengthens the queue in Postgres. */
    POSTGRES_POOL_MAX: wholeNumber(1, 200, 6),
    /** Where the Neon protocol is spoken when it is not Neon itself: the embedded gateway. */
    NEON_HTTP_URL: httpUrl.optional(),
    UPSTASH_REDIS_REST_URL: httpUrl.optional(),
    UPSTASH_REDIS_REST_TOKEN: z.string().min(1).optional(),
    REDIS_URL: url('redis:', 'rediss:').optional(),
    /** Order tokens, cookies and cursors are derived from it: 32 random bytes in hex. */
    APP_SECRET: z.string().min(16, 'must be at least 16 characters'),
    INTERNAL_TOKEN: z.string().min(16, 'must be at least 16 characters').optional(),
    STACK_EMBEDDED: flag,
    RATE_LIMIT: z.enum(['on', 'off']).default('on'),
    HOLD_SECONDS: wholeNumber(1, 86_400, 600),
    /** How long the mail that a parcel is on its way waits: until then whoever marked the wrong one can undo it unseen. */
    PARCEL_MAIL_DELAY_SECONDS: wholeNumber(0, 3_600, 6),
    /** Whose keys the job engine asks for; what the Inngest SDK reads too. INNGEST_DEV switches its checks off. */
    INNGEST_EVENT_KEY: z.string().min(1).optional(),
    INNGEST_SIGNING_KEY: z.string().min(1).optional(),
    INNGEST_BASE_URL: httpUrl.optional(),
    INNGEST_DEV: z.union([z.enum(['0', '1']), httpUrl]).optional(),
    /** How many events a second a process hands to a job engine on its own machine while it sells in a rush. */
    RELAY_RUSH_PER_SECOND: z.coerce.number().int().min(1).max(10_000).optional(),
    SMTP_URL: url('smtp:', 'smtps:').optional(),
    TRUSTED_PROXIES: list,
    PUBLIC_URL: httpUrl.default('http://localhost:3000'),
    /** Who keeps pages: our own edge, in front of Next, or else Next itself. */
    PAGE_CACHE: z.enum(['edge']).optional(),
    RELEASE: z.string().min(1).default('dev'),
  })
  .superRefine((env, context) => {
    const refuse = (name: string, message: string) =>
      context.addIssue({ code: 'custom', path: [name], message });
    if (env.NODE_ENV === 'production' && !/^[0-9a-f]{64,}$/i.test(env.APP_SECRET)) {
      refuse('APP_SECRET', 'must be at least 32 bytes in hex in production (openssl rand -hex 32)');
    }
    if (env.RATE_LIMIT === 'off' && env.NODE_ENV === 'production' && !env.STACK_EMBEDDED) {
      refuse('RATE_LIMIT', 'must not be off in production unless the stack is embedded (STACK_EMBEDDED=1)');
    }
    if ((env.INNGEST_EVENT_KEY === undefined) !== (env.INNGEST_SIGNING_KEY === undefined)) {
      refuse('INNGEST_SIGNING_KEY', 'and INNGEST_EVENT_KEY must both be set, or neither');
    }
    if (env.NODE_ENV === 'production' && env.INNGEST_DEV !== undefined && !isLoopback(env.INNGEST_DEV)) {
      refuse('INNGEST_DEV', 'must name a server on this machine in production: it switches signatures off');
    }
    if (env.REDIS_URL === undefined && env.UPSTASH_REDIS_REST_URL === undefined) {
      refuse('UPSTASH_REDIS_REST_URL', 'must be set, or REDIS_URL for plain Redis over TCP');
    }
    if (env.UPSTASH_REDIS_REST_URL !== undefined && env.UPSTASH_REDIS_REST_TOKEN === undefined) {
      refuse('UPSTASH_REDIS_REST_TOKEN', 'must be set beside UPSTASH_REDIS_REST_URL');
    }
  });

function isLoopback(dev: string): boolean {
  if (dev === '0' || dev === '1') return true;
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(dev).hostname);
}

export type Env = z.output<typeof schema>;

/** Validates a set of variables. An empty value counts as not set, as `NAME=` in an env file means. Throws {@link ConfigurationError}. */
export function parseEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const given: Record<string, string | undefined> = {};
  for (const name of Object.keys(schema.shape)) given[name] = source[name] || undefined;
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const wrongs = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return given[name] === undefined && issue.code !== 'custom'
      ? `${name} must be set`
      : `${name} ${issue.message}`;
  });
  throw new ConfigurationError(`Doorbuster cannot start: ${wrongs.join('; ')}.`);
}

let parsed: Env | undefined;

/** The process's configuration, validated at its first use: a build needs none. Values never go into messages. */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}
