import { sql } from 'drizzle-orm';
import { atomically, query } from '@/db/client';
import { type MailId, newId, type OrderId, parseId, toUuid } from '@/lib/kernel/ids';
import type { WriteContext } from '@/lib/kernel/merchant-write';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { type Idempotency, rememberAnswer } from '@/lib/platform/idempotency';
import { announce } from '@/lib/platform/outbox';
import { ORDER_MAIL_REQUESTED, ORDER_MAILS, type OrderMailAbout } from './model';

export type RequestedMail = { readonly status: 'queued' };

/**
 * Asks for one of an order's mails once more: a mail of its own, made from the facts as they are now and sent to the address that the
 * order has now. The key of the first one says what it is about.
 */
export async function resendOrderMail(
  orderId: OrderId,
  mailId: MailId,
  context: WriteContext & { readonly idempotency?: Idempotency | null },
): Promise<Outcome<RequestedMail, 'mail-not-found'>> {
  const [row] = await query<{ kind: string; key: string }>(
    'find_mail_of_order',
    'select kind, key from mails where id = $1::uuid and order_id = $2::uuid',
    [toUuid(mailId), toUuid(orderId)],
  );
  const kind = ORDER_MAILS.find((known) => known === row?.kind);
  if (row === undefined || kind === undefined) return no('mail-not-found');
  const [, subject] = row.key.split(':');
  const again = newId('evt');
  const about: OrderMailAbout = {
    kind,
    orderId,
    refundId: parseId('ref', subject) ?? undefined,
    fulfilmentId: parseId('ful', subject) ?? undefined,
    again,
  };
  const answer: RequestedMail = { status: 'queued' };
  const { actor, requestId, idempotency } = context;
  const audit = JSON.stringify({ auditId: toUuid(newId('aud')), actor, requestId });
  await atomically([
    ...(idempotency ? [rememberAnswer(idempotency, 202, JSON.stringify(answer))] : []),
    sql`select record_audit(${audit}::jsonb, 'order.mail-sent-again', ${orderId}, null, ${JSON.stringify({ mailId, kind })}::jsonb)`,
    announce(ORDER_MAIL_REQUESTED, about, again),
  ]);
  return ok(answer);
}
