import { availableParallelism } from 'node:os';
import { portLayout } from '@/stack/port-layout';
import type { Secrets } from '@/stack/secrets';
import { given, type Settings } from '@/stack/settings';

// The user's own choices that every part must see, when they are made.
const passedOn = [
  'HOLD_SECONDS',
  'PARCEL_MAIL_DELAY_SECONDS',
  'RATE_LIMIT',
  'RELAY_RUSH_PER_SECOND',
  'TRUSTED_PROXIES',
  'STRIPE_SECRET_KEY',
  'STRIPE_WEBHOOK_SECRET',
  'INNGEST_DEV',
  'INNGEST_BASE_URL',
  'INNGEST_EVENT_KEY',
  'INNGEST_SIGNING_KEY',
];

/**
 * The environment that the shop's processes get, and that `stack:env` prints. Addresses of embedded parts
 * are replaced by the user's where given. `localhost` is spelled out for Postgres because the pooled client
 * of @vercel/postgres accepts no other loopback name.
 */
export function stackEnv(
  settings: Settings,
  secrets: Secrets,
  env: Record<string, string | undefined>,
): Record<string, string> {
  const ports = portLayout(settings);
  const gatewayUrl = `http://localhost:${ports.gateway}`;
  const postgres =
    settings.postgresUrl ??
    `postgres://doorbuster:${secrets.postgresPassword}@localhost:${ports.postgres}/doorbuster`;
  return {
    POSTGRES_URL: postgres,
    ...(settings.postgresUrl === null
      ? { POSTGRES_URL_NON_POOLING: postgres, NEON_HTTP_URL: `${gatewayUrl}/sql` }
      : { POSTGRES_URL_NON_POOLING: given(env, 'POSTGRES_URL_NON_POOLING') ?? postgres }),
    UPSTASH_REDIS_REST_URL: settings.redisRest?.url ?? gatewayUrl,
    UPSTASH_REDIS_REST_TOKEN: settings.redisRest?.token ?? secrets.redisRestToken,
    ...(settings.redisRest === null ? { REDIS_URL: `redis://127.0.0.1:${ports.redis}` } : {}),
    ...(settings.bringsJobs
      ? {}
      : {
          // Signed here too: who could call the jobs unsigned could refund.
          INNGEST_DEV: '0',
          INNGEST_BASE_URL: `http://127.0.0.1:${ports.jobs}`,
          INNGEST_EVENT_KEY: secrets.inngestEventKey,
          INNGEST_SIGNING_KEY: secrets.inngestSigningKey,
          ...(given(env, 'JOBS_GIVE_WAY') === 'off'
            ? {}
            : { RELAY_RUSH_PER_SECOND: rushPerSecond(settings) }),
        }),
    SMTP_URL: settings.smtpUrl ?? `smtp://127.0.0.1:${ports.smtp}`,
    APP_SECRET: given(env, 'APP_SECRET') ?? secrets.appSecret,
    INTERNAL_TOKEN: given(env, 'INTERNAL_TOKEN') ?? secrets.internalToken,
    PUBLIC_URL: settings.publicUrl,
    ...(isEmbedded(settings) ? { STACK_EMBEDDED: '1' } : {}),
    ...Object.fromEntries(
      passedOn.flatMap((name) => {
        const value = given(env, name);
        return value === null ? [] : [[name, value]];
      }),
    ),
  };
}

/** Some 3 % of this machine's processors, shared by its instances: an event and its mail cost some 25 ms of one. */
function rushPerSecond({ instances }: Settings): string {
  return String(Math.max(1, Math.round(availableParallelism() / instances)));
}

/** Both stores are our own: then nothing outside this machine can be harmed by relaxed settings. */
function isEmbedded(settings: Settings): boolean {
  return settings.postgresUrl === null && settings.redisRest === null;
}
