import * as contract from '@/app/api/_contract/imports';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { findImport } from '@/lib/imports/get-import';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.getImport, async ({ params: { id } }) => {
    const found = await findImport(id);
    return found === null ? refuse('import-not-found') : reply(200, found);
  }),
);
