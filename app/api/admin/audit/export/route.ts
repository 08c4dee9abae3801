import * as contract from '@/app/api/_contract/staff';
import { reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { streamOf } from '@/app/api/_edge/stream-of';
import { auditCsv, noteAuditExport } from '@/lib/staff/export-audit';

export const runtime = 'nodejs';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.exportAudit, async ({ query, actor, requestId }) => {
    await noteAuditExport(query, { actor: actor.id, requestId });
    return reply(200, streamOf(auditCsv(query)), {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="audit-log.csv"',
    });
  }),
);
