import { setTimeout as sleep } from 'node:timers/promises';
import { closeDatabase } from '@/db/client';
import { parseId } from '@/lib/kernel/ids';
import { closeRedis } from '@/lib/platform/redis/client';
import { buildReport } from '../build-report';

/** A process that builds one report and nothing else, and tells its own peak of memory. */
const id = parseId('rep', process.argv[2]);
if (id === null) throw new Error('Which report?');
for (let built = ''; built !== 'ended'; ) {
  built = await buildReport(id, { budgetMs: 2_000 });
  if (built === 'wait') await sleep(250);
  process.stdout.write(
    `${JSON.stringify({ built, peakMiB: Math.round(process.resourceUsage().maxRSS / 1_024) })}\n`,
  );
}
await closeRedis();
await closeDatabase();
