import * as contract from '@/app/api/_contract/notices';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { NOTICES } from '@/lib/notifications/model';
import { chooseNotice, listNoticeChoices } from '@/lib/notifications/notice-choices';
import { isAllowed } from '@/lib/staff/permissions';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.listNotices, async ({ actor }) =>
    reply(200, { items: actor.kind === 'staff' ? await listNoticeChoices(actor.id, actor.role) : [] }),
  ),
  handle(contract.chooseNotice, async ({ body, actor }) => {
    if (actor.kind !== 'staff' || !isAllowed(actor.role, NOTICES[body.kind])) return refuse('forbidden');
    await chooseNotice(actor.id, body);
    return reply(200, { items: await listNoticeChoices(actor.id, actor.role) });
  }),
);
