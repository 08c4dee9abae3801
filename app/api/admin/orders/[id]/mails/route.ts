import * as contract from '@/app/api/_contract/mails';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { resendOrderMail } from '@/lib/notifications/resend-order-mail';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.resendOrderMail, async ({ params, body, actor, requestId, idempotency }) => {
    const asked = await resendOrderMail(params.id, body.mailId, { actor: actor.id, requestId, idempotency });
    return asked.ok ? reply(202, asked.value) : refuse(asked.reason);
  }),
);
