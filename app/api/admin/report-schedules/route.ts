import * as contract from '@/app/api/_contract/report-schedules';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { kindsFor } from '@/lib/reports/permissions';
import { createSchedule, listSchedules } from '@/lib/reports/schedules';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.listReportSchedules, async ({ actor }) =>
    reply(200, { items: await listSchedules(kindsFor(actor.role)) }),
  ),
  handle(contract.createReportSchedule, async ({ body, actor, requestId, idempotency }) => {
    if (!kindsFor(actor.role).includes(body.kind)) return refuse('forbidden');
    return reply(201, await createSchedule(body, { actor: actor.id, requestId, idempotency }));
  }),
);
