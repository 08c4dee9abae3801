import * as contract from '@/app/api/_contract/staff';
import { isWrongCursor, readIdCursor } from '@/app/api/_edge/id-cursor';
import { reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { listAuditEntries } from '@/lib/staff/list-audit-entries';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.listAudit, async ({ query: { cursor, ...filter } }) => {
    const after = readIdCursor('aud', cursor);
    return isWrongCursor(after) ? after : reply(200, await listAuditEntries({ ...filter, after }));
  }),
);
