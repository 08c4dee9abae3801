import * as contract from '@/app/api/_contract/staff';
import { reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { listAuditFacets } from '@/lib/staff/list-audit-facets';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.getAuditFacets, async () => reply(200, await listAuditFacets())),
);
