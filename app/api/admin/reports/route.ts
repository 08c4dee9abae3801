import * as contract from '@/app/api/_contract/reports';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { parseId } from '@/lib/kernel/ids';
import { kindsFor } from '@/lib/reports/permissions';
import { listReports } from '@/lib/reports/queries';
import { requestReport } from '@/lib/reports/request-report';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.listReports, async ({ query: { cursor, limit }, actor }) => {
    const after = cursor === undefined ? undefined : parseId('rep', cursor);
    if (after === null) {
      const message = 'Must be the nextCursor of the page before.';
      return refuse('validation-failed', { errors: [{ path: 'cursor', message }] });
    }
    return reply(200, await listReports({ kinds: kindsFor(actor.role), limit, after }));
  }),
  handle(contract.requestReport, async ({ body, actor, requestId, idempotency }) => {
    if (!kindsFor(actor.role).includes(body.kind)) return refuse('forbidden');
    return reply(202, await requestReport(body, { actor: actor.id, requestId, idempotency }));
  }),
);
