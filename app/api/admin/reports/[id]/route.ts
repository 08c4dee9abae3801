import * as contract from '@/app/api/_contract/reports';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { kindsFor } from '@/lib/reports/permissions';
import { findReport } from '@/lib/reports/queries';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.getReport, async ({ params, actor }) => {
    const report = await findReport(params.id, kindsFor(actor.role));
    return report === null ? refuse('report-not-found') : reply(200, report);
  }),
);
