import * as contract from '@/app/api/_contract/stock';
import { isWrongCursor, readIdCursor } from '@/app/api/_edge/id-cursor';
import { reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { listStock } from '@/lib/catalog/list-stock';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.listStock, async ({ query: { cursor, ...filter } }) => {
    const after = readIdCursor('var', cursor);
    return isWrongCursor(after) ? after : reply(200, await listStock({ ...filter, after }));
  }),
);
