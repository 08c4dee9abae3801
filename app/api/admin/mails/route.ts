import * as contract from '@/app/api/_contract/mails';
import { isWrongCursor, readIdCursor } from '@/app/api/_edge/id-cursor';
import { reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { listMails } from '@/lib/notifications/list-mails';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.listMails, async ({ query: { cursor, ...filter } }) => {
    const after = readIdCursor('mail', cursor);
    return isWrongCursor(after) ? after : reply(200, await listMails({ ...filter, after }));
  }),
);
