import { getHealth } from '@/app/api/_contract/shop';
import { reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { areHoldsOverdue } from '@/lib/orders/are-holds-overdue';
import { cached } from '@/lib/platform/cache';
import { env } from '@/lib/platform/env';
import { isPostgresUp, isRedisUp, type JobsState, jobsState } from '@/lib/platform/health';
import packageJson from '@/package.json';

export const runtime = 'edge';

/** However often it is asked, the stores are asked once a second. */
const MEMORY_MS = 1_000;

/** Late also by what is seen: holds that should have been released. Without Postgres nobody can know, and nothing is done. */
async function checkJobs(isPostgresAnswering: boolean): Promise<JobsState> {
  if (!isPostgresAnswering) return 'down';
  const [state, isOverdue] = await Promise.all([jobsState(), areHoldsOverdue().catch(() => true)]);
  return state === 'up' && isOverdue ? 'late' : state;
}

async function checkParts() {
  const [isPostgresAnswering, isRedisAnswering] = await Promise.all([isPostgresUp(), isRedisUp()]);
  const word = (isUp: boolean) => (isUp ? 'up' : 'down');
  return {
    postgres: word(isPostgresAnswering),
    redis: word(isRedisAnswering),
    jobs: await checkJobs(isPostgresAnswering),
  } as const;
}

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(getHealth, async () => {
    const checks = await cached('shop:health:checks', MEMORY_MS, checkParts);
    const isWell = Object.values(checks).every((word) => word === 'up');
    return reply(200, {
      status: isWell ? 'ok' : 'degraded',
      version: packageJson.version,
      release: env().RELEASE,
      checks,
    });
  }),
);
