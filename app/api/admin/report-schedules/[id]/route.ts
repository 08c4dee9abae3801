import * as contract from '@/app/api/_contract/report-schedules';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { kindsFor } from '@/lib/reports/permissions';
import { changeSchedule, findSchedule, removeSchedule } from '@/lib/reports/schedules';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.changeReportSchedule, async ({ params, body, actor, requestId }) => {
    const kinds = kindsFor(actor.role);
    if ((await findSchedule(params.id, kinds)) === null) return refuse('schedule-not-found');
    await changeSchedule(params.id, body, { actor: actor.id, requestId });
    const changed = await findSchedule(params.id, kinds);
    return changed === null ? refuse('schedule-not-found') : reply(200, changed);
  }),
  handle(contract.removeReportSchedule, async ({ params, actor, requestId }) => {
    if ((await findSchedule(params.id, kindsFor(actor.role))) === null) return refuse('schedule-not-found');
    const removed = await removeSchedule(params.id, { actor: actor.id, requestId });
    if (!removed.ok) return refuse('schedule-not-found');
    return reply(204, undefined);
  }),
);
